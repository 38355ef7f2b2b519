package org.coachbench.signin;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a client may say by the graphql-transport-ws protocol; {@code id} is empty where a message has none. */
record ClientMessage(Type type, String id) {
    enum Type {
        CONNECTION_INIT("connection_init"),
        PING("ping"),
        PONG("pong"),
        SUBSCRIBE("subscribe"),
        COMPLETE("complete");

        private static final Map<String, Type> BY_NAME = Stream.of(values()).collect(
            Collectors.toMap(type -> type.name, Function.identity())
        );
        private final String name;

        Type(String name) {
            this.name = name;
        }
    }

    /** Empty when the text is none of the protocol's messages. */
    static Optional<ClientMessage> read(String text, JsonMapper json) {
        try {
            return read(json.readTree(text));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Optional<ClientMessage> read(JsonNode message) {
        var type = Type.BY_NAME.get(message.path("type").stringValue(""));
        var id = message.path("id").stringValue("");
        var payload = message.path("payload");
        if (type == null) {
            return Optional.empty();
        }
        var wellFormed = switch (type) {
            case CONNECTION_INIT, PING, PONG -> isObjectOrAbsent(payload);
            case SUBSCRIBE -> !id.isEmpty() && isOperation(payload);
            case COMPLETE -> !id.isEmpty();
        };
        return wellFormed ? Optional.of(new ClientMessage(type, id)) : Optional.empty();
    }

    private static boolean isOperation(JsonNode payload) {
        var name = payload.path("operationName");
        return (
            payload.path("query").isString() &&
            (name.isString() || isAbsent(name)) &&
            isObjectOrAbsent(payload.path("variables")) &&
            isObjectOrAbsent(payload.path("extensions"))
        );
    }

    private static boolean isObjectOrAbsent(JsonNode node) {
        return node.isObject() || isAbsent(node);
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}
