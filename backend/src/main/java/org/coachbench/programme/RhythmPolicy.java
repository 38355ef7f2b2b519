package org.coachbench.programme;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which rhythm holds on which day. A choice holds from its date until the next one; what came before is judged by what
 * held then.
 *
 * @param schoolChoices whether the ECT's school and delivery partner have pastoral meetings
 * @param ownChoices what was agreed for this ECT alone
 */
public record RhythmPolicy(List<PastoralChoice> schoolChoices, List<RhythmChoice> ownChoices) {
    public static final RhythmPolicy WITHOUT_CHOICES = new RhythmPolicy(List.of(), List.of());

    public RhythmPolicy {
        schoolChoices = List.copyOf(schoolChoices);
        ownChoices = List.copyOf(ownChoices);
    }

    /** From a date on the school has pastoral meetings in alternate weeks, or has not. */
    public record PastoralChoice(LocalDate from, boolean pastoralMeetings) {}

    /** From a date on an ECT's rhythm is this one; as their schedule has it where there is none. */
    public record RhythmChoice(LocalDate from, @Nullable MeetingRhythm rhythm) {}

    /** A rhythm, and why it is this one. */
    record Reasoned(MeetingRhythm rhythm, String why) {}

    Reasoned on(LocalDate day, ProgrammeTime time) {
        var own = latest(ownChoices, RhythmChoice::from, day).map(RhythmChoice::rhythm);
        if (own.isPresent()) {
            return new Reasoned(own.get(), "Agreed for this ECT");
        }
        return time.schedule() == Schedule.TWO_YEARS
            ? bySchedule(time.yearOn(day) == 1, day, "Year 1", "Year " + time.yearOn(day))
            : bySchedule(!time.isPastHalfway(day), day, "First half of the programme", "Second half of the programme");
    }

    private Reasoned bySchedule(boolean early, LocalDate day, String earlyName, String lateName) {
        if (!early) {
            return new Reasoned(MeetingRhythm.FORTNIGHTLY_COACHING, lateName);
        }
        return hasPastoralMeetings(day)
            ? new Reasoned(MeetingRhythm.WEEKLY_WITH_PASTORAL, earlyName)
            : new Reasoned(MeetingRhythm.WEEKLY_COACHING, earlyName + ", no pastoral meetings at the school");
    }

    private boolean hasPastoralMeetings(LocalDate day) {
        return latest(schoolChoices, PastoralChoice::from, day).map(PastoralChoice::pastoralMeetings).orElse(false);
    }

    private static <T> Optional<T> latest(List<T> choices, Function<T, LocalDate> from, LocalDate day) {
        return choices
            .stream()
            .filter(choice -> !from.apply(choice).isAfter(day))
            .max(Comparator.comparing(from));
    }
}
