package org.coachbench.programme;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.coachbench.access.AccessPolicy.PersonAct;
import org.coachbench.access.Viewer;
import org.coachbench.api.AppliedMutations;
import org.coachbench.api.InputRules;
import org.coachbench.api.MutationId;
import org.coachbench.api.Problem;
import org.coachbench.people.Interval;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.coachbench.people.PersonAccess;
import org.coachbench.people.School;
import org.coachbench.people.SchoolDay;
import org.coachbench.people.Schools;
import org.coachbench.programme.RhythmPolicy.PastoralChoice;
import org.coachbench.programme.RhythmPolicy.RhythmChoice;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Service;

/** Says when ECTs are on the programme and when schools teach. */
@Service
public class ProgrammePlanning {

    private static final int TRIES = 50;
    private static final int DAYS_BACK = 60;
    private static final List<String> HALF_TERMS = List.of(
        "Autumn 1",
        "Autumn 2",
        "Spring 1",
        "Spring 2",
        "Summer 1",
        "Summer 2"
    );

    private final MongoOperations store;
    private final People people;
    private final Schools schools;
    private final PersonAccess access;
    private final InputRules rules;

    ProgrammePlanning(MongoOperations store, People people, Schools schools, PersonAccess access, InputRules rules) {
        this.store = store;
        this.people = people;
        this.schools = schools;
        this.access = access;
        this.rules = rules;
    }

    public record PlanProgramme(
        String ectId,
        LocalDate startedOn,
        Schedule schedule,
        @Nullable LocalDate agreedEnd,
        @Nullable @MutationId String clientMutationId
    ) {}

    public record RecordBreak(
        String ectId,
        LocalDate startedOn,
        @Nullable LocalDate finishedOn,
        @Nullable @MutationId String clientMutationId
    ) {}

    public record ChooseRhythm(
        String ectId,
        LocalDate from,
        @Nullable MeetingRhythm rhythm,
        @Nullable @MutationId String clientMutationId
    ) {}

    public record LogPastoralMeeting(String ectId, LocalDate on, @Nullable @MutationId String clientMutationId) {}

    public record ChoosePastoralMeetings(
        String schoolId,
        LocalDate from,
        boolean pastoralMeetings,
        @Nullable @MutationId String clientMutationId
    ) {}

    public record Days(LocalDate firstDay, LocalDate lastDay) {}

    public record SetSchoolYear(
        String schoolId,
        @Min(value = 2020, message = "Enter 2020 or later.")
        @Max(value = 2100, message = "Enter 2100 or earlier.")
        int startsIn,
        List<@Valid Days> halfTerms,
        @Size(max = 60, message = "Enter 60 days at most.") List<LocalDate> closedDays,
        @Nullable @MutationId String clientMutationId
    ) {}

    public Person plan(Viewer viewer, PlanProgramme input) {
        return change(viewer, PersonAct.PLAN_PROGRAMME, input.ectId(), input, input.clientMutationId(), programme ->
            programme.plan(input.startedOn(), input.schedule(), input.agreedEnd())
        );
    }

    public Person recordBreak(Viewer viewer, RecordBreak input) {
        return change(viewer, PersonAct.PLAN_PROGRAMME, input.ectId(), input, input.clientMutationId(), programme -> {
            if (input.finishedOn() != null && input.finishedOn().isBefore(input.startedOn())) {
                throw Problem.invalid("Enter the first day or a later one.", "finishedOn");
            }
            programme.pause(new Interval(input.startedOn(), input.finishedOn()));
        });
    }

    public Person chooseRhythm(Viewer viewer, ChooseRhythm input) {
        return change(viewer, PersonAct.PLAN_PROGRAMME, input.ectId(), input, input.clientMutationId(), programme ->
            programme.choose(new RhythmChoice(input.from(), input.rhythm()))
        );
    }

    public Person logPastoralMeeting(Viewer viewer, LogPastoralMeeting input) {
        return change(viewer, PersonAct.LOG_MEETING, input.ectId(), input, input.clientMutationId(), programme -> {
            var today = SchoolDay.today();
            if (input.on().isAfter(today) || input.on().isBefore(today.minusDays(DAYS_BACK))) {
                throw Problem.invalid("Enter today or one of the %d days before.".formatted(DAYS_BACK), "on");
            }
            programme.logPastoralMeeting(input.on(), viewer.personId());
        });
    }

