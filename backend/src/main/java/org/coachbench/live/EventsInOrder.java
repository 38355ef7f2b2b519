package org.coachbench.live;

import static graphql.execution.SubscriptionExecutionStrategy.KEEP_SUBSCRIPTION_EVENTS_ORDERED;

import java.util.Map;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Delivers events in the order in which they were published, though the fields of some are found sooner than others. */
@Component
class EventsInOrder implements WebGraphQlInterceptor {

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        request.configureExecutionInput((input, builder) ->
            builder.graphQLContext(Map.of(KEEP_SUBSCRIPTION_EVENTS_ORDERED, true)).build()
        );
        return chain.next(request);
    }
}
