package org.coachbench.oversight;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.coachbench.api.ProblemException.orProblems;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.coachbench.access.Viewer;
import org.coachbench.api.Problem;
import org.coachbench.oversight.MessageTemplates.MessageTemplate;
import org.coachbench.oversight.Messages.MarkMessageSeen;
import org.coachbench.oversight.Messages.SendMessage;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Window;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.query.ScrollSubrange;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** The queries and mutations of messages.graphqls. */
@Controller
class MessageController {

    private final Messages messages;
    private final People people;

    MessageController(Messages messages, People people) {
        this.messages = messages;
        this.people = people;
    }

    record MessagePayload(@Nullable Message message, List<Problem> problems) {}

    @QueryMapping
    List<MessageTemplate> messageTemplates(@Argument String toId, @AuthenticationPrincipal Viewer viewer) {
        return messages.templates(viewer, toId);
    }

    @MutationMapping
    MessagePayload sendMessage(@Argument SendMessage input, @AuthenticationPrincipal Viewer viewer) {
        return payload(() -> messages.send(viewer, input));
    }

    @MutationMapping
    MessagePayload markMessageSeen(@Argument MarkMessageSeen input, @AuthenticationPrincipal Viewer viewer) {
        return payload(() -> messages.markSeen(viewer, input));
    }

    private static MessagePayload payload(Supplier<Message> change) {
        return orProblems(
            () -> new MessagePayload(change.get(), List.of()),
            problems -> new MessagePayload(null, problems)
        );
    }

    @SchemaMapping(typeName = "Viewer")
    Window<Message> messages(Viewer viewer, ScrollSubrange subrange, @Argument int first, @Argument boolean unseen) {
        return messages.received(viewer, unseen, subrange, first);
    }

    @SchemaMapping(typeName = "Viewer")
    Window<Message> messagesSent(Viewer viewer, ScrollSubrange subrange, @Argument int first) {
        return messages.sent(viewer, subrange, first);
    }

    @BatchMapping(typeName = "Message")
    Map<Message, Person> from(List<Message> asked) {
        return people(asked, Message::fromId);
    }

    @BatchMapping(typeName = "Message")
    Map<Message, Person> to(List<Message> asked) {
        return people(asked, Message::toId);
    }

    private Map<Message, Person> people(List<Message> asked, Function<Message, String> personId) {
        var ids = asked.stream().map(personId).distinct().toList();
        var byId = people.findAllById(ids).stream().collect(toMap(Person::id, identity()));
        return asked.stream().collect(toMap(identity(), message -> byId.get(personId.apply(message)), (one, _) -> one));
    }
}
