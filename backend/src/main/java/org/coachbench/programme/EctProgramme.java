package org.coachbench.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.coachbench.api.AppliedMutations;
import org.coachbench.api.Problem;
import org.coachbench.people.Interval;
import org.coachbench.programme.RhythmPolicy.RhythmChoice;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/** What was agreed about an ECT's programme. Where nothing was, they have two years from their first day at a school. */
@Document("ect_programmes")
class EctProgramme {

    private static final int MOST_BREAKS = 20;
    private static final int MOST_CHOICES = 20;

    /** A meeting that was no coaching: that it took place, nothing more. */
    record PastoralMeeting(LocalDate on, String loggedBy) {}

    @Id
    private final String ectId;

    @Version
    @SuppressWarnings("UnusedVariable") // read by Spring Data
    private @Nullable Integer version;

    private LocalDate startedOn;
    private Schedule schedule = Schedule.TWO_YEARS;
    private @Nullable LocalDate agreedEnd;
    private List<Interval> breaks = new ArrayList<>();
    private List<RhythmChoice> rhythms = new ArrayList<>();
    private List<PastoralMeeting> pastoralMeetings = new ArrayList<>();
    private AppliedMutations applied = new AppliedMutations();

    EctProgramme(String ectId, LocalDate startedOn) {
        this.ectId = ectId;
        this.startedOn = startedOn;
    }

    void plan(LocalDate newStart, Schedule newSchedule, @Nullable LocalDate newEnd) {
        if (newSchedule == Schedule.PERSONALISED && newEnd == null) {
            throw Problem.invalid("Enter the last day that was agreed for this personalised programme.", "agreedEnd");
        }
        if (newEnd != null && newEnd.isBefore(newStart)) {
            throw Problem.invalid("Enter the first day or a later one.", "agreedEnd");
        }
        startedOn = newStart;
        schedule = newSchedule;
        agreedEnd = newEnd;
    }

    /** A break that is open already ends on the last day given. */
    void pause(Interval pause) {
        for (var other : breaks) {
            if (other.overlaps(pause) && !other.startedOn().equals(pause.startedOn())) {
                throw Problem.invalid(
                    "They are on a break from %s%s. Enter days outside that time, or its first day to change its end.".formatted(
                        other.startedOn(),
                        other.finishedOn() == null ? "" : " to " + other.finishedOn()
                    ),
                    "startedOn"
                );
            }
        }
        breaks.removeIf(other -> other.startedOn().equals(pause.startedOn()));
        if (breaks.size() == MOST_BREAKS) {
            throw Problem.invalid("A programme has %d breaks at most.".formatted(MOST_BREAKS), "startedOn");
        }
        breaks.add(pause);
        breaks.sort(Comparator.comparing(Interval::startedOn));
    }

    void choose(RhythmChoice choice) {
        rhythms.removeIf(other -> other.from().equals(choice.from()));
        if (rhythms.size() == MOST_CHOICES) {
            throw Problem.invalid("The rhythm changes %d times at most.".formatted(MOST_CHOICES), "from");
        }
        rhythms.add(choice);
    }

    /** Once a day at most: a second entry for it changes nothing. */
    void logPastoralMeeting(LocalDate on, String by) {
        if (pastoralMeetings.stream().noneMatch(meeting -> meeting.on().equals(on))) {
            pastoralMeetings.add(new PastoralMeeting(on, by));
        }
    }

    ProgrammeTime time() {
        return new ProgrammeTime(startedOn, schedule, agreedEnd, breaks);
    }

    List<RhythmChoice> rhythms() {
        return List.copyOf(rhythms);
    }

    List<Meeting> pastoralMeetings() {
        return pastoralMeetings
            .stream()
            .map(meeting -> new Meeting(meeting.on(), MeetingKind.PASTORAL))
            .toList();
    }

    String ectId() {
        return ectId;
    }

    AppliedMutations applied() {
        return applied;
    }
}
