package org.coachbench.notify;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Tells a person that something happened: who did it, about whom, when, and where to read it. Nothing of what was written.
 *
 * @param id made of the fact and its receiver, so that nobody is told of a fact twice
 * @param fromId who did it; null when nobody did, as when something is overdue
 * @param seenAt null before its receiver saw it
 * @param mailDueAt when it is to be mailed; null when it is not, or no more
 * @param letterId the letter in which it is; null while it is in none
 */
@Document(Notice.COLLECTION)
@CompoundIndex(name = "newest", def = "{toId: 1, at: -1, _id: -1}")
@CompoundIndex(name = "unseen", def = "{toId: 1, seenAt: 1, at: -1, _id: -1}")
record Notice(
    @Id String id,
    String toId,
    NoticeFact fact,
    About about,
    @Nullable String fromId,
    @Indexed Instant at,
    @Nullable Instant seenAt,
    @Indexed(sparse = true) @Nullable Instant mailDueAt,
    @Nullable String letterId
) {
    static final String COLLECTION = "notices";
    static final String ID_PREFIX = "notice_";

    /**
     * What a notice is about.
     *
     * @param path of its screen
     * @param cycleId null when it is about no cycle
     * @param personIds others whom it names
     * @param startsAt when the session is that it tells of; null when it tells of none, or of one without a time
     * @param day that it tells of; null when it tells of none
     */
    record About(
        String path,
        @Nullable String cycleId,
        List<String> personIds,
        @Nullable Instant startsAt,
        @Nullable LocalDate day
    ) {
        static About screen(String path) {
            return new About(path, null, List.of(), null, null);
        }

        static About people(List<String> personIds) {
            return new About("/", null, personIds, null, null);
        }

        static About cycle(String cycleId) {
            return new About("/cycles/" + cycleId, cycleId, List.of(), null, null);
        }

        static About replay(String cycleId) {
            return new About("/cycles/" + cycleId + "/replay", cycleId, List.of(), null, null);
        }

        static About session(String cycleId, @Nullable Instant startsAt) {
            return new About("/cycles/" + cycleId, cycleId, List.of(), startsAt, null);
        }

        static About dropIn(String cycleId, LocalDate day) {
            return new About("/cycles/" + cycleId, cycleId, List.of(), null, day);
        }

        static About pairing(String otherId, LocalDate day) {
            return new About("/", null, List.of(otherId), null, day);
        }

        static About coachOf(String cycleId, String coachId) {
            return new About("/cycles/" + cycleId, cycleId, List.of(coachId), null, null);
        }
    }

    /** @param key of the fact, the same whenever the fact is come across */
    static Notice of(NoticeFact fact, String key, String toId, @Nullable String fromId, About about, Instant at) {
        return new Notice(id(fact, key, toId), toId, fact, about, fromId, at, null, null, null);
    }

    static String id(NoticeFact fact, String key, String toId) {
        return ID_PREFIX + fact.kind() + "_" + key + "_" + toId;
    }

    /** Whom it names. */
    Stream<String> names() {
        return Stream.concat(Stream.ofNullable(fromId), about.personIds().stream());
    }

    Notice mailedAt(@Nullable Instant due) {
        return new Notice(id, toId, fact, about, fromId, at, seenAt, due, letterId);
    }
}
