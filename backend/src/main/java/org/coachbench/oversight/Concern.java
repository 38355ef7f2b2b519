package org.coachbench.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.bson.types.ObjectId;
import org.coachbench.api.AppliedMutations;
import org.coachbench.api.Problem;
import org.coachbench.people.SchoolRole;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A tutor's concern about the programme support that somebody gets or gives, with the trail of what was done about it. The
 * trail is only added to. It says nothing about how well anybody teaches or mentors.
 */
@Document("concerns")
@CompoundIndex(name = "school_newest", def = "{schoolId: 1, _id: -1}")
public class Concern {

    static final String ID_PREFIX = "concern_";
    private static final int MOST_ENTRIES = 200;

    @Id
    private final String id;

    @Version
    @SuppressWarnings("UnusedVariable") // read by Spring Data
    private @Nullable Integer version;

    private final String schoolId;
    private final String personId;
    private final SchoolRole role;
    private final ConcernTopic topic;
    private boolean open = true;
    private List<ConcernEntry> trail = new ArrayList<>();

    /** Who raised it with which {@code clientMutationId}; null when none was given. */
    @Indexed(unique = true, sparse = true)
    @SuppressWarnings("UnusedVariable") // read by its index and by queries
    private final @Nullable String raisedWith;

    private AppliedMutations applied = new AppliedMutations();

    public enum ConcernTopic {
        TIME_NOT_GIVEN,
        MENTOR_ABSENT,
        NOT_ENGAGING,
        RELATIONSHIP,
        WORKLOAD,
        OTHER,
    }

    enum ConcernEntryKind {
        RAISED,
        TOLD,
        FOLLOW_UP,
        CLOSED,
        REOPENED,
    }

    /** Who is told of concerns, outside of this service. */
    public enum ConcernBody {
        APPROPRIATE_BODY,
        DELIVERY_PARTNER,
    }

    public enum ConcernChannel {
        EMAIL,
        PHONE,
        IN_PERSON,
    }

    /**
     * Something in the trail.
     *
     * @param at when it was put down
     * @param on the day that it tells of; when raised, since when the matter stands
     * @param told who was told, and how; null but in an entry of kind TOLD
     */
    record ConcernEntry(
        String id,
        ConcernEntryKind kind,
        Instant at,
        String personId,
        LocalDate on,
        String text,
        @Nullable ConcernBody told,
        @Nullable ConcernChannel channel
    ) {}

    Concern(
        String id,
        String schoolId,
        String personId,
        SchoolRole role,
        ConcernTopic topic,
        @Nullable String raisedWith
    ) {
        this.id = id;
        this.schoolId = schoolId;
        this.personId = personId;
        this.role = role;
        this.topic = topic;
        this.raisedWith = raisedWith;
    }

    /** Who does something to a concern, and when. */
    record Doing(String personId, Instant now) {}

    static Concern raise(
        String schoolId,
        String personId,
        SchoolRole role,
        ConcernTopic topic,
        LocalDate since,
        String what,
        @Nullable String raisedWith,
        Doing doing
    ) {
        var concern = new Concern(newId(ID_PREFIX, doing), schoolId, personId, role, topic, raisedWith);
        concern.add(ConcernEntryKind.RAISED, since, what, null, null, doing);
        return concern;
    }

    void told(ConcernBody body, ConcernChannel channel, LocalDate on, String text, Doing doing) {
        requireOpen();
        add(ConcernEntryKind.TOLD, on, text, body, channel, doing);
    }

    void followUp(LocalDate on, String text, Doing doing) {
        requireOpen();
        add(ConcernEntryKind.FOLLOW_UP, on, text, null, null, doing);
    }

    void close(LocalDate on, String outcome, Doing doing) {
        requireOpen();
        add(ConcernEntryKind.CLOSED, on, outcome, null, null, doing);
        open = false;
    }

    void reopen(LocalDate on, String reason, Doing doing) {
        if (open) {
            throw Problem.invalid("This concern is open already.", "concernId");
        }
        add(ConcernEntryKind.REOPENED, on, reason, null, null, doing);
        open = true;
    }

    private void requireOpen() {
        if (!open) {
            throw Problem.invalid("This concern is closed. Reopen it to add to it.", "concernId");
        }
    }

    private void add(
        ConcernEntryKind kind,
        LocalDate on,
        String text,
        @Nullable ConcernBody told,
        @Nullable ConcernChannel channel,
        Doing doing
    ) {
        if (trail.size() == MOST_ENTRIES) {
            throw Problem.invalid(
                "A concern holds %d entries. Raise another one to go on.".formatted(MOST_ENTRIES),
                "concernId"
            );
        }
        trail.add(
            new ConcernEntry(
                newId("entry_", doing),
                kind,
                doing.now(),
                doing.personId(),
                on,
                text.strip(),
                told,
                channel
            )
        );
    }

    private static String newId(String prefix, Doing doing) {
        return prefix + new ObjectId(Date.from(doing.now())).toHexString();
    }

    AppliedMutations applied() {
        return applied;
    }

    public String id() {
        return id;
    }

    String schoolId() {
        return schoolId;
    }

    String personId() {
        return personId;
    }

    SchoolRole role() {
        return role;
    }

    ConcernTopic topic() {
        return topic;
    }

    boolean open() {
        return open;
    }

    /** Since when the matter stands. */
    public LocalDate since() {
        return trail.getFirst().on();
    }

    /** What it is, in the words in which it was raised. */
    public String what() {
        return trail.getFirst().text();
    }

    String raisedBy() {
        return trail.getFirst().personId();
    }

    public Instant raisedAt() {
        return trail.getFirst().at();
    }

    /** Who was told so far. */
    public List<ConcernBody> told() {
        return trail.stream().map(ConcernEntry::told).filter(Objects::nonNull).distinct().sorted().toList();
    }

    /** In the order in which it was put down. */
    List<ConcernEntry> trail() {
        return List.copyOf(trail);
    }
}
