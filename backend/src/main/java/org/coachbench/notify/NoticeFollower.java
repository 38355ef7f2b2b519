package org.coachbench.notify;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import org.coachbench.live.InsertFollower;
import org.coachbench.live.SubscriptionEnd;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Tells those who are here of their notices as they are made, by whichever process. */
@Component
class NoticeFollower implements SmartLifecycle {

    private static final int MOST_WAITING = 64;

    /** Counting asks the store, and nobody else waits for that. */
    private static final Scheduler OWN_THREAD = Schedulers.fromExecutor(Thread::startVirtualThread);

    private final InsertFollower follower;

    /** By person: they may have several pages open. */
    private final Map<String, Set<Reader>> here = new ConcurrentHashMap<>();

    /** @param notice the one that is new; null when it is only known that there may be some */
    record NoticeUpdate(String personId, @Nullable Notice notice) {}

    /** Somebody's open subscription, with what waits for it. */
    private static final class Reader {

        private final Sinks.Many<NoticeUpdate> queue = Sinks.many()
            .unicast()
            .onBackpressureBuffer(new ArrayBlockingQueue<>(MOST_WAITING));

        /** One at a time. Who does not read gets no more once they have read what waits. */
        synchronized void tell(NoticeUpdate update) {
            if (queue.tryEmitNext(update).isFailure()) {
                queue.tryEmitError(SubscriptionEnd.TOO_SLOW.exception());
            }
        }
    }

    NoticeFollower(MongoOperations store) {
        follower = new InsertFollower(
            store,
            Notice.COLLECTION,
            document -> made(store.getConverter().read(Notice.class, document)),
            this::lookAgain
        );
    }

    /** First how things stand, then each notice to the person as it comes. */
    Flux<NoticeUpdate> updates(String personId) {
        return Flux.defer(() -> {
            var reader = new Reader();
            here.compute(personId, (_, readers) -> {
                var all = readers == null ? ConcurrentHashMap.<Reader>newKeySet() : readers;
                all.add(reader);
                return all;
            });
            // Only now: what comes from here on is in the queue, what came before is in the number.
            reader.tell(new NoticeUpdate(personId, null));
            return reader.queue
                .asFlux()
                .publishOn(OWN_THREAD, 1)
                .doFinally(_ -> leave(personId, reader));
        });
    }

    private void leave(String personId, Reader reader) {
        here.computeIfPresent(personId, (_, readers) -> {
            readers.remove(reader);
            return readers.isEmpty() ? null : readers;
        });
    }

    private void made(Notice notice) {
        tell(notice.toId(), here.getOrDefault(notice.toId(), Set.of()), notice);
    }

    /** After a break in the stream: some may have been missed. */
    private void lookAgain() {
        here.forEach((personId, readers) -> tell(personId, readers, null));
    }

    private static void tell(String personId, Collection<Reader> readers, @Nullable Notice notice) {
        readers.forEach(reader -> reader.tell(new NoticeUpdate(personId, notice)));
    }

    void lookNow() {
        follower.lookNow();
    }

    @Override
    public void start() {
        follower.start();
    }

    @Override
    public void stop() {
        follower.stop();
    }

    @Override
    public boolean isRunning() {
        return follower.isRunning();
    }
}
