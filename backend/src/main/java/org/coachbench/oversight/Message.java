package org.coachbench.oversight;

import java.time.Instant;
import java.util.Date;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** A nudge or praise that a tutor sent to somebody at their school. It stays as it was sent; the receiver says once that they saw it. */
@Document("messages")
@CompoundIndex(name = "sender_newest", def = "{fromId: 1, _id: -1}")
@CompoundIndex(name = "receiver_newest", def = "{toId: 1, _id: -1}")
public class Message {

    static final String ID_PREFIX = "message_";

    @Id
    private final String id;

    @Version
    @SuppressWarnings("UnusedVariable") // read by Spring Data
    private @Nullable Integer version;

    private final MessageKind kind;
    private final MessageAbout about;
    private final String fromId;
    private final String toId;
    private final String schoolId;
    private final String text;
    private final Instant sentAt;
    private @Nullable Instant seenAt;

    /** Who sent it with which {@code clientMutationId}; null when none was given. */
    @Indexed(unique = true, sparse = true)
    @SuppressWarnings("UnusedVariable") // read by its index and by queries
    private final @Nullable String sentBy;

    public enum MessageKind {
        NUDGE,
        PRAISE,
    }

    public enum MessageAbout {
        COACHING,
        SELF_STUDY,
        EVENT,
        MENTORING,
    }

    Message(
        String id,
        MessageKind kind,
        MessageAbout about,
        String fromId,
        String toId,
        String schoolId,
        String text,
        Instant sentAt,
        @Nullable String sentBy
    ) {
        this.id = id;
        this.kind = kind;
        this.about = about;
        this.fromId = fromId;
        this.toId = toId;
        this.schoolId = schoolId;
        this.text = text;
        this.sentAt = sentAt;
        this.sentBy = sentBy;
    }

    static String newId(Instant now) {
        return ID_PREFIX + new ObjectId(Date.from(now)).toHexString();
    }

    /** Seen once, it stays seen since then. */
    void seen(Instant now) {
        if (seenAt == null) {
            seenAt = now;
        }
    }

    public String id() {
        return id;
    }

    MessageKind kind() {
        return kind;
    }

    MessageAbout about() {
        return about;
    }

    String fromId() {
        return fromId;
    }

    String toId() {
        return toId;
    }

    String schoolId() {
        return schoolId;
    }

    String text() {
        return text;
    }

    public Instant sentAt() {
        return sentAt;
    }

    @Nullable
    Instant seenAt() {
        return seenAt;
    }
}
