package org.coachbench.pastoral;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.coachbench.api.ProblemException.orProblems;

import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.coachbench.access.Viewer;
import org.coachbench.api.Problem;
import org.coachbench.pastoral.PastoralMeetings.DropPastoralMeeting;
import org.coachbench.pastoral.PastoralMeetings.HoldPastoralMeeting;
import org.coachbench.pastoral.PastoralMeetings.MovePastoralMeeting;
import org.coachbench.pastoral.PastoralMeetings.PlanPastoralMeeting;
import org.coachbench.pastoral.PastoralMeetings.WritePastoralNotes;
import org.coachbench.pastoral.PastoralTopics.PastoralTopic;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** What pastoral.graphqls says. */
@Controller
class PastoralController {

    private final PastoralMeetings meetings;
    private final PastoralTopics topics;
    private final People people;

    PastoralController(PastoralMeetings meetings, PastoralTopics topics, People people) {
        this.meetings = meetings;
        this.topics = topics;
        this.people = people;
    }

    record PastoralMeetingPayload(@Nullable PastoralMeeting meeting, List<Problem> problems) {}

    record DropPastoralMeetingPayload(@Nullable String droppedId, List<Problem> problems) {}

    @QueryMapping
    List<PastoralTopic> pastoralTopics() {
        return topics.all();
    }

    @SchemaMapping(typeName = "Viewer")
    boolean keepsPastoralNotes() {
        return meetings.keepsNotes();
    }

    @SchemaMapping(typeName = "Viewer")
    List<PastoralMeeting> pastoralMeetings(Viewer viewer, @Argument @Nullable String ectId) {
        return meetings.of(viewer, ectId);
    }

    @SchemaMapping
    LocalDate on(PastoralMeeting meeting) {
        return meeting.day();
    }

    @SchemaMapping(typeName = "PastoralMeeting")
    @Nullable
    PastoralNotes notes(PastoralMeeting meeting) {
        return meetings.notes(meeting);
    }

    @BatchMapping(typeName = "PastoralMeeting")
    Map<PastoralMeeting, Person> mentor(List<PastoralMeeting> asked) {
        return people(asked, PastoralMeeting::mentorId);
    }

    @BatchMapping(typeName = "PastoralMeeting")
    Map<PastoralMeeting, Person> ect(List<PastoralMeeting> asked) {
        return people(asked, PastoralMeeting::ectId);
    }

    @BatchMapping(typeName = "PastoralMeeting")
    Map<PastoralMeeting, Boolean> mayWrite(List<PastoralMeeting> asked, Principal principal) {
        var viewer = Viewer.of(principal);
        var ects = people(asked, PastoralMeeting::ectId);
        return asked
            .stream()
            .collect(
                toMap(identity(), meeting -> meetings.mayWrite(viewer, meeting, requireNonNull(ects.get(meeting))))
            );
    }

    private Map<PastoralMeeting, Person> people(List<PastoralMeeting> asked, Function<PastoralMeeting, String> id) {
        var found = people
            .findAllById(asked.stream().map(id).collect(toSet()))
            .stream()
            .collect(toMap(Person::id, identity()));
        return asked.stream().collect(toMap(identity(), meeting -> found.get(id.apply(meeting))));
    }

    @MutationMapping
    PastoralMeetingPayload planPastoralMeeting(
        @Argument PlanPastoralMeeting input,
        @AuthenticationPrincipal Viewer viewer
    ) {
        return payload(() -> meetings.plan(viewer, input));
    }

    @MutationMapping
    PastoralMeetingPayload writePastoralNotes(
        @Argument WritePastoralNotes input,
        @AuthenticationPrincipal Viewer viewer
    ) {
        return payload(() -> meetings.write(viewer, input));
    }

    @MutationMapping
    PastoralMeetingPayload movePastoralMeeting(
        @Argument MovePastoralMeeting input,
        @AuthenticationPrincipal Viewer viewer
    ) {
        return payload(() -> meetings.move(viewer, input));
    }

    @MutationMapping
    PastoralMeetingPayload holdPastoralMeeting(
        @Argument HoldPastoralMeeting input,
        @AuthenticationPrincipal Viewer viewer
    ) {
        return payload(() -> meetings.hold(viewer, input));
    }

    @MutationMapping
    DropPastoralMeetingPayload dropPastoralMeeting(
        @Argument DropPastoralMeeting input,
        @AuthenticationPrincipal Viewer viewer
    ) {
        return orProblems(
            () -> {
                meetings.drop(viewer, input);
                return new DropPastoralMeetingPayload(input.meetingId(), List.of());
            },
            problems -> new DropPastoralMeetingPayload(null, problems)
        );
    }

    private static PastoralMeetingPayload payload(Supplier<PastoralMeeting> change) {
        return orProblems(
            () -> new PastoralMeetingPayload(change.get(), List.of()),
            problems -> new PastoralMeetingPayload(null, problems)
        );
    }
}
