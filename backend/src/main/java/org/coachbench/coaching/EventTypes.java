package org.coachbench.coaching;

import org.springframework.data.mongodb.core.mapping.MongoMappingContext;
import org.springframework.stereotype.Component;

/**
 * Makes the types of events known by their names before the first one is read. Without it a process knows only the
 * types that it has written itself.
 */
@Component
class EventTypes {

    EventTypes(MongoMappingContext types) {
        for (var type : CycleEvent.class.getPermittedSubclasses()) {
            types.getRequiredPersistentEntity(type);
        }
    }
}
