package org.coachbench.demo;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.coachbench.access.Viewer;
import org.coachbench.api.ProblemException;
import org.coachbench.coaching.CycleMutations;
import org.coachbench.demo.RecordedCycle.Pair;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.coachbench.people.PhaseOfEducation;
import org.coachbench.people.Registration;
import org.coachbench.people.Registration.AppointTutor;
import org.coachbench.people.Registration.EndMentorship;
import org.coachbench.people.Registration.PlaceAtSchool;
import org.coachbench.people.Registration.RegisterPerson;
import org.coachbench.people.Registration.RegisterSchool;
import org.coachbench.people.Registration.StartMentorship;
import org.coachbench.people.School;
import org.coachbench.people.SchoolDay;
import org.coachbench.people.SchoolFacts;
import org.coachbench.people.SchoolRole;
import org.coachbench.people.Schools;
import org.coachbench.programme.ProgrammePlanning;
import org.coachbench.programme.SchoolCalendar;
import org.coachbench.programme.SchoolCalendar.SchoolWeek;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Half a year in a trust of three schools, in every state that a tutor's screen shows. All of it is done through the
 * service's own mutations, each with its mutation id: done again after a start that was cut short, it goes on.
 */
final class DemoTrust {

    private static final Logger log = LoggerFactory.getLogger(DemoTrust.class);
    private static final String FILE = "demo/trust.yaml";
    private static final long SEED = 2026;
    private static final int AT_ONCE = 3;
    private static final int PASTORAL_DAYS = 56;

    private final Registration registration;
    private final SchoolFacts facts;
    private final ProgrammePlanning planning;
    private final CycleMutations mutations;
    private final DemoClock clock;
    private final People people;
    private final Schools schools;
    private final DemoProgramme programme;
    private final DemoDesk desk;
    private final Viewer administrator;
    private final LocalDate today = SchoolDay.today();

    DemoTrust(
        Registration registration,
        SchoolFacts facts,
        ProgrammePlanning planning,
        CycleMutations mutations,
        DemoClock clock,
        People people,
        Schools schools,
        DemoProgramme programme,
        DemoDesk desk,
        Viewer administrator
    ) {
        this.registration = registration;
        this.facts = facts;
        this.planning = planning;
        this.mutations = mutations;
        this.clock = clock;
        this.people = people;
        this.schools = schools;
        this.programme = programme;
        this.desk = desk;
        this.administrator = administrator;
    }

    enum Pace {
        WEEKLY,
        MOSTLY,
        FORTNIGHTLY,
        ALTERNATING,
        LAPSED,
        NEVER,
        BREAK,
        LEFT,
    }

    /** What was done about an event that somebody missed. */
    enum Missed {
        NOT_BOOKED,
        NOTHING_ARRANGED,
        CONTENT_ASSIGNED,
        CONTENT_COMPLETED,
    }

    /** @param missed who missed the last event, by name */
    record TrustSchool(
        String school,
        String urn,
        PhaseOfEducation phase,
        boolean pastoral,
        List<Mentor> mentors,
        Map<String, Missed> missed
    ) {
        /** Who is not told of is one of the demo people, and does what they can. */
        Pace pace(Person ect) {
            return ects()
                .filter(one -> one.name().equals(ect.name()))
                .map(Ect::pace)
                .findFirst()
                .orElse(Pace.MOSTLY);
        }

        Stream<Ect> ects() {
            return mentors.stream().flatMap(mentor -> mentor.ects().stream());
        }
    }

    record Mentor(String name, String subject, List<Ect> ects) {}

    record Ect(String name, Pace pace, int yearsAgo) {}

    /** Who looks after the trust's schools: the offices that the demo people hold. */
    record Offices(String tutor, String headteacher, String partnerAdministrator) {}

    private static List<TrustSchool> told() throws IOException {
        try (var file = new ClassPathResource(FILE).getInputStream()) {
            return new YAMLMapper().readValue(file, new TypeReference<List<TrustSchool>>() {});
        }
    }