    public School choosePastoralMeetings(Viewer viewer, ChoosePastoralMeetings input) {
        return changeSchool(viewer, input.schoolId(), input, input.clientMutationId(), school ->
            school.choose(new PastoralChoice(input.from(), input.pastoralMeetings()))
        );
    }

    public School setSchoolYear(Viewer viewer, SetSchoolYear input) {
        return changeSchool(viewer, input.schoolId(), input, input.clientMutationId(), school -> {
            if (input.halfTerms().isEmpty()) {
                school.useUsualYear(input.startsIn());
            } else {
                school.setYear(new SchoolYear(input.startsIn(), halfTerms(input), new HashSet<>(input.closedDays())));
            }
        });
    }

    private static List<HalfTerm> halfTerms(SetSchoolYear input) {
        var days = input.halfTerms();
        if (days.size() != HALF_TERMS.size()) {
            throw Problem.invalid("Enter all six half-terms.", "halfTerms");
        }
        var notBefore = LocalDate.of(input.startsIn(), 8, 1);
        var notAfter = notBefore.plusYears(1).plusDays(30);
        for (int i = 0; i < days.size(); i++) {
            var halfTerm = days.get(i);
            if (halfTerm.firstDay().isBefore(notBefore)) {
                throw Problem.invalid(
                    i == 0
                        ? "Enter 1 August %d or later.".formatted(input.startsIn())
                        : "Enter a day after the end of the half-term before, which is %s.".formatted(
                              notBefore.minusDays(1)
                          ),
                    "halfTerms",
                    String.valueOf(i),
                    "firstDay"
                );
            }
            if (halfTerm.lastDay().isBefore(halfTerm.firstDay()) || halfTerm.lastDay().isAfter(notAfter)) {
                throw Problem.invalid(
                    "Enter its first day or a later one, until %s.".formatted(notAfter),
                    "halfTerms",
                    String.valueOf(i),
                    "lastDay"
                );
            }
            notBefore = halfTerm.lastDay().plusDays(1);
        }
        return IntStream.range(0, days.size())
            .mapToObj(i -> new HalfTerm(HALF_TERMS.get(i), days.get(i).firstDay(), days.get(i).lastDay()))
            .toList();
    }

    private Person change(
        Viewer viewer,
        PersonAct act,
        String ectId,
        Object input,
        @Nullable String mutationId,
        Consumer<EctProgramme> change
    ) {
        rules.check(input);
        var ect = people
            .findById(ectId)
            .filter(person -> access.allows(viewer, act, person, access.tutoredSchools(viewer)))
            .orElseThrow(() -> Problem.notFound("ECT", "ectId"));
        var start = Programmes.firstDay(ect);
        if (start == null) {
            throw Problem.notFound("ECT", "ectId");
        }
        var key = AppliedMutations.key(viewer.personId(), input, mutationId);
        retrying(() -> {
            var stored = store.findById(ectId, EctProgramme.class);
            var programme = stored == null ? new EctProgramme(ectId, start) : stored;
            if (!programme.applied().contains(key)) {
                change.accept(programme);
                programme.applied().add(key);
                store.save(programme);
            }
        });
        return ect;
    }

    private School changeSchool(
        Viewer viewer,
        String schoolId,
        Object input,
        @Nullable String mutationId,
        Consumer<SchoolProgramme> change
    ) {
        rules.check(input);
        if (!access.mayRunSchool(viewer, schoolId)) {
            throw Problem.notFound("school", "schoolId");
        }
        var school = schools.findById(schoolId).orElseThrow(() -> Problem.notFound("school", "schoolId"));
        var key = AppliedMutations.key(viewer.personId(), input, mutationId);
        retrying(() -> {
            var stored = store.findById(schoolId, SchoolProgramme.class);
            var programme = stored == null ? new SchoolProgramme(schoolId) : stored;
            if (!programme.applied().contains(key)) {
                change.accept(programme);
                programme.applied().add(key);
                store.save(programme);
            }
        });
        return school;
    }

    /** Reads and decides anew when somebody else wrote in between. */
    private static void retrying(Runnable change) {
        for (int tries = 1; ; tries++) {
            try {
                change.run();
                return;
            } catch (OptimisticLockingFailureException | DuplicateKeyException e) {
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }
}
