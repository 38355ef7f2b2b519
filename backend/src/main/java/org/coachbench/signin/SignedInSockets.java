package org.coachbench.signin;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.webmvc.GraphQlWebSocketHandler;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.server.HandshakeHandler;
import org.springframework.web.socket.server.support.HttpSessionHandshakeInterceptor;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;
import tools.jackson.databind.json.JsonMapper;

/**
 * WebSockets end with the sign-in with which they were opened, and with the service: in the first case with the code by
 * which clients know that they must sign in again, in the second with the one after which they come back at once.
 */
@Component
class SignedInSockets
    extends GraphQlWebSocketHandler
    implements HttpSessionListener, HttpSessionIdListener, SmartLifecycle
{

    static final CloseStatus SIGNED_OUT = new CloseStatus(4401, "Signed out");
    private static final Logger log = LoggerFactory.getLogger(SignedInSockets.class);

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
    public void afterConnectionEstablished(WebSocketSession socket) {
        super.afterConnectionEstablished(socket);
        requireNonNull(open.computeIfAbsent(signIn(socket), none -> ConcurrentHashMap.newKeySet())).add(socket);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) {
        open.values().forEach(sockets -> sockets.remove(socket));
        super.afterConnectionClosed(socket, status);
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        close(open.remove(event.getSession().getId()), SIGNED_OUT);
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

    private static void close(@Nullable Set<WebSocketSession> sockets, CloseStatus status) {
        if (sockets == null) {
            return;
        }
        for (var socket : Set.copyOf(sockets)) {
            try {
                socket.close(status);
            } catch (IOException e) {
                log.debug("{} was gone already", socket.getId(), e);
            }
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        open.values().forEach(sockets -> close(sockets, CloseStatus.SERVICE_RESTARTED));
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
