package org.coachbench.people;

import static org.coachbench.api.ProblemException.orProblems;

import java.util.List;
import org.coachbench.access.Viewer;
import org.coachbench.api.Problem;
import org.coachbench.people.Registration.AppointTutor;
import org.coachbench.people.Registration.EndMentorship;
import org.coachbench.people.Registration.PlaceAtSchool;
import org.coachbench.people.Registration.RegisterSchool;
import org.coachbench.people.Registration.StartMentorship;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** The mutations of people.graphqls, but for registerPerson, which also gives an account. */
@Controller
class RegistrationController {

    private final Registration registration;

    RegistrationController(Registration registration) {
        this.registration = registration;
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
        return orProblems(
            () -> new PersonPayload(registration.placeAtSchool(viewer, input), List.of()),
            problems -> new PersonPayload(null, problems)
        );
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
}
