package org.coachbench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

/** Conventions that every class keeps to, so that reviews need not speak of them. */
class ArchitectureTests {

    private static final String ROOT = "org.coachbench";
    private static final JavaClasses SERVICE = new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages(ROOT);
    private static final JavaClasses SERVICE_AND_TESTS = new ClassFileImporter().importPackages(ROOT);

    @Test
    void everyPackageSaysWhatMayBeNull() {
        Set<String> unmarked = SERVICE.stream()
            .map(type -> type.getPackage())
            .filter(p -> !p.isAnnotatedWith(NullMarked.class))
            .map(JavaPackage::getName)
            .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unmarked).as("packages without @NullMarked in their package-info.java").isEmpty();
    }

    @Test
    void dependenciesComeThroughConstructors() {
        GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(SERVICE);
    }

    @Test
    void namesSayWhatAClassIsFor() {
        noClasses()
            .should()
            .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)")
            .orShould()
            .haveSimpleNameStartingWith("Abstract")
            .check(SERVICE_AND_TESTS);
    }

    @Test
    void controllersAreKnownByTheirNameAndStayInTheirPackage() {
        classes()
            .that()
            .areAnnotatedWith(Controller.class)
            .or()
            .areAnnotatedWith(RestController.class)
            .should()
            .haveSimpleNameEndingWith("Controller")
            .andShould()
            .bePackagePrivate()
            .allowEmptyShould(true)
            .check(SERVICE);
    }

    @Test
    void nothingWaitsBySleeping() {
        noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Thread.class, "sleep", Duration.class)
            .check(SERVICE_AND_TESTS);
    }

    @Test
    void theServiceSpeaksThroughItsLog() {
        GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(SERVICE);
    }
}
