package org.coachbench.programme;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.coachbench.api.ProblemException.orProblems;

import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.coachbench.access.AccessPolicy.PersonAct;
import org.coachbench.access.Viewer;
import org.coachbench.api.Problem;
import org.coachbench.people.Interval;
import org.coachbench.people.Person;
import org.coachbench.people.PersonAccess;
import org.coachbench.people.School;
import org.coachbench.people.SchoolDay;
import org.coachbench.programme.ProgrammePlanning.ChoosePastoralMeetings;
import org.coachbench.programme.ProgrammePlanning.ChooseRhythm;
import org.coachbench.programme.ProgrammePlanning.LogPastoralMeeting;
import org.coachbench.programme.ProgrammePlanning.PlanProgramme;
import org.coachbench.programme.ProgrammePlanning.RecordBreak;
import org.coachbench.programme.ProgrammePlanning.SetSchoolYear;
import org.coachbench.programme.RhythmPolicy.PastoralChoice;
import org.coachbench.programme.RhythmPolicy.RhythmChoice;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** What programme.graphqls says. */
@Controller
class ProgrammeController {

    private final Programmes programmes;
    private final ProgrammePlanning planning;
    private final PersonAccess access;

    ProgrammeController(Programmes programmes, ProgrammePlanning planning, PersonAccess access) {
        this.programmes = programmes;
        this.planning = planning;
        this.access = access;
    }

    record ProgrammeView(ProgrammeTime time, List<RhythmChoice> rhythms) {
        public LocalDate startedOn() {
            return time.startedOn();
        }

        public Schedule schedule() {
            return time.schedule();
        }

        public LocalDate endsOn() {
            return time.endsOn();
        }

        public @Nullable LocalDate agreedEnd() {
            return time.agreedEnd();
        }

        public int year() {
            return time.yearOn(SchoolDay.today());
        }

        public List<Interval> breaks() {
            return time.breaks();
        }
    }

    record SchoolYearView(int startsIn, boolean own, List<HalfTerm> halfTerms, List<LocalDate> closedDays) {
        static SchoolYearView of(SchoolCalendar calendar, int startsIn) {
            var year = calendar.year(startsIn);
            return new SchoolYearView(
                startsIn,
                calendar.isOwn(startsIn),
                year.halfTerms(),
                year.closedDays().stream().sorted().toList()
            );
        }
    }

    record ProgrammePayload(@Nullable Person ect, List<Problem> problems) {}

    record SchoolPayload(@Nullable School school, List<Problem> problems) {}

    @BatchMapping(typeName = "Person")
    Map<Person, ProgrammeView> programme(List<Person> asked, Principal principal) {
        var viewer = Viewer.of(principal);
        var tutored = access.tutoredSchools(viewer);
        var visible = asked
            .stream()
            .filter(person -> access.allows(viewer, PersonAct.READ_PROGRAMME, person, tutored))
            .toList();
        var agreed = programmes.of(visible);
        return visible
            .stream()
            .filter(person -> agreed.containsKey(person.id()))
            .collect(
                toMap(identity(), person -> {
                    var one = requireNonNull(agreed.get(person.id()));
                    return new ProgrammeView(
                        one.time(),
                        one.rhythms().stream().sorted(comparing(RhythmChoice::from)).toList()
                    );
                })
            );
    }

    @BatchMapping(typeName = "School")
    Map<School, List<SchoolYearView>> schoolYears(List<School> asked) {
        var found = programmes.ofSchools(asked.stream().map(School::id).toList());
        var year = SchoolYear.of(SchoolDay.today());
        return asked.stream().collect(
            toMap(identity(), school -> {
                var calendar = requireNonNull(found.get(school.id())).calendar();
                return List.of(SchoolYearView.of(calendar, year), SchoolYearView.of(calendar, year + 1));
            })
        );
    }

    @BatchMapping(typeName = "School")
    Map<School, List<PastoralChoice>> pastoralChoices(List<School> asked) {
        var found = programmes.ofSchools(asked.stream().map(School::id).toList());
        return asked
            .stream()
            .collect(
                toMap(identity(), school ->
                    requireNonNull(found.get(school.id()))
                        .pastoralChoices()
                        .stream()
                        .sorted(comparing(PastoralChoice::from))
                        .toList()
                )
            );
    }

    @MutationMapping
    ProgrammePayload planProgramme(@Argument PlanProgramme input, @AuthenticationPrincipal Viewer viewer) {
        return orProblems(
            () -> new ProgrammePayload(planning.plan(viewer, input), List.of()),
            problems -> new ProgrammePayload(null, problems)
        );
    }

    @MutationMapping
    ProgrammePayload recordBreak(@Argument RecordBreak input, @AuthenticationPrincipal Viewer viewer) {
        return orProblems(
            () -> new ProgrammePayload(planning.recordBreak(viewer, input), List.of()),
            problems -> new ProgrammePayload(null, problems)
        );
    }

    @MutationMapping
    ProgrammePayload chooseRhythm(@Argument ChooseRhythm input, @AuthenticationPrincipal Viewer viewer) {
        return orProblems(
            () -> new ProgrammePayload(planning.chooseRhythm(viewer, input), List.of()),
            problems -> new ProgrammePayload(null, problems)
        );
    }

    @MutationMapping
    ProgrammePayload logPastoralMeeting(@Argument LogPastoralMeeting input, @AuthenticationPrincipal Viewer viewer) {
        return orProblems(
            () -> new ProgrammePayload(planning.logPastoralMeeting(viewer, input), List.of()),
            problems -> new ProgrammePayload(null, problems)
        );
    }

    @MutationMapping
    SchoolPayload choosePastoralMeetings(
        @Argument ChoosePastoralMeetings input,
        @AuthenticationPrincipal Viewer viewer
    ) {
        return orProblems(
            () -> new SchoolPayload(planning.choosePastoralMeetings(viewer, input), List.of()),
            problems -> new SchoolPayload(null, problems)
        );
    }

    @MutationMapping
    SchoolPayload setSchoolYear(@Argument SetSchoolYear input, @AuthenticationPrincipal Viewer viewer) {
        return orProblems(
            () -> new SchoolPayload(planning.setSchoolYear(viewer, input), List.of()),
            problems -> new SchoolPayload(null, problems)
        );
    }
}
