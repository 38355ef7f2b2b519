package org.coachbench.notify;

import java.time.Duration;
import org.coachbench.live.InsertFollower;
import org.coachbench.live.SubscriptionEnd;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.Sinks.EmitFailureHandler;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Tells those who are here of their notices as they are made, by whichever process. */
@Component
class NoticeFollower implements SmartLifecycle {

    private static final int MOST_WAITING = 64;
    private static final EmitFailureHandler ONE_AT_A_TIME = EmitFailureHandler.busyLooping(Duration.ofSeconds(1));

    /** Counting asks the store, which whoever tells of notices must not wait for. */
    private static final Scheduler OWN_THREAD = Schedulers.fromExecutor(Thread::startVirtualThread);

    private final InsertFollower follower;
    private final Sinks.Many<News> news = Sinks.many().multicast().directBestEffort();

    /** Of everybody, when some may have been missed; the receiver's otherwise. */
    private sealed interface News {
        record Made(Notice notice) implements News {}

        record LookAgain() implements News {}
    }

    NoticeFollower(MongoOperations store) {
        follower = new InsertFollower(
            store,
            Notice.COLLECTION,
            document -> tell(new News.Made(store.getConverter().read(Notice.class, document))),
            () -> tell(new News.LookAgain())
        );
    }

    /** @param notice the one that is new; null when it is only known that there may be some */
    record NoticeUpdate(String personId, @Nullable Notice notice) {}

    /** First how things stand, then each notice to the person as it comes. Who does not read is not waited for. */
    Flux<NoticeUpdate> updates(String personId) {
        return news
            .asFlux()
            .mapNotNull(what -> update(personId, what))
            .startWith(new NoticeUpdate(personId, null))
            .onBackpressureBuffer(MOST_WAITING, BufferOverflowStrategy.ERROR)
            .onErrorMap(reactor.core.Exceptions::isOverflow, _ -> SubscriptionEnd.TOO_SLOW.exception())
            .publishOn(OWN_THREAD, 1);
    }

    private static @Nullable NoticeUpdate update(String personId, News what) {
        return switch (what) {
            case News.Made(var notice) -> notice.toId().equals(personId) ? new NoticeUpdate(personId, notice) : null;
            case News.LookAgain _ -> new NoticeUpdate(personId, null);
        };
    }

    private void tell(News what) {
        news.emitNext(what, ONE_AT_A_TIME);
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
