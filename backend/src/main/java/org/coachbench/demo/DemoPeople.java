package org.coachbench.demo;

import java.time.LocalDate;
import java.util.List;
import org.coachbench.access.Viewer;
import org.coachbench.demo.DemoTrust.Offices;
import org.coachbench.people.CoachPairing.CoachingReason;
import org.coachbench.people.CoachPairings;
import org.coachbench.people.CoachPairings.PairWithCoach;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.coachbench.people.Registration;
import org.coachbench.people.Registration.AppointTutor;
import org.coachbench.people.Registration.PlaceAtSchool;
import org.coachbench.people.Registration.RegisterPerson;
import org.coachbench.people.Registration.RegisterSchool;
import org.coachbench.people.Registration.StartMentorship;
import org.coachbench.people.School;
import org.coachbench.people.SchoolDay;
import org.coachbench.people.SchoolRole;
import org.coachbench.programme.SchoolCalendar;
import org.coachbench.signin.Accounts;
import org.coachbench.signin.DemoSignIn;
import org.coachbench.signin.DemoSignIn.DemoPerson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** Two schools with people of every role, there since before the first recorded cycle. Registering them again changes nothing. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("coachbench.demo")
class DemoPeople {

    private static final Logger log = LoggerFactory.getLogger(DemoPeople.class);
    static final String ADMINISTRATOR = "ade@demo.coachbench.org";
    static final Offices OFFICES = new Offices(
        "ruth@demo.coachbench.org",
        "grace@demo.coachbench.org",
        "karim@demo.coachbench.org"
    );
    private static final String PASSWORD = "coachbench-demo";
    static final LocalDate SINCE = startOfSchoolYear(SchoolCalendar.USUAL.schoolDaysFrom(SchoolDay.today(), -40));

    private static LocalDate startOfSchoolYear(LocalDate day) {
        var september = day.withMonth(9).withDayOfMonth(1);
        return day.isBefore(september) ? september.minusYears(1) : september;
    }

    @Bean
    DemoSignIn demoSignIn() {
        return new DemoSignIn(
            PASSWORD,
            List.of(
                new DemoPerson("Maya Okafor", "maya@demo.coachbench.org", "Mentor of Eli and Priya"),
                new DemoPerson("Eli Brandt", "eli@demo.coachbench.org", "Early career teacher, science"),
                new DemoPerson("Priya Shah", "priya@demo.coachbench.org", "Early career teacher, English"),
                new DemoPerson("Tom Hughes", "tom@demo.coachbench.org", "Mentor of Noor"),
                new DemoPerson("Noor Haddad", "noor@demo.coachbench.org", "Early career teacher, history"),
                new DemoPerson("Ruth Keane", "ruth@demo.coachbench.org", "Induction tutor"),
                new DemoPerson("Ade Bello", "ade@demo.coachbench.org", "Administrator"),
                new DemoPerson("Jo Finch", "jo@demo.coachbench.org", "Mentor of Sam, primary"),
                new DemoPerson("Sam Ortiz", "sam@demo.coachbench.org", "Early career teacher, Year 3"),
                new DemoPerson("Grace Mwangi", OFFICES.headteacher(), "Headteacher, figures only"),
                new DemoPerson("Karim Farouk", OFFICES.partnerAdministrator(), "Delivery partner, figures only"),
                new DemoPerson("Nadia Rahman", "nadia@demo.coachbench.org", "Coach of the mentor Maya")
            )
        );
    }

    @Bean
    @Order(1)
    ApplicationRunner registerDemoPeople(
        Registration registration,
        CoachPairings pairings,
        Accounts accounts,
        People people,
        DemoSignIn demo
    ) {
        return arguments -> {
            if (people.findByEmail(demo.people().getFirst().email()).isPresent()) {
                return;
            }
            var everybody = demo
                .people()
                .stream()
                .map(one -> register(registration, accounts, one))
                .toList();
            var administrator = new Viewer(everybody.get(6).id(), true);
            var desk = new Desk(registration, administrator);
            var elmbridge = desk.school("900001", "Elmbridge Community School");
            var harrowLane = desk.school("900002", "Harrow Lane Primary");
            desk.mentorship(elmbridge, everybody.get(0), everybody.get(1), everybody.get(2));
            desk.mentorship(elmbridge, everybody.get(3), everybody.get(4));
            desk.mentorship(harrowLane, everybody.get(7), everybody.get(8));
            registration.appointTutor(
                administrator,
                new AppointTutor(everybody.get(5).id(), elmbridge.id(), SINCE, null, null)
            );
            var coach = everybody.getLast().emailAddress();
            pairings.pair(
                administrator,
                new PairWithCoach(everybody.get(0).id(), coach, CoachingReason.VOLUNTEERED, SINCE, null)
            );
        };
    }

    /** Last of all, when everything is up. */
    @Bean
    @Order(3)
    ApplicationRunner tellHowToSignIn(Environment environment) {
        return (ApplicationArguments arguments) ->
            log.info(
                "\n\n    Coachbench is at http://localhost:{}\n    Sign in as one of the demo people offered there, for example {} and, in a second window, {}; their password is {}\n",
                environment.getProperty("local.server.port"),
                "maya@demo.coachbench.org",
                "eli@demo.coachbench.org",
                PASSWORD
            );
    }

    private static Person register(Registration registration, Accounts accounts, DemoPerson one) {
        var person = registration.register("demo", new RegisterPerson(one.name(), one.email(), null, one.email()));
        accounts.give(person, PASSWORD, one.role().equals("Administrator"));
        return person;
    }

    private record Desk(Registration registration, Viewer administrator) {
        School school(String urn, String name) {
            return registration.registerSchool(administrator, new RegisterSchool(urn, name, null));
        }

        void mentorship(School school, Person mentor, Person... ects) {
            place(school, mentor, SchoolRole.MENTOR);
            for (var ect : ects) {
                place(school, ect, SchoolRole.ECT);
                registration.startMentorship(
                    administrator,
                    new StartMentorship(mentor.id(), ect.id(), school.id(), SINCE, null, null)
                );
            }
        }

        private void place(School school, Person person, SchoolRole role) {
            registration.placeAtSchool(
                administrator,
                new PlaceAtSchool(person.id(), school.id(), role, SINCE, null, null)
            );
        }
    }
}
