package org.coachbench.demo;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.coachbench.access.Viewer;
import org.coachbench.api.ProblemException;
import org.coachbench.coaching.CycleMutations;
import org.coachbench.demo.RecordedCycle.Pair;
import org.coachbench.people.People;
import org.coachbench.people.Registration;
import org.coachbench.people.SchoolDay;
import org.coachbench.people.SchoolFacts;
import org.coachbench.people.Schools;
import org.coachbench.programme.ProgrammePlanning;
import org.coachbench.programme.SchoolCalendar;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Some weeks of coaching between the demo people, done through the service's own mutations. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("coachbench.demo")
class DemoCoaching {

    private static final Logger log = LoggerFactory.getLogger(DemoCoaching.class);
    /** In school weeks. */
    private static final int HALF_A_YEAR = 20;
    private static final String FILE = "demo/recorded-cycles.yaml";

    @Bean
    @Primary
    DemoClock demoClock() {
        return new DemoClock();
    }

    @Bean
    @Order(2)
    ApplicationRunner recordDemoCycles(People people, CycleMutations mutations, DemoClock clock) {
        return arguments -> {
            var desk = new Desk(people, mutations, clock);
            // Pairs do not wait for each other: together they share the store's writes to disk.
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                pairs()
                    .stream()
                    .map(pair -> CompletableFuture.runAsync(() -> desk.record(pair), threads))
                    .toList()
                    .forEach(CompletableFuture::join);
            }
        };
    }

    /** Beside what people do already: it takes a minute or two, once. */
    @Bean
    @Order(4)
    @ConditionalOnBooleanProperty("coachbench.demo-trust")
    ApplicationRunner recordDemoTrust(
        People people,
        Schools schools,
        Registration registration,
        SchoolFacts facts,
        ProgrammePlanning planning,
        CycleMutations mutations,
        DemoClock clock,
        DemoProgramme programme,
        DemoDesk desk
    ) {
        return arguments ->
            Thread.ofVirtual()
                .name("demo-trust")
                .start(() -> {
                    var administrator = people.findByEmail(DemoPeople.ADMINISTRATOR).orElseThrow();
                    var trust = new DemoTrust(
                        registration,
                        facts,
                        planning,
                        mutations,
                        clock,
                        people,
                        schools,
                        programme,
                        desk,
                        new Viewer(administrator.id(), true)
                    );
                    try {
                        trust.record(DemoPeople.OFFICES, HALF_A_YEAR);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    static List<Pair> pairs() throws IOException {
        try (var file = new ClassPathResource(FILE).getInputStream()) {
            return new YAMLMapper().readValue(file, new TypeReference<List<Pair>>() {});
        }
    }

    private record Desk(People people, CycleMutations mutations, DemoClock clock) {
        void record(Pair pair) {
            var mentor = viewer(pair.mentor());
            var ect = viewer(pair.ect());
            var number = 0;
            try {
                for (var cycle : pair.cycles()) {
                    number++;
                    var mutationId = "demo %s %d".formatted(pair.ect(), number);
                    var day = SchoolCalendar.USUAL.schoolDaysFrom(SchoolDay.today(), -cycle.schoolDaysAgo());
                    var coach = cycle.review() == null ? null : viewer(cycle.review().coach());
                    CycleRecorder.record(mutations, clock, mentor, ect, coach, cycle, day, mutationId);
                }
            } catch (ProblemException e) {
                // Somebody has used the demo in another way since: what they did counts.
                log.info("Cycle {} of {} is not recorded: {}", number, pair.ect(), e.toString());
            }
        }

        private Viewer viewer(String email) {
            return new Viewer(requireNonNull(people.findByEmail(email).orElse(null), email).id(), false);
        }
    }
}
