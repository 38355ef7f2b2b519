package org.coachbench.stepbank;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.coachbench.stepbank.StepBank.Audience;
import org.coachbench.stepbank.StepBank.Module;
import org.coachbench.stepbank.StepContent.SchoolPhase;
import org.coachbench.stepbank.StepContent.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The content that ships: enough of it, whole, in order, and by our own advice good. */
class ShippedBanksTests {

    private static final ShippedBanks SHIPPED = new ShippedBanks();

    @Test
    void everyModuleOfTheProgrammeHasAtLeastFourStepsAndThereAreAtLeast180() {
        var bank = SHIPPED.bank(Audience.TEACHERS);
        assertThat(bank.modules()).hasSize(35).extracting(Module::theme).contains(1, 2, 3, 4, 5, 6);
        assertThat(bank.modules()).allSatisfy(module -> assertThat(module.stepCount()).isGreaterThanOrEqualTo(4));
        assertThat(steps(bank)).hasSizeGreaterThanOrEqualTo(180);
        assertThat(steps(bank)).extracting(Step::strand).containsAll(EnumSet.allOf(Strand.class));
    }

    @Test
    void everyTopicOfTheMentorsHasStepsAndThereAreAtLeast36() {
        var bank = SHIPPED.bank(Audience.MENTORS);
        assertThat(bank.modules()).hasSize(12);
        assertThat(bank.modules()).allSatisfy(module -> assertThat(module.stepCount()).isPositive());
        assertThat(steps(bank)).hasSizeGreaterThanOrEqualTo(36);
    }

    @Test
    void stepsComeAfterTheOnesTheyBuildOn() {
        var before = new HashSet<String>();
        for (var step : SHIPPED.steps()) {
            assertThat(before).as(step.id()).containsAll(step.content().buildsOn());
            before.add(step.id());
        }
    }

    @Test
    void modelsComeFromEveryKindOfSchoolAndSubject() {
        var models = SHIPPED.steps()
            .stream()
            .flatMap(step -> step.models().stream())
            .toList();
        var byPhase = models.stream().collect(groupingBy(StepContent.StepModel::phase));
        var bySubject = models.stream().collect(groupingBy(StepContent.StepModel::subject));
        assertThat(EnumSet.allOf(SchoolPhase.class)).allSatisfy(phase ->
            assertThat(byPhase.get(phase)).as(phase.name()).hasSizeGreaterThanOrEqualTo(15)
        );
        assertThat(EnumSet.allOf(Subject.class)).allSatisfy(subject ->
            assertThat(bySubject.get(subject)).as(subject.name()).hasSizeGreaterThanOrEqualTo(10)
        );
        for (var bank : SHIPPED.banks()) {
            for (var module : bank.modules()) {
                var subjects = steps(bank)
                    .stream()
                    .filter(step -> step.moduleId().equals(module.id()))
                    .flatMap(step -> step.models().stream())
                    .map(StepContent.StepModel::subject);
                assertThat(subjects)
                    .as(module.title())
                    .containsAnyOf(Subject.ARTS, Subject.PHYSICAL_EDUCATION, Subject.TECHNOLOGY);
            }
        }
    }

    @Test
    void ourAdviceHasNothingToRemark() {
        var remarked = SHIPPED.steps()
            .stream()
            .flatMap(step ->
                StepAdvice.on(step.content())
                    .stream()
                    .map(advice -> step.id() + " " + advice)
            );
        assertThat(remarked).isEmpty();
    }

    @Test
    void noTitleOrPhrasingStandsTwice() {
        assertThat(SHIPPED.steps()).extracting(Step::title).doesNotHaveDuplicates();
        var phrasings = SHIPPED.steps().stream().map(Step::phrasings).flatMap(Collection::stream).toList();
        assertThat(phrasings).size().isGreaterThan(700);
        assertThat(new HashSet<>(phrasings)).size().isEqualTo(phrasings.size());
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileHasTheShapeOfTheSchema(Resource file) throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(
            text(resources("classpath*:stepbank/steps.schema.json").getFirst())
        );
        assertThat(schema.validate(text(file), InputFormat.YAML))
            .as(file.getFilename())
            .isEmpty();
    }

    static Stream<Resource> files() throws IOException {
        return resources("classpath*:stepbank/*/??-*.yaml").stream();
    }

    private static List<Resource> resources(String pattern) throws IOException {
        return Arrays.asList(new PathMatchingResourcePatternResolver().getResources(pattern));
    }

    private static String text(Resource file) throws IOException {
        return file.getContentAsString(StandardCharsets.UTF_8);
    }

    private static List<Step> steps(StepBank bank) {
        return SHIPPED.steps()
            .stream()
            .filter(step -> step.bankId().equals(bank.id()))
            .toList();
    }
}
