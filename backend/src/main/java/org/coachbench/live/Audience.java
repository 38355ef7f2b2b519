package org.coachbench.live;

import graphql.ExecutionResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.coachbench.access.Viewer;
import org.coachbench.coaching.CycleEvent;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/**
 * All who follow one cycle as the same person with the same selection. What they get is the same, so that each event is
 * executed and written as JSON once for all of them. Each has a seat with a short queue: who falls behind loses the seat,
 * and nobody waits for them.
 */
final class Audience {

    /** Two subscriptions of one topic get equal answers from any event on. */
    record Topic(
        String cycleId,
        Viewer viewer,
        String document,
        @Nullable String operationName,
        Map<String, Object> variables
    ) {}

    /** An event as it is sent. */
    record Delivery(int sequence, ExecutionResult result) {}

    /** A place in the audience: it gets what comes after an event. */
    record Seat(Audience audience, int after, Sinks.Many<Delivery> queue) {}

    private static final int MOST_WAITING = 256;

    /** News of no event in particular: look into the log. */
    private sealed interface News {
        record Arrived(CycleEvent event) implements News {}

        record LookAgain() implements News {}
    }

    private final Topic topic;
    private final EventLog log;
    private final JsonMapper json;
    private final Sinks.Many<News> news = Sinks.many().unicast().onBackpressureBuffer();
    private final Queue<Integer> underWay = new ConcurrentLinkedQueue<>();
    private final List<Seat> seats = new ArrayList<>();
    private final AtomicBoolean started = new AtomicBoolean();
    private final Disposable.Swap running = Disposables.swap();
    private @Nullable Throwable ended;
    private int read;
    private int delivered;

    Audience(Topic topic, int logged, EventLog log, JsonMapper json) {
        this.topic = topic;
        this.log = log;
        this.json = json;
        read = logged;
        delivered = logged;
    }

    Topic topic() {
        return topic;
    }

    void arrived(CycleEvent event) {
        tell(new News.Arrived(event));
    }

    void lookAgain() {
        tell(new News.LookAgain());
    }

    private void tell(News what) {
        news.emitNext(what, Sinks.EmitFailureHandler.busyLooping(Duration.ofSeconds(1)));
    }

    /** What is executed for the audience: every event in order, once. */
    Flux<CycleEvent> events() {
        return news
            .asFlux()
            .publishOn(Schedulers.boundedElastic())
            .concatMapIterable(this::inOrder)
            .doOnNext(event -> underWay.add(event.sequence()));
    }

    /** News may come twice, early or not at all; the log has them all. */
    private List<CycleEvent> inOrder(News what) {
        if (what instanceof News.Arrived(var event) && event.sequence() <= read + 1) {
            if (event.sequence() <= read) {
                return List.of();
            }
            read = event.sequence();
            return List.of(event);
        }
        var found = log.allAfter(topic.cycleId(), read);
        read += found.size();
        return found;
    }

    /** Begins, once somebody sits in it. */
    void startOnce(Supplier<Flux<ExecutionResult>> execution) {
        if (started.compareAndSet(false, true)) {
            var results = execution.get().concatWith(Mono.error(SubscriptionEnd.SERVICE_STOPS::exception));
            running.update(results.subscribe(this::deliver, this::end));
            lookAgain();
        }
    }

    private void deliver(ExecutionResult result) {
        var delivery = new Delivery(underWay.remove(), written(result));
        synchronized (this) {
            delivered = delivery.sequence();
            seats.removeIf(seat -> {
                var taken = seat.queue().tryEmitNext(delivery);
                if (taken == Sinks.EmitResult.FAIL_OVERFLOW) {
                    seat.queue().tryEmitError(SubscriptionEnd.TOO_SLOW.exception());
                }
                return taken.isFailure();
            });
        }
    }

    private ExecutionResult written(ExecutionResult result) {
        var data = new RawValue(new SerializedString(json.writeValueAsString(result.<Object>getData())));
        return ExecutionResult.newExecutionResult().data(data).errors(result.getErrors()).build();
    }

    synchronized Seat sit() {
        var seat = new Seat(
            this,
            delivered,
            Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(MOST_WAITING))
        );
        if (ended == null) {
            seats.add(seat);
        } else {
            seat.queue().tryEmitError(ended);
        }
        return seat;
    }

    /** True when nobody is left. */
    synchronized boolean leave(Seat seat) {
        seats.remove(seat);
        if (seats.isEmpty()) {
            running.dispose();
        }
        return seats.isEmpty();
    }

    synchronized void end(Throwable reason) {
        ended = reason;
        seats.forEach(seat -> seat.queue().tryEmitError(reason));
        seats.clear();
        running.dispose();
    }
}
