package org.coachbench.pastoral;

import java.util.Optional;
import org.coachbench.access.AccessPolicy.PastoralAct;
import org.coachbench.access.Viewer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Opens the notes of a meeting for one of the two who met, when they ask for all that is held about them. */
@Component
public class OwnPastoralNotes {

    private final PastoralMeetings meetings;
    private final JsonMapper json;

    OwnPastoralNotes(PastoralMeetings meetings, JsonMapper json) {
        this.meetings = meetings;
        this.json = json;
    }

    /** As JSON; empty when the service does not have the key any more with which they were sealed. */
    public Optional<String> open(Viewer viewer, String meetingId) {
        var meeting = meetings.find(viewer, PastoralAct.READ, meetingId);
        return Optional.ofNullable(meetings.notes(meeting)).map(json::writeValueAsString);
    }
}
