package org.coachbench.demo;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coachbench.access.Viewer;
import org.coachbench.diagnostics.DiagnosticMutations;
import org.coachbench.diagnostics.DiagnosticMutations.AnswerDiagnostic;
import org.coachbench.diagnostics.DiagnosticMutations.CheckExamples;
import org.coachbench.diagnostics.DiagnosticSet;
import org.coachbench.diagnostics.DiagnosticSet.DiagnosticKind;
import org.coachbench.diagnostics.DiagnosticSet.Question;
import org.coachbench.diagnostics.DiagnosticSets;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.coachbench.people.SchoolDay;
import org.coachbench.people.SchoolRole;
import org.coachbench.programme.SchoolCalendar;
import org.coachbench.programme.SelfStudyKind;
import org.coachbench.programme.SelfStudyRecord;
import org.coachbench.programme.SelfStudyRecords;
import org.coachbench.stepbank.StepContent.SchoolPhase;
import org.coachbench.stepbank.Strand;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What the demo ECTs said of themselves since they began; one of them stopped in the middle of a set. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("coachbench.demo")
class DemoDiagnostics {

    private static final LocalTime AFTER_SCHOOL = LocalTime.of(16, 20);
    private static final List<Profile> PROFILES = List.of(
        new Profile(
            "eli",
            SchoolPhase.SECONDARY,
            "Science, biology, chemistry or physics",
            "much-at-once",
            Map.of(Strand.BEHAVIOUR, 0, Strand.INSTRUCTION, 1, Strand.PROFESSIONAL_PRACTICE, 2),
            3,
            4,
            List.of(
                "Year 8 after the practical, everyone at the sink at once.",
                "Year 9, period 5, when I lost the thread."
            )
        ),
        new Profile(
            "priya",
            SchoolPhase.SECONDARY,
            "English",
            "reading-and-writing-in-the-way",
            Map.of(Strand.BEHAVIOUR, 1, Strand.INSTRUCTION, 2),
            5,
            0,
            List.of("Year 7, two pupils who had everything to say and nothing on the page.", "")
        ),
        new Profile(
            "noor",
            SchoolPhase.SECONDARY,
            "History, geography, religious education or citizenship",
            null,
            Map.of(Strand.BEHAVIOUR, 2, Strand.INSTRUCTION, 1),
            4,
            0,
            List.of("", "Year 10, the source that half the class read the wrong way round.")
        ),
        new Profile(
            "sam",
            SchoolPhase.PRIMARY,
            "Most subjects, as a class teacher",
            "leans-on-an-adult",
            Map.of(Strand.BEHAVIOUR, 1, Strand.CURRICULUM_AND_ASSESSMENT, 2),
            4,
            0,
            List.of(
                "The carpet after lunch. Pupil A had not heard a word.",
                "Column addition, the day the counters ran out."
            )
        )
    );

    /**
     * How somebody answers.
     *
     * @param levels how sure they were at first, by strand, 0 for not yet; 1 where nothing is told
     * @param missesEvery one question in so many
     * @param stopsAfter so many questions of the newest set that looks back; 0 for never
     * @param lines what they think of, in turn; empty where they leave it out
     */
    private record Profile(
        String name,
        SchoolPhase phase,
        String family,
        @Nullable String needId,
        Map<Strand, Integer> levels,
        int missesEvery,
        int stopsAfter,
        List<String> lines
    ) {
        /** They grow surer by a step in about five modules. */
        int level(Question question, int number) {
            return Math.min(3, levels.getOrDefault(question.strand(), 1) + number / 5);
        }
    }

    /** Something that was asked on a day. */
    private record Asked(DiagnosticSet set, LocalDate from) {}

