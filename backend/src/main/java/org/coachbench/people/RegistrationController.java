package org.coachbench.people;

import static org.coachbench.api.ProblemException.orProblems;

import java.util.List;
import java.util.function.Supplier;
import org.coachbench.access.Viewer;
import org.coachbench.api.Problem;
import org.coachbench.people.Corrections.CorrectPerson;
import org.coachbench.people.Corrections.MergePeople;
import org.coachbench.people.Leaving.ChangeWorkingPattern;
import org.coachbench.people.Leaving.LeaveSchool;
import org.coachbench.people.Leaving.TransferEct;
import org.coachbench.people.OutsideChecks.TickOutsideTask;
import org.coachbench.people.Registration.AppointTutor;
import org.coachbench.people.Registration.CancelMentorship;
import org.coachbench.people.Registration.EndMentorship;
import org.coachbench.people.Registration.PlaceAtSchool;
import org.coachbench.people.Registration.RegisterSchool;
import org.coachbench.people.Registration.StartMentorship;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** The mutations of people.graphqls and registration.graphqls, but for those that give accounts. */
@Controller
class RegistrationController {

    private final Registration registration;
    private final Leaving leaving;
    private final Corrections corrections;
    private final OutsideChecks outside;

    RegistrationController(Registration registration, Leaving leaving, Corrections corrections, OutsideChecks outside) {
        this.registration = registration;
        this.leaving = leaving;
        this.corrections = corrections;
        this.outside = outside;
    }

    record SchoolPayload(@Nullable School school, List<Problem> problems) {}

    record PersonPayload(@Nullable Person person, List<Problem> problems) {}

    record MentorshipPayload(@Nullable Mentorship mentorship, List<Problem> problems) {}

    @MutationMapping
    SchoolPayload registerSchool(@Argument RegisterSchool input, @AuthenticationPrincipal Viewer viewer) {
        return orProblems(
            () -> new SchoolPayload(registration.registerSchool(viewer, input), List.of()),
            problems -> new SchoolPayload(null, problems)
        );
    }

    @MutationMapping
    SchoolPayload appointTutor(@Argument AppointTutor input, @AuthenticationPrincipal Viewer viewer) {
        return orProblems(
            () -> new SchoolPayload(registration.appointTutor(viewer, input), List.of()),
            problems -> new SchoolPayload(null, problems)
        );
    }

    @MutationMapping
    PersonPayload placeAtSchool(@Argument PlaceAtSchool input, @AuthenticationPrincipal Viewer viewer) {
        return person(() -> registration.placeAtSchool(viewer, input));
    }

    @MutationMapping
    PersonPayload correctPerson(@Argument CorrectPerson input, @AuthenticationPrincipal Viewer viewer) {
        return person(() -> corrections.correctPerson(viewer, input));
    }

    @MutationMapping
    PersonPayload mergePeople(@Argument MergePeople input, @AuthenticationPrincipal Viewer viewer) {
        return person(() -> corrections.mergePeople(viewer, input));
    }

    @MutationMapping
    PersonPayload leaveSchool(@Argument LeaveSchool input, @AuthenticationPrincipal Viewer viewer) {
        return person(() -> leaving.leaveSchool(viewer, input));
    }

    @MutationMapping
    PersonPayload changeWorkingPattern(@Argument ChangeWorkingPattern input, @AuthenticationPrincipal Viewer viewer) {
        return person(() -> leaving.changeWorkingPattern(viewer, input));
    }

    @MutationMapping
    PersonPayload transferEct(@Argument TransferEct input, @AuthenticationPrincipal Viewer viewer) {
        return person(() -> leaving.transferEct(viewer, input));
    }

    @MutationMapping
    PersonPayload cancelMentorship(@Argument CancelMentorship input, @AuthenticationPrincipal Viewer viewer) {
        return person(() -> registration.cancelMentorship(viewer, input));
    }

    @MutationMapping
    PersonPayload tickOutsideTask(@Argument TickOutsideTask input, @AuthenticationPrincipal Viewer viewer) {
        return person(() -> outside.tick(viewer, input));
    }

    @MutationMapping
    MentorshipPayload startMentorship(@Argument StartMentorship input, @AuthenticationPrincipal Viewer viewer) {
        return orProblems(
            () -> new MentorshipPayload(registration.startMentorship(viewer, input), List.of()),
            problems -> new MentorshipPayload(null, problems)
        );
    }

    @MutationMapping
    MentorshipPayload endMentorship(@Argument EndMentorship input, @AuthenticationPrincipal Viewer viewer) {
        return orProblems(
            () -> new MentorshipPayload(registration.endMentorship(viewer, input), List.of()),
            problems -> new MentorshipPayload(null, problems)
        );
    }

    private static PersonPayload person(Supplier<Person> change) {
        return orProblems(
            () -> new PersonPayload(change.get(), List.of()),
            problems -> new PersonPayload(null, problems)
        );
    }
}
