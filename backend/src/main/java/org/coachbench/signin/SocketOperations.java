package org.coachbench.signin;

import graphql.GraphQLError;
import graphql.execution.AbortExecutionException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.SubscriptionPublisherException;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketSession;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Knows which ids each socket has in use: the protocol wants them told apart for queries and mutations too, where the
 * framework looks at subscriptions only. Faults are logged here, because the framework's own log of sockets is off: it
 * cannot tell a fault from a browser that left while something was being sent.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SocketOperations implements WebGraphQlInterceptor {

    private static final Logger log = LoggerFactory.getLogger(SocketOperations.class);
    private static final String RUNNING = SocketOperations.class.getName();

    /** The client completed what it asked for, or is gone: the framework must not try to tell it even of the end. */
    private static final Mono<WebGraphQlResponse> NOBODY_WAITS = Mono.never();

    /** False when the id is in use. */
    static boolean begin(WebSocketSession socket, String id) {
        return running(socket.getAttributes()).putIfAbsent(id, new Object()) == null;
    }

    static void end(WebSocketSession socket, String id) {
        running(socket.getAttributes()).remove(id);
    }

    static void endAll(WebSocketSession socket) {
        running(socket.getAttributes()).clear();
    }

    @SuppressWarnings("unchecked") // only this class puts it there
    private static Map<String, Object> running(Map<String, Object> attributes) {
        return (Map<String, Object>) attributes.computeIfAbsent(RUNNING, none ->
            new ConcurrentHashMap<String, Object>()
        );
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        if (!(request instanceof WebSocketGraphQlRequest overSocket)) {
            return chain.next(request);
        }
        var running = running(overSocket.getSessionInfo().getAttributes());
        var id = request.getId();
        var operation = running.getOrDefault(id, new Object());
        // Before the client is told, so that it may use the id again at once.
        Runnable over = () -> running.remove(id, operation);
        return chain
            .next(request)
            .doOnError(SocketOperations::logFault)
            .flatMap(response -> operation.equals(running.get(id)) ? Mono.just(response) : NOBODY_WAITS)
            .map(response -> {
                if (response.getData() instanceof Publisher<?> events) {
                    var wanted = Flux.from(events).filter(event -> operation.equals(running.get(id)));
                    return withData(
                        response,
                        wanted.doOnError(SocketOperations::logFault).doOnTerminate(over).doOnCancel(over)
                    );
                }
                over.run();
                var result = response.getExecutionResult();
                return result.isDataPresent() ? response : withData(response, refused(result.getErrors()));
            });
    }

    private static void logFault(Throwable fault) {
        // An end with a reason for the client is none, nor is it that the client left while something was made for it.
        if (!(fault instanceof SubscriptionPublisherException || fault instanceof AbortExecutionException)) {
            log.error("An operation over a socket failed", fault);
        }
    }

    /** An operation that cannot begin is answered by an error message, not by a result that has errors. */
    private static Flux<Object> refused(List<GraphQLError> errors) {
        return Flux.error(new SubscriptionPublisherException(errors, null));
    }

    private static WebGraphQlResponse withData(WebGraphQlResponse response, Publisher<?> data) {
        return response.transform(builder -> builder.data(data).errors(List.of()));
    }
}
