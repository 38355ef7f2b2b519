package org.coachbench.notify;

import java.util.concurrent.atomic.AtomicInteger;
import org.coachbench.notify.NoticeFollower.NoticeUpdate;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;

/** Takes the first update, and no other before they read on. */
final class SlowReader extends BaseSubscriber<NoticeUpdate> {

    final AtomicInteger heard = new AtomicInteger();
    volatile @Nullable Throwable ended;

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
        subscription.request(1);
    }

    @Override
    protected void hookOnNext(NoticeUpdate update) {
        heard.incrementAndGet();
    }

    void readOn() {
        requestUnbounded();
    }

    @Override
    protected void hookOnError(Throwable reason) {
        ended = reason;
    }
}
