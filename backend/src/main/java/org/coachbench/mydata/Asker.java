package org.coachbench.mydata;

import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.coachbench.access.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for what is held about them.
 *
 * @param tutoredSchools whose tutor they are today
 * @param cycles by id those of which they are one of the pair, and whether they may read them
 * @param bySchool whether they asked their school, where somebody else takes it for them
 */
record Asker(Viewer viewer, Naming naming, Set<String> tutoredSchools, Map<String, Boolean> cycles, boolean bySchool) {
    String personId() {
        return viewer.personId();
    }

    boolean is(@Nullable Object personId) {
        return personId().equals(personId);
    }

    boolean owns(Document document) {
        return is(document.get("id"));
    }

    /** Also by a cycle of theirs, to which it belongs: what the other one of the pair did names only the other one. */
    boolean concerns(String collection, Document stored) {
        return isOfOwnCycle(collection, stored) || naming.in(stored);
    }

    private boolean isOfOwnCycle(String collection, Document stored) {
        return (
            collection.equals("cycle_events") &&
            stored.get("_id") instanceof String id &&
            cycles.containsKey(cycleId(id))
        );
    }

    static String cycleId(String eventId) {
        var end = eventId.indexOf(':');
        return end < 0 ? eventId : eventId.substring(0, end);
    }
}
