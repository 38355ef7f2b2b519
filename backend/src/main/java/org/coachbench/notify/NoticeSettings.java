package org.coachbench.notify;

import java.time.LocalTime;
import java.util.Map;
import org.coachbench.notify.NoticeKind.MailChoice;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * How somebody wants their notices by e-mail. Times are London's, as text: a store's times of day depend on where it runs.
 *
 * @param mail what they chose; the other kinds come as usual
 * @param quiet whether e-mails wait while it is quiet
 * @param quietFrom when it becomes quiet on a school day
 * @param quietUntil when a school day begins; before it, and on all other days, it is quiet
 * @param digestAt when the digest goes, on school days
 */
@Document("notice_settings")
record NoticeSettings(
    @Id String personId,
    Map<NoticeKind, MailChoice> mail,
    boolean quiet,
    String quietFrom,
    String quietUntil,
    String digestAt
) {
    static NoticeSettings usual(String personId) {
        return new NoticeSettings(personId, Map.of(), true, "17:00", "08:00", "16:00");
    }

    MailChoice choice(NoticeKind kind) {
        return mail.getOrDefault(kind, kind.usual());
    }

    LocalTime closesAt() {
        return LocalTime.parse(quietFrom);
    }

    LocalTime opensAt() {
        return LocalTime.parse(quietUntil);
    }

    LocalTime digestTime() {
        return LocalTime.parse(digestAt);
    }
}
