package org.coachbench.oversight;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.coachbench.Coachbench;
import org.coachbench.access.Viewer;
import org.coachbench.coaching.CoachingLogs;
import org.coachbench.coaching.LogEntry;
import org.coachbench.coaching.Phase;
import org.coachbench.oversight.Engagement.Grouping;
import org.coachbench.oversight.Engagement.Reader;
import org.coachbench.people.Registration;
import org.coachbench.people.Registration.PlaceAtSchool;
import org.coachbench.people.Registration.RegisterPerson;
import org.coachbench.people.Registration.RegisterSchool;
import org.coachbench.people.Registration.StartMentorship;
import org.coachbench.people.School;
import org.coachbench.people.SchoolRole;
import org.coachbench.programme.SchoolCalendar;
import org.springframework.boot.SpringApplication;

/**
 * How long the engagement of 400 ECTs over two years takes on the embedded store, beside that of 40. Not a test: run
 * {@code mvn -pl backend -am -DskipWebClient test-compile exec:exec
 * -Dbenchmark=org.coachbench.oversight.EngagementBenchmark}.
 */
public final class EngagementBenchmark {

    private static final LocalDate START = LocalDate.of(2024, 9, 1);
    private static final LocalDate END = LocalDate.of(2026, 8, 31);
    private static final Viewer REGISTRAR = new Viewer("person_registrar", true);
    private static final int ROUNDS = 30;

    private EngagementBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        var data = Files.createTempDirectory("engagement");
        try (
            var service = SpringApplication.run(Coachbench.class, "--server.port=0", "--coachbench.data-dir=" + data)
        ) {
            var registration = service.getBean(Registration.class);
            var logs = service.getBean(CoachingLogs.class);
            var engagement = service.getBean(Engagement.class);
            var small = school(registration, logs, 1, 40);
            var large = school(registration, logs, 2, 400);
            for (int round = 0; round < 2; round++) {
                measure(engagement, small, 40);
                measure(engagement, large, 400);
            }
        }
    }

    private static void measure(Engagement engagement, School school, int ects) {
        var micros = IntStream.range(0, ROUNDS)
            .mapToLong(_ -> {
                var begun = System.nanoTime();
                var figures = engagement.figures(
                    List.of(school),
                    new Reader(Set.of(school.id()), Set.of(), false),
                    END,
                    START,
                    END,
                    Grouping.MENTOR_LOAD
                );
                if (figures == null || figures.all().ects() != ects) {
                    throw new IllegalStateException("" + figures);
                }
                return (System.nanoTime() - begun) / 1000;
            })
            .sorted()
            .toArray();
        System.out.printf(
            "%d ECTs over two years, %d times: p50 %.0f ms, p95 %.0f ms, longest %.0f ms%n",
            ects,
            ROUNDS,
            micros[ROUNDS / 2] / 1000.0,
            micros[(ROUNDS * 95) / 100] / 1000.0,
            micros[ROUNDS - 1] / 1000.0
        );
    }

    /** Every mentor has two ECTs, whom they met in most weeks of the first year and in every other of the second. */
    private static School school(Registration registration, CoachingLogs logs, int number, int ects) {
        var school = registration.registerSchool(
            REGISTRAR,
            new RegisterSchool("80000" + number, "School " + number, null)
        );
        var weeks = SchoolCalendar.USUAL.weeks(START, END);
        var mentorId = "";
        for (int i = 0; i < ects; i++) {
            if (i % 2 == 0) {
                mentorId = person(registration, "mentor%d-%d".formatted(number, i));
                place(registration, mentorId, school, SchoolRole.MENTOR);
            }
            var ectId = person(registration, "ect%d-%d".formatted(number, i));
            place(registration, ectId, school, SchoolRole.ECT);
            registration.startMentorship(
                REGISTRAR,
                new StartMentorship(mentorId, ectId, school.id(), START, null, null)
            );
            for (int week = 0; week < weeks.size(); week++) {
                if (week % 5 != i % 5 && (week < weeks.size() / 2 || week % 2 == 0)) {
                    logs.keep(
                        entry("cycle_%d_%d_%d".formatted(number, i, week), ectId, mentorId, weeks.get(week).firstDay())
                    );
                }
            }
        }
        return school;
    }

    private static String person(Registration registration, String name) {
        return registration.register("benchmark", new RegisterPerson(name, name + "@example.org", null, null)).id();
    }

    private static void place(Registration registration, String personId, School school, SchoolRole role) {
        registration.placeAtSchool(REGISTRAR, new PlaceAtSchool(personId, school.id(), role, START, null, null));
    }

    private static LogEntry entry(String cycleId, String ectId, String mentorId, LocalDate day) {
        var at = day.atTime(LocalTime.of(15, 30)).toInstant(ZoneOffset.UTC);
        return new LogEntry(cycleId, ectId, mentorId, Phase.CLOSED, at, at, at, at.plusSeconds(2700), 2, 30);
    }
}
