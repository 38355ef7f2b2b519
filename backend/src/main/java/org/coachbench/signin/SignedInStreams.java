package org.coachbench.signin;

import graphql.GraphqlErrorBuilder;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import jakarta.servlet.http.HttpSessionListener;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.reactivestreams.Publisher;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.graphql.execution.SubscriptionPublisherException;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.webmvc.GraphQlSseHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Server-sent events, in the distinct connections mode of the GraphQL over SSE protocol. As WebSockets do, streams end
 * with the sign-in with which they were opened; an error says so.
 */
@Component
class SignedInStreams extends GraphQlSseHandler implements HttpSessionListener, HttpSessionIdListener {

    private static final Map<String, Object> SIGNED_OUT = Map.of("code", "UNAUTHENTICATED");

    /** For each sign-in that opened a stream, its end. */
    private final Map<String, Sinks.Empty<Void>> signIns = new ConcurrentHashMap<>();

    SignedInStreams(WebGraphQlHandler handler, GraphQlProperties properties) {
        super(handler, properties.getHttp().getSse().getTimeout(), properties.getHttp().getSse().getKeepAlive());
    }

    @Override
    protected ServerResponse prepareResponse(ServerRequest request, Mono<WebGraphQlResponse> answer) {
        var signIn = signIns.computeIfAbsent(request.session().getId(), none -> Sinks.empty());
        return super.prepareResponse(
            request,
            answer.map(response ->
                response.transform(builder ->
                    builder.data(events(response).takeUntilOther(signIn.asMono())).errors(List.of())
                )
            )
        );
    }

    /** The framework takes subscriptions only; the protocol has the answer to anything else be a single event. */
    private static Flux<?> events(WebGraphQlResponse response) {
        return response.getData() instanceof Publisher<?> events
            ? Flux.from(events)
            : Flux.just(response.getExecutionResult());
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        var signIn = signIns.remove(event.getSession().getId());
        if (signIn != null) {
            var error = GraphqlErrorBuilder.newError().message("Signed out.").extensions(SIGNED_OUT).build();
            signIn.tryEmitError(new SubscriptionPublisherException(List.of(error), null));
        }
    }

    /** A new password gives the sign-in a new id. */
    @Override
    public void sessionIdChanged(HttpSessionEvent event, String formerId) {
        var signIn = signIns.remove(formerId);
        if (signIn != null) {
            signIns.put(event.getSession().getId(), signIn);
        }
    }
}