    /** Registers everybody, then records so many school weeks of coaching and what goes with them. */
    void record(Offices offices, int weeks) throws IOException {
        var since = DemoPeople.SINCE.minusYears(1);
        var told = told();
        var tutor = new Viewer(id(offices.tutor()), false);
        var trust = facts.registerTrust(
            administrator,
            new SchoolFacts.RegisterOrganisation("Three Rivers Trust", "trust")
        );
        var partner = facts.registerDeliveryPartner(
            administrator,
            new SchoolFacts.RegisterOrganisation("Riverside Teaching School Hub", "partner")
        );
        facts.appointPartnerAdministrator(
            administrator,
            new SchoolFacts.AppointPartnerAdministrator(
                id(offices.partnerAdministrator()),
                partner.id(),
                since,
                null,
                "partner"
            )
        );
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var recorded = DemoCoaching.pairs();
            for (var one : told) {
                var school = schools
                    .findByUrn(one.urn())
                    .orElseGet(() ->
                        registration.registerSchool(administrator, new RegisterSchool(one.urn(), one.school(), null))
                    );
                facts.describeSchool(
                    administrator,
                    new SchoolFacts.DescribeSchool(
                        school.id(),
                        one.school(),
                        one.phase(),
                        trust.id(),
                        "Riverside Appropriate Body",
                        "describe"
                    )
                );
                facts.startPartnership(
                    administrator,
                    new SchoolFacts.StartPartnership(
                        school.id(),
                        partner.id(),
                        "Ambition Institute",
                        since,
                        null,
                        "partner"
                    )
                );
                lookAfter(school, offices, since);
                if (one.pastoral()) {
                    planning.choosePastoralMeetings(
                        administrator,
                        new ProgrammePlanning.ChoosePastoralMeetings(
                            school.id(),
                            today.minusDays(PASTORAL_DAYS),
                            true,
                            "pastoral"
                        )
                    );
                }
                one.mentors()
                    .stream()
                    .map(mentor ->
                        CompletableFuture.runAsync(
                            () ->
                                attempt("The coaching of " + mentor.name(), () ->
                                    work(school, mentor, recorded, weeks, since)
                                ),
                            threads
                        )
                    )
                    .toList()
                    .forEach(CompletableFuture::join);
                programme.record(administrator, tutor, school, one);
            }
        }
        attempt("The tutor's desk", () -> desk.record(tutor, firstOfEachPace(told)));
        log.info("The demo trust is there, with {} school weeks of coaching", weeks);
    }

    private void lookAfter(School school, Offices offices, LocalDate since) {
        // The first school has its tutor already.
        if (!school.tutorsOn(today).contains(id(offices.tutor()))) {
            registration.appointTutor(
                administrator,
                new AppointTutor(id(offices.tutor()), school.id(), since, null, "tutor " + school.urn())
            );
        }
        facts.appointHeadteacher(
            administrator,
            new SchoolFacts.AppointHeadteacher(
                id(offices.headteacher()),
                school.id(),
                since,
                null,
                "head " + school.urn()
            )
        );
    }

    static void attempt(String what, Runnable recording) {
        try {
            recording.run();
        } catch (ProblemException e) {
            // Somebody has used the demo in another way since: what they did counts.
            log.info("{} is not recorded to its end: {}", what, e.toString());
        }
    }

    private void work(School school, Mentor told, List<Pair> recorded, int weeks, LocalDate since) {
        var mentor = register(told.name());
        place(mentor, school, SchoolRole.MENTOR, since);
        var cycles = recorded
            .stream()
            .flatMap(pair -> pair.cycles().stream())
            .filter(cycle -> cycle.lesson().subject().equals(told.subject()) && cycle.rounds() != null)
            .toList();
        for (var one : told.ects()) {
            var start = DemoPeople.SINCE.minusYears(one.yearsAgo());
            var ect = register(one.name());
            place(ect, school, SchoolRole.ECT, start);
            var mentorship = registration.startMentorship(
                administrator,
                new StartMentorship(mentor.id(), ect.id(), school.id(), start, null, "mentorship")
            );
            coach(mentor, ect, one, cycles, weeks, start);
            if (one.pace() == Pace.LEFT) {
                registration.endMentorship(
                    administrator,
                    new EndMentorship(mentorship.id(), today.minusWeeks(2), "left")
                );
            }
            if (one.pace() == Pace.BREAK) {
                planning.recordBreak(
                    administrator,
                    new ProgrammePlanning.RecordBreak(ect.id(), today.minusWeeks(3), null, "break")
                );
            }
        }
    }

    private void coach(Person mentor, Person ect, Ect told, List<RecordedCycle> cycles, int weeks, LocalDate start) {
        var luck = new Random(SEED + told.name().hashCode());
        var schoolWeeks = SchoolCalendar.USUAL.weeks(start, today);
        // A meeting of the present week would still be to come.
        var isOver = schoolWeeks.isEmpty() || schoolWeeks.getLast().lastDay().isBefore(today);
        var end = isOver ? schoolWeeks.size() : schoolWeeks.size() - 1;
        var past = schoolWeeks.subList(Math.max(0, end - weeks), end);
        var asMentor = new Viewer(mentor.id(), false);
        var asEct = new Viewer(ect.id(), false);
        for (int i = 0; i < past.size(); i++) {
            var weeksLeft = past.size() - i;
            var day = dropInDay(past.get(i));
            if (isCoached(told.pace(), i, weeksLeft)) {
                var cycle = shortened(cycles.get((i + luck.nextInt(cycles.size())) % cycles.size()));
                CycleRecorder.record(
                    mutations,
                    clock,
                    asMentor,
                    asEct,
                    null,
                    cycle,
                    day,
                    "trust %s %s".formatted(ect.id(), day)
                );
            } else if (told.pace() == Pace.ALTERNATING && day.isAfter(today.minusDays(PASTORAL_DAYS))) {
                planning.logPastoralMeeting(
                    asMentor,
                    new ProgrammePlanning.LogPastoralMeeting(ect.id(), day, "pastoral " + day)
                );
            }
        }
    }

    /** Early enough in the week that the meeting, on the next school day, is in it too. */
    private static LocalDate dropInDay(SchoolWeek week) {
        return week.lastDay().isAfter(week.firstDay()) ? week.firstDay() : week.firstDay().minusDays(3);
    }

    private static boolean isCoached(Pace pace, int week, int weeksLeft) {
        return switch (pace) {
            case WEEKLY -> true;
            case MOSTLY -> week % 5 != 2 || weeksLeft == 1;
            case FORTNIGHTLY, ALTERNATING -> weeksLeft % 2 == 1;
            case LAPSED -> weeksLeft > 4;
            case NEVER -> false;
            case BREAK -> weeksLeft > 4 && weeksLeft % 2 == 1;
            case LEFT -> weeksLeft > 3;
        };
    }

    /** Two notes of evidence, the one that the step answers to among them; the meeting as it was. */
    private static RecordedCycle shortened(RecordedCycle whole) {
        var step = requireNonNull(whole.step());
        var answersTo = whole.evidence().get(step.answersTo() - 1);
        var other = whole.evidence().get(step.answersTo() == 1 ? 1 : 0);
        return new RecordedCycle(
            0,
            whole.at(),
            whole.lesson(),
            List.of(other, answersTo),
            whole.praise().subList(0, 1),
            new RecordedCycle.TailoredStep(step.id(), 2, step.criteria()),
            whole.agenda(),
            whole.rounds(),
            whole.followUp(),
            null,
            whole.outcome(),
            null
        );
    }

    private Map<Pace, Person> firstOfEachPace(List<TrustSchool> told) {
        return told
            .stream()
            .flatMap(TrustSchool::ects)
            .collect(toMap(Ect::pace, ect -> register(ect.name()), (first, _) -> first));
    }

    private Person register(String name) {
        var email = name.toLowerCase(Locale.UK).replace(' ', '.') + "@demo.coachbench.org";
        return registration.register("demo", new RegisterPerson(name, email, null, email));
    }

    private void place(Person person, School school, SchoolRole role, LocalDate since) {
        registration.placeAtSchool(
            administrator,
            new PlaceAtSchool(person.id(), school.id(), role, since, null, "place " + school.urn())
        );
    }

    private String id(String email) {
        return requireNonNull(people.findByEmail(email).orElse(null), email).id();
    }
}
