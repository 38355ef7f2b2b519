package org.coachbench.live;

import graphql.GraphqlErrorBuilder;
import java.util.List;
import java.util.Map;
import org.springframework.graphql.execution.SubscriptionPublisherException;

/** Why a subscription ends though its follower would stay; its name is the error's code. */
public enum SubscriptionEnd {
    TOO_SLOW("You read more slowly than events come. Follow again after the last one that you have."),
    FORBIDDEN("The cycle is no longer yours to follow."),
    SERVICE_STOPS("The service stops. Follow again after the last event that you have.");

    private final String message;

    SubscriptionEnd(String message) {
        this.message = message;
    }

    public SubscriptionPublisherException exception() {
        var error = GraphqlErrorBuilder.newError().message(message).extensions(Map.of("code", name())).build();
        return new SubscriptionPublisherException(List.of(error), null);
    }
}
