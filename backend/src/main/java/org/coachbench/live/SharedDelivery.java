package org.coachbench.live;

import static graphql.execution.SubscriptionExecutionStrategy.KEEP_SUBSCRIPTION_EVENTS_ORDERED;
import static java.util.Objects.requireNonNull;

import graphql.ExecutionResult;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.coachbench.live.Audience.Delivery;
import org.coachbench.live.Following.Asked;
import org.reactivestreams.Publisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.ContextView;

/**
 * Gives the followers of a cycle first what each of them missed, by an execution of its own, then what the audience gets
 * that they join.
 */
@Component
class SharedDelivery implements WebGraphQlInterceptor, SmartLifecycle {

    private final Audiences audiences;
    private final EventLog log;
    private final Scheduler ownThread = Schedulers.fromExecutor(Thread::startVirtualThread);
    private volatile Sinks.Empty<Void> stopping = Sinks.empty();
    private volatile boolean running;

    SharedDelivery(Audiences audiences, EventLog log) {
        this.audiences = audiences;
        this.log = log;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return Mono.deferContextual(context -> {
            var missedUpTo = new AtomicInteger();
            var own = new Following(asked ->
                Flux.defer(() -> log.between(asked.cycleId(), asked.after(), missedUpTo.get())).filter(asked::hears)
            );
            return execute(own, request, chain).map(response -> {
                if (!(response.getData() instanceof Publisher<?>)) {
                    return response;
                }
                var results = resultsOf(response);
                var asked = own.asked();
                if (asked != null) {
                    var missed = results;
                    results = Flux.defer(() -> follow(asked, missed, missedUpTo, request, chain, context));
                }
                var delivered = isSocket(request) ? results : untilTheServiceStops(results);
                return response.transform(builder -> builder.data(delivered));
            });
        });
    }

    private static Mono<WebGraphQlResponse> execute(Following following, WebGraphQlRequest request, Chain chain) {
        request.configureExecutionInput((input, builder) ->
            builder.graphQLContext(Map.of(Following.class, following, KEEP_SUBSCRIPTION_EVENTS_ORDERED, true)).build()
        );
        return chain.next(request);
    }

    private Flux<ExecutionResult> follow(
        Asked asked,
        Flux<ExecutionResult> missed,
        AtomicInteger missedUpTo,
        WebGraphQlRequest request,
        Chain chain,
        ContextView context
    ) {
        var seat = audiences.join(asked.audience(request), asked, audience ->
            execute(new Following(_ -> audience.events()), request, chain)
                .flatMapMany(SharedDelivery::resultsOf)
                .contextWrite(context)
        );
        missedUpTo.set(seat.after());
        var seen = Math.max(asked.after(), seat.after());
        var live = seat
            .queue()
            .asFlux()
            .filter(delivery -> delivery.sequence() > seen)
            .map(Delivery::result);
        var all = asked.after() < seat.after() ? missed.concatWith(live) : live;
        return all.doFinally(_ -> audiences.leave(seat));
    }

    private static Flux<ExecutionResult> resultsOf(WebGraphQlResponse response) {
        return Flux.from(requireNonNull(response.<Publisher<ExecutionResult>>getData()));
    }

    private static boolean isSocket(WebGraphQlRequest request) {
        return request instanceof WebSocketGraphQlRequest;
    }

    /**
     * A stream over HTTP is written by whoever has something for it, so it gets a thread of its own; and the service would
     * wait for it when it stops. WebSockets have both already.
     */
    private Flux<ExecutionResult> untilTheServiceStops(Flux<ExecutionResult> results) {
        var stops = Flux.<Void>from(stopping.asMono()).concatWith(Mono.error(SubscriptionEnd.SERVICE_STOPS::exception));
        return results.takeUntilOther(stops).publishOn(ownThread, 1);
    }

    @Override
    public void start() {
        stopping = Sinks.empty();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        stopping.tryEmitEmpty();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
