package org.coachbench.pastoral;

import java.time.LocalDate;
import java.util.List;
import org.coachbench.access.Viewer;
import org.springframework.stereotype.Service;

/** On which days somebody has a pastoral meeting, for their own calendar: nothing of what it is about. */
@Service
public class PastoralDays {

    private final PastoralMeetings meetings;

    PastoralDays(PastoralMeetings meetings) {
        this.meetings = meetings;
    }

    public record PastoralDay(String meetingId, int version, String withId, LocalDate day) {}

    /** The viewer's own, on a day or after it. */
    public List<PastoralDay> from(Viewer viewer, LocalDate day) {
        return meetings
            .of(viewer, null)
            .stream()
            .filter(meeting -> !meeting.day().isBefore(day))
            .map(meeting ->
                new PastoralDay(
                    meeting.id(),
                    meeting.version(),
                    meeting.mentorId().equals(viewer.personId()) ? meeting.ectId() : meeting.mentorId(),
                    meeting.day()
                )
            )
            .toList();
    }
}
