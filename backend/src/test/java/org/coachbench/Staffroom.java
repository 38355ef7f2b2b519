package org.coachbench;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.coachbench.access.Viewer;
import org.coachbench.people.Person;
import org.coachbench.people.Registration;
import org.coachbench.people.Registration.AppointTutor;
import org.coachbench.people.Registration.PlaceAtSchool;
import org.coachbench.people.Registration.RegisterPerson;
import org.coachbench.people.Registration.RegisterSchool;
import org.coachbench.people.Registration.StartMentorship;
import org.coachbench.people.School;
import org.coachbench.people.SchoolRole;
import org.coachbench.programme.ProgrammePlanning;
import org.coachbench.programme.ProgrammePlanning.Days;
import org.coachbench.programme.ProgrammePlanning.SetSchoolYear;
import org.coachbench.programme.SchoolYear;
import org.coachbench.signin.Accounts;
import org.springframework.core.env.Environment;

/** Registers fresh people for a test and signs them in. */
public class Staffroom {

    static final String PASSWORD = "three random words";
    static final LocalDate SINCE = LocalDate.of(2025, 9, 1);
    private static final AtomicInteger COUNT = new AtomicInteger(100_000);
    private static final Viewer REGISTRAR = new Viewer("person_registrar", true);

    private final Registration registration;
    private final ProgrammePlanning planning;
    private final Accounts accounts;
    private final Environment environment;

    Staffroom(Registration registration, ProgrammePlanning planning, Accounts accounts, Environment environment) {
        this.registration = registration;
        this.planning = planning;
        this.accounts = accounts;
        this.environment = environment;
    }

    public record Colleague(Person person, TestClient client) {
        public String id() {
            return person.id();
        }
    }

    public record Pair(School school, Colleague mentor, Colleague ect) {}

    public static String password() {
        return PASSWORD;
    }

    public static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/London"));
    }

    public Pair pair() {
        var school = school();
        var mentor = mentorAt(school);
        return new Pair(school, mentor, ectOf(mentor, school));
    }

    public School school() {
        var urn = String.valueOf(COUNT.incrementAndGet());
        return registration.registerSchool(REGISTRAR, new RegisterSchool(urn, "School " + urn, null));
    }

    /** Every weekday of the last, this and the next school year is a school day: what is due does not depend on when tests run. */
    public void teachesAlways(School school) {
        var thisYear = SchoolYear.of(today());
        for (var year : List.of(thisYear - 1, thisYear, thisYear + 1)) {
            var halfTerms = IntStream.range(0, 6)
                .mapToObj(i -> LocalDate.of(year, 9, 1).plusMonths(2L * i))
                .map(first -> new Days(first, first.plusMonths(2).minusDays(1)))
                .toList();
            planning.setSchoolYear(REGISTRAR, new SetSchoolYear(school.id(), year, halfTerms, List.of(), null));
        }
    }

    public Colleague mentorAt(School school) {
        var mentor = colleague(false);
        place(mentor.id(), school, SchoolRole.MENTOR);
        return mentor;
    }

    public Colleague ectOf(Colleague mentor, School school) {
        var ect = colleague(false);
        place(ect.id(), school, SchoolRole.ECT);
        startMentorship(mentor.id(), ect.id(), school, SINCE);
        return ect;
    }

    /** Quicker to register: nobody signs in as this ECT. */
    public Person ectWithoutAccount(Colleague mentor, School school) {
        var number = COUNT.incrementAndGet();
        var email = "ect" + number + "@example.org";
        var ect = registration.register("test", new RegisterPerson("Ect " + number, email, null, null));
        place(ect.id(), school, SchoolRole.ECT);
        startMentorship(mentor.id(), ect.id(), school, SINCE);
        return ect;
    }

    /** Quicker to register, and nowhere at a school. */
    public Person personWithoutAccount() {
        var number = COUNT.incrementAndGet();
        var email = "somebody" + number + "@example.org";
        return registration.register("test", new RegisterPerson("Somebody " + number, email, null, null));
    }

    public Colleague tutorOf(School school) {
        var tutor = colleague(false);
        registration.appointTutor(REGISTRAR, new AppointTutor(tutor.id(), school.id(), SINCE, null, null));
        return tutor;
    }

    public Colleague tutorAndMentorAt(School school) {
        var tutor = tutorOf(school);
        place(tutor.id(), school, SchoolRole.MENTOR);
        return tutor;
    }

    public Colleague administrator() {
        return colleague(true);
    }

    private void place(String personId, School school, SchoolRole role) {
        registration.placeAtSchool(REGISTRAR, new PlaceAtSchool(personId, school.id(), role, SINCE, null, null));
    }

    public void startMentorship(Colleague mentor, Colleague ect, School school, LocalDate startedOn) {
        startMentorship(mentor.id(), ect.id(), school, startedOn);
    }

    private void startMentorship(String mentorId, String ectId, School school, LocalDate startedOn) {
        registration.startMentorship(
            REGISTRAR,
            new StartMentorship(mentorId, ectId, school.id(), startedOn, null, null)
        );
    }

    public Colleague colleague(boolean administrator) {
        var number = COUNT.incrementAndGet();
        var email = "colleague" + number + "@example.org";
        var person = registration.register("test", new RegisterPerson("Colleague " + number, email, null, null));
        accounts.give(person, PASSWORD, administrator);
        var client = anybody();
        client.signIn(email, PASSWORD);
        return new Colleague(person, client);
    }

    public TestClient anybody() {
        return new TestClient(URI.create("http://localhost:" + environment.getProperty("local.server.port")));
    }
}
