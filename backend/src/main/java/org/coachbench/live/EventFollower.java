package org.coachbench.live;

import java.util.List;
import org.bson.Document;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * Follows the log for what other processes write. Events may be told late or twice; who hears of them keeps the order.
 */
@Component
class EventFollower implements SmartLifecycle {

    private final MongoOperations store;
    private final Audiences audiences;
    private final InsertFollower log;

    EventFollower(MongoOperations store, Audiences audiences) {
        this.store = store;
        this.audiences = audiences;
        log = new InsertFollower(store, LoggedEvent.COLLECTION, this::logged, audiences::lookAgain);
    }

    private void logged(Document document) {
        var event = store.getConverter().read(LoggedEvent.class, document).event();
        audiences.arrived(new EventsLogged(event.cycleId(), List.of(event)));
    }

    @Override
    public void start() {
        log.start();
    }

    @Override
    public void stop() {
        log.stop();
    }

    @Override
    public boolean isRunning() {
        return log.isRunning();
    }
}
