package org.coachbench.live;

import graphql.ExecutionResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.coachbench.access.Viewer;
import org.coachbench.coaching.CycleEvent;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.Sinks.EmitFailureHandler;
import reactor.core.scheduler.Scheduler;
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

    /** A place in the audience, for everything after an event; the first of it may be older. */
    record Seat(Audience audience, int after, Sinks.Many<Delivery> queue) {}

    private static final int MOST_WAITING = 256;

    /** One that is not interrupted while it looks into the log when the last follower leaves. */
    private static final Scheduler OWN_THREAD = Schedulers.fromExecutor(Thread::startVirtualThread);
    private static final EmitFailureHandler ONE_AT_A_TIME = EmitFailureHandler.busyLooping(Duration.ofSeconds(1));

    private sealed interface News {
        record Arrived(CycleEvent event) implements News {}

        /** Of no event in particular: look into the log. */
        record LookAgain() implements News {}
    }

    private final Topic topic;
    private final Predicate<CycleEvent> hears;
    private final EventLog log;
    private final JsonMapper json;
    private final Sinks.Many<News> news = Sinks.many().unicast().onBackpressureBuffer();
    private final Queue<Integer> underWay = new ConcurrentLinkedQueue<>();
    private final List<Sinks.Many<Delivery>> queues = new CopyOnWriteArrayList<>();
    private final AtomicBoolean started = new AtomicBoolean();
    private final Disposable.Swap running = Disposables.swap();
    private final AtomicReference<@Nullable Throwable> ended = new AtomicReference<>();
    private volatile int read;
    private volatile int delivered;

    Audience(Topic topic, Predicate<CycleEvent> hears, int logged, EventLog log, JsonMapper json) {
        this.topic = topic;
        this.hears = hears;
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

    void lookAgainIfBehind(int lastSequence) {
        if (read < lastSequence) {
            lookAgain();
        }
    }

    /** One at a time; it only queues, so that whoever made the change does not wait. */
    private synchronized void tell(News what) {
        var _ = news.tryEmitNext(what);
    }

    /** What is executed for the audience: every event that it may hear of, in order, once. */
    Flux<CycleEvent> events() {
        return news
            .asFlux()
            .publishOn(OWN_THREAD)
            .concatMapIterable(this::inOrder)
            .filter(hears)
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
        if (!found.isEmpty()) {
            read = found.getLast().sequence();
        }
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

    /** Without a lock: what is emitted may make a follower leave, and leaving waits for those who join. */
    private void deliver(ExecutionResult result) {
        var delivery = new Delivery(underWay.remove(), written(result));
        // Before anybody gets it: who sits down from now on catches up to here.
        delivered = delivery.sequence();
        queues.forEach(queue -> {
            if (queue.tryEmitNext(delivery).isFailure()) {
                queues.remove(queue);
                // Full, also of one that still catches up; who left already is told nothing by it.
                queue.tryEmitError(SubscriptionEnd.TOO_SLOW.exception());
            }
        });
    }

    private ExecutionResult written(ExecutionResult result) {
        var data = new RawValue(new SerializedString(json.writeValueAsString(result.<Object>getData())));
        return ExecutionResult.newExecutionResult().data(data).errors(result.getErrors()).build();
    }

    Seat sit() {
        var queue = Sinks.many().unicast().<Delivery>onBackpressureBuffer(new ArrayBlockingQueue<>(MOST_WAITING));
        queues.add(queue);
        var reason = ended.get();
        if (reason != null) {
            queue.tryEmitError(reason);
        }
        return new Seat(this, delivered, queue);
    }

    /** True when nobody is left. */
    boolean leave(Seat seat) {
        queues.remove(seat.queue());
        return queues.isEmpty();
    }

    void stop() {
        running.dispose();
    }

    /** For the first reason only: those who are told wait for their close frames, and nobody waits for them. */
    void end(Throwable reason) {
        if (!ended.compareAndSet(null, reason)) {
            return;
        }
        queues.forEach(queue -> queue.emitError(reason, ONE_AT_A_TIME));
        stop();
    }
}
