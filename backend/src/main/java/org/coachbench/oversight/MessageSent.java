package org.coachbench.oversight;

import java.time.Instant;
import org.coachbench.oversight.Message.MessageKind;

/** A nudge or praise was sent: between whom and when, without its text. */
public record MessageSent(String messageId, MessageKind kind, String fromId, String toId, Instant sentAt) {
    static MessageSent of(Message message) {
        return new MessageSent(message.id(), message.kind(), message.fromId(), message.toId(), message.sentAt());
    }
}
