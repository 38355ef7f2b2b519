package org.coachbench.signin;

import static java.util.Objects.requireNonNull;
import static org.coachbench.signin.ClientMessage.Type.COMPLETE;
import static org.coachbench.signin.ClientMessage.Type.SUBSCRIBE;

import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import jakarta.websocket.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.tomcat.websocket.Constants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.webmvc.GraphQlWebSocketHandler;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.server.HandshakeHandler;
import org.springframework.web.socket.server.support.HttpSessionHandshakeInterceptor;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;
import tools.jackson.databind.json.JsonMapper;

/**
 * WebSockets end with the sign-in with which they were opened, and with the service: in the first case with the code by
 * which clients know that they must sign in again, in the second with the one after which they come back at once. What
 * clients say is held to the rules of graphql-transport-ws, also where the framework is lenient.
 */
@Component
class SignedInSockets
    extends GraphQlWebSocketHandler
    implements HttpSessionListener, HttpSessionIdListener, SmartLifecycle
{

    static final CloseStatus SIGNED_OUT = new CloseStatus(4401, "Signed out");
    private static final CloseStatus INVALID_MESSAGE = new CloseStatus(4400, "Invalid message");
    private static final CloseStatus UNKNOWN_PROTOCOL = new CloseStatus(4406, "Subprotocol not acceptable");
    private static final CloseStatus ID_IN_USE = new CloseStatus(4409, "Subscriber for this id already exists");

    private static final String PROTOCOL = "graphql-transport-ws";
    private static final String UNFINISHED = SignedInSockets.class.getName() + ".unfinished";
    private static final int LONGEST_MESSAGE = 1_000_000;

    /** For a single message; who reads at all, however slowly, is told by their subscription. */
    private static final Duration LONGEST_WRITE = Duration.ofSeconds(10);

    /** For a close frame. Tomcat's own 50 ms are too few for a busy machine: the client would never see the code. */
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(2);

    private static final Logger log = LoggerFactory.getLogger(SignedInSockets.class);

    private final JsonMapper json;
    private final Map<String, Set<WebSocketSession>> open = new ConcurrentHashMap<>();
    private volatile boolean running;

    @SuppressWarnings({ "unchecked", "rawtypes" }) // the converter takes any object, and does not say so
    SignedInSockets(WebGraphQlHandler handler, GraphQlProperties properties, JsonMapper json) {
        super(
            handler,
            (HttpMessageConverter) new JacksonJsonHttpMessageConverter(json),
            properties.getWebsocket().getConnectionInitTimeout(),
            properties.getWebsocket().getKeepAlive()
        );
        this.json = json;
    }

    @Override
    public WebSocketHttpRequestHandler initWebSocketHttpRequestHandler(HandshakeHandler handshakes) {
        var requests = super.initWebSocketHttpRequestHandler(handshakes);
        var interceptors = new ArrayList<>(requests.getHandshakeInterceptors());
        interceptors.add(new HttpSessionHandshakeInterceptor());
        requests.setHandshakeInterceptors(interceptors);
        return requests;
    }

    @Override
    public List<String> getSubProtocols() {
        return List.of(PROTOCOL);
    }

    /** Long messages are put together here, so that not every socket keeps room for the longest. */
    @Override
    public boolean supportsPartialMessages() {
        return true;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession socket) {
        limitWrites(socket);
        if (!PROTOCOL.equals(socket.getAcceptedProtocol())) {
            close(socket, UNKNOWN_PROTOCOL);
            return;
        }
        super.afterConnectionEstablished(socket);
        requireNonNull(open.computeIfAbsent(signIn(socket), none -> ConcurrentHashMap.newKeySet())).add(socket);
    }

    private static void limitWrites(WebSocketSession socket) {
        if (socket instanceof NativeWebSocketSession session) {
            var limits = requireNonNull(session.getNativeSession(Session.class)).getUserProperties();
            limits.put(Constants.BLOCKING_SEND_TIMEOUT_PROPERTY, LONGEST_WRITE.toMillis());
            limits.put(Constants.ABNORMAL_SESSION_CLOSE_SEND_TIMEOUT_PROPERTY, LONGEST_FAREWELL.toMillis());
        }
    }

    @Override
    protected void handleTextMessage(WebSocketSession socket, TextMessage part) throws Exception {
        var text = socket.getAttributes().getOrDefault(UNFINISHED, "") + part.getPayload();
        if (text.length() > LONGEST_MESSAGE) {
            close(socket, CloseStatus.TOO_BIG_TO_PROCESS);
        } else if (part.isLast()) {
            socket.getAttributes().remove(UNFINISHED);
            handle(socket, text);
        } else {
            socket.getAttributes().put(UNFINISHED, text);
        }
    }

    private void handle(WebSocketSession socket, String text) throws Exception {
        var message = ClientMessage.read(text, json).orElse(null);
        if (message == null) {
            close(socket, INVALID_MESSAGE);
            return;
        }
        if (message.type() == SUBSCRIBE && !SocketOperations.begin(socket, message.id())) {
            close(socket, ID_IN_USE);
            return;
        }
        if (message.type() == COMPLETE) {
            SocketOperations.end(socket, message.id());
        }
        super.handleTextMessage(socket, new TextMessage(text));
    }

    @Override
    protected void handleBinaryMessage(WebSocketSession socket, BinaryMessage message) {
        close(socket, INVALID_MESSAGE);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) {
        open.values().forEach(sockets -> sockets.remove(socket));
        SocketOperations.endAll(socket);
        super.afterConnectionClosed(socket, status);
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        var sockets = open.remove(event.getSession().getId());
        if (sockets != null) {
            sockets.forEach(socket -> close(socket, SIGNED_OUT));
        }
    }

    /** A new password gives the sign-in a new id. */
    @Override
    public void sessionIdChanged(HttpSessionEvent event, String formerId) {
        var sockets = open.remove(formerId);
        if (sockets != null) {
            open.put(event.getSession().getId(), sockets);
        }
    }

    private static String signIn(WebSocketSession socket) {
        var id = socket.getAttributes().get(HttpSessionHandshakeInterceptor.HTTP_SESSION_ID_ATTR_NAME);
        return (String) requireNonNull(id, "Nobody opens a socket without having signed in.");
    }

    private static void close(WebSocketSession socket, CloseStatus status) {
        try {
            socket.close(status);
        } catch (IOException e) {
            log.debug("{} was gone already", socket.getId(), e);
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        open.values().forEach(sockets -> sockets.forEach(socket -> close(socket, CloseStatus.SERVICE_RESTARTED)));
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