    @Bean
    @Order(2)
    ApplicationRunner recordDemoDiagnostics(
        People people,
        SelfStudyRecords study,
        DiagnosticSets sets,
        DiagnosticMutations mutations,
        DemoClock clock
    ) {
        return arguments -> {
            var ects = PROFILES.stream().collect(
                toMap(one -> one, one -> people.findByEmail(one.name() + "@demo.coachbench.org").orElseThrow())
            );
            var studied = study.of(ects.values());
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                PROFILES.stream()
                    .map(profile -> {
                        var ect = requireNonNull(ects.get(profile));
                        var told = new Told(profile, ect, mutations, clock);
                        var asked = asked(sets.all(), studied.getOrDefault(ect.id(), List.of()));
                        return CompletableFuture.runAsync(
                            () -> DemoTrust.attempt("What " + ect.name() + " said", () -> told.record(asked)),
                            threads
                        );
                    })
                    .toList()
                    .forEach(CompletableFuture::join);
            }
        };
    }

    /** Everything whose time has begun, the oldest first. */
    private static List<Asked> asked(List<DiagnosticSet> sets, List<SelfStudyRecord> studied) {
        var modules = studied
            .stream()
            .filter(one -> one.role() == SchoolRole.ECT)
            .flatMap(one -> one.items().stream())
            .filter(item -> item.kind() == SelfStudyKind.MODULE && item.from() != null)
            .toList();
        var today = SchoolDay.today();
        return sets
            .stream()
            .flatMap(set -> from(set, modules).map(day -> new Asked(set, day)))
            .filter(one -> one.from().isBefore(today))
            .sorted(Comparator.comparing(Asked::from))
            .toList();
    }

    /** One is asked of a theme on the day on which its last module begins. */
    private static Stream<LocalDate> from(DiagnosticSet set, List<SelfStudyRecord.Item> modules) {
        return switch (set.kind()) {
            case ORIENTATION -> modules
                .stream()
                .limit(1)
                .flatMap(item -> Stream.ofNullable(item.from()));
            case REFLECTION -> modules
                .stream()
                .filter(item -> set.module() != null && item.id().equals(set.module().id()))
                .flatMap(item -> Stream.ofNullable(item.from()));
            case RETRIEVAL -> modules
                .stream()
                .filter(item -> set.theme() != null && item.theme() == set.theme())
                .reduce((_, later) -> later)
                .stream()
                .flatMap(item -> Stream.ofNullable(item.from()));
        };
    }

    private record Told(Profile profile, Person ect, DiagnosticMutations mutations, DemoClock clock) {
        void record(List<Asked> asked) {
            var last = asked
                .stream()
                .filter(one -> one.set().kind() == DiagnosticKind.RETRIEVAL)
                .reduce((_, later) -> later);
            for (int number = 0; number < asked.size(); number++) {
                var one = asked.get(number);
                var questions = one.set().questions();
                var stops = last.filter(one::equals).isPresent() && profile.stopsAfter() > 0;
                for (int i = 0; i < (stops ? profile.stopsAfter() : questions.size()); i++) {
                    answer(one, questions.get(i), i, number);
                }
            }
            var began = asked.isEmpty() ? SchoolDay.today() : asked.getFirst().from();
            at(began, () ->
                mutations.checkExamples(
                    viewer(),
                    new CheckExamples(ect.id(), profile.phase(), profile.family(), profile.needId(), "demo")
                )
            );
        }

        private void answer(Asked asked, Question question, int index, int number) {
            var line = switch (question.kind()) {
                case OPEN_LINE -> profile.lines().get(number % profile.lines().size());
                default -> null;
            };
            var option = switch (question.kind()) {
                case CHOICE -> option(question, (index + 1) % profile.missesEvery() != 0);
                case SURE, DONE -> (Integer) profile.level(question, number);
                case OPEN_LINE -> null;
            };
            at(asked.from(), () ->
                mutations.answer(
                    viewer(),
                    new AnswerDiagnostic(
                        ect.id(),
                        asked.set().id(),
                        question.id(),
                        1,
                        option,
                        line,
                        mutationId(question)
                    )
                )
            );
        }

        /** By the end of the question's id: the whole of some is too long. */
        private static String mutationId(Question question) {
            var id = question.id();
            return "demo " + id.substring(Math.max(0, id.length() - 55));
        }

        private static Integer option(Question question, boolean right) {
            return IntStream.range(0, question.options().size())
                .filter(i -> Boolean.valueOf(right).equals(question.options().get(i).right()))
                .findFirst()
                .orElseThrow();
        }

        /** On the next school day: people get to it when they have a minute. */
        private void at(LocalDate day, Runnable done) {
            var then = SchoolCalendar.USUAL.schoolDaysFrom(day, 1);
            var today = SchoolDay.today();
            clock.at(DemoClock.on(then.isBefore(today) ? then : day, AFTER_SCHOOL), () -> {
                done.run();
                return day;
            });
        }

        private Viewer viewer() {
            return new Viewer(ect.id(), false);
        }
    }
}
