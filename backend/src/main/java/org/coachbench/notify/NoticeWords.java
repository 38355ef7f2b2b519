package org.coachbench.notify;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says a notice in a sentence, on the page and by e-mail: who, what and when, and nothing of what was written. */
final class NoticeWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEEE d MMMM, HH:mm", Locale.UK).withZone(
        ZoneId.of("Europe/London")
    );
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK);
    private static final String SOMEBODY = "Somebody";

    private NoticeWords() {}

    /** @param names by id; who is not among them is not named */
    static String sentence(Notice notice, Map<String, String> names) {
        var from = notice.fromId() == null ? SOMEBODY : names.getOrDefault(notice.fromId(), SOMEBODY);
        var about = notice.about();
        return switch (notice.fact()) {
            case STEP_SHARED -> from + " shared a step with you.";
            case SESSION_PLANNED -> from + " planned a session with you" + at(": ", about.startsAt()) + ".";
            case SESSION_MOVED -> from + " moved your session" + at(" to ", about.startsAt()) + ".";
            case SESSION_CANCELLED -> about.startsAt() == null
                ? from + " ended the cycle that they had shared with you."
                : from + " called off your session" + at(" on ", about.startsAt()) + ".";
            case SESSION_OFF -> "Your session with " +
                from +
                at(" on ", about.startsAt()) +
                " is off: the coaching between you has ended.";
            case FEEDBACK_GIVEN -> from + " gave you feedback in your session.";
            case VISIT_FEEDBACK -> from + " wrote feedback on their visit.";
            case VISIT_ANSWERED -> from + " answered your feedback.";
            case SESSION_REVIEWED -> from + " reviewed your session.";
            case REFLECTION_WRITTEN -> from + " wrote a reflection.";
            case MEETING_OVERDUE -> overdue(
                about
                    .personIds()
                    .stream()
                    .map(id -> names.getOrDefault(id, SOMEBODY))
                    .toList()
            );
            case NUDGED -> from + " sent you a nudge.";
            case PRAISED -> from + " sent you praise.";
            case MOMENT_COMMENTED -> from + " commented on a session.";
            case DROP_IN_AGREED -> "The next drop-in by " +
                from +
                " is on " +
                (about.day() == null ? "a day that you agreed" : DAY.format(about.day())) +
                ".";
            case SESSION_TO_REVIEW -> from + " shared a session with you to review.";
            case COACH_GIVEN_ACCESS -> from +
                " shared your session with " +
                first(about.personIds(), names) +
                ", who coaches them.";
            case COACH_ACCESS_ENDED -> from +
                " ended " +
                first(about.personIds(), names) +
                "’s access to your session.";
            case COACH_PAIRED -> first(about.personIds(), names) + " coaches you from " + day(about) + ".";
            case MENTOR_PAIRED -> "You coach " + first(about.personIds(), names) + " from " + day(about) + ".";
            case PAIRING_ENDS -> "The last day of coaching with " +
                first(about.personIds(), names) +
                " is " +
                day(about) +
                ".";
            case TUTOR_LOOKED -> from + " looked into your coaching as induction tutor.";
        };
    }

    private static String day(Notice.About about) {
        return about.day() == null ? "a day that was agreed" : DAY.format(about.day());
    }

    /** To whoever planned it. */
    static String ownSession(NoticeKind kind, String with, Instant startsAt) {
        return switch (kind) {
            case SESSION_MOVED -> "You moved your session with " + with + at(" to ", startsAt) + ".";
            case SESSION_CANCELLED -> "You called off your session with " + with + at(" on ", startsAt) + ".";
            default -> "You planned a session with " + with + at(": ", startsAt) + ".";
        };
    }

    static String subject(String sentence) {
        return sentence.substring(0, sentence.length() - 1);
    }

    static Map<String, String> firstNames(Map<String, String> names) {
        return names
            .entrySet()
            .stream()
            .collect(toMap(Map.Entry::getKey, named -> named.getValue().strip().split("\\s+", 2)[0]));
    }

    private static String at(String before, @Nullable Instant time) {
        return time == null ? "" : before + TIME.format(time);
    }

    private static String overdue(List<String> names) {
        if (names.size() == 1) {
            return "A meeting with " + names.getFirst() + " is overdue.";
        }
        var last = names.getLast();
        return (
            "Meetings with " + String.join(", ", names.subList(0, names.size() - 1)) + " and " + last + " are overdue."
        );
    }

    private static String first(List<String> personIds, Map<String, String> names) {
        return personIds.isEmpty() ? SOMEBODY : names.getOrDefault(personIds.getFirst(), SOMEBODY);
    }
}
