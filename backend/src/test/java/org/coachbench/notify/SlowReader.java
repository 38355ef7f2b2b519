package org.coachbench.notify;

import org.coachbench.notify.NoticeFollower.NoticeUpdate;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;

/** Takes the first update, and no other. */
final class SlowReader extends BaseSubscriber<NoticeUpdate> {

    volatile @Nullable Throwable ended;

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
        subscription.request(1);
    }

    @Override
    protected void hookOnError(Throwable reason) {
        ended = reason;
    }
}
