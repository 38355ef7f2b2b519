package org.coachbench.programme;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coachbench.people.Person;
import org.coachbench.people.SchoolRole;
import org.coachbench.programme.ProgrammePlanContent.EventEntry;
import org.coachbench.programme.ProgrammePlanContent.Theme;
import org.coachbench.programme.TrainingEvent.What;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The programme as it ships: {@code programme/plan.yaml}. */
@Component
class ProgrammePlanFile {

    private static final String FILE = "programme/plan.yaml";

    private final ProgrammePlanContent ects;
    private final ProgrammePlanContent mentors;

    ProgrammePlanFile() throws IOException {
        try (var text = new ClassPathResource(FILE).getInputStream()) {
            var file = new YAMLMapper().readValue(text, PlanFile.class);
            ects = content(SchoolRole.ECT, file.ects());
            mentors = content(SchoolRole.MENTOR, file.mentors());
        }
    }

    private record PlanFile(RolePart ects, RolePart mentors) {}

    private record RolePart(int halfTerms, boolean paced, List<ThemePart> themes, List<EventEntry> events) {}

    private record ThemePart(
        String title,
        @Nullable String orientation,
        List<ModulePart> modules,
        @Nullable String retrieval
    ) {}

    private record ModulePart(String id, String title) {}

    ProgrammePlanContent of(SchoolRole role) {
        return role == SchoolRole.ECT ? ects : mentors;
    }

    Optional<What> event(String entryId) {
        return Stream.of(ects, mentors)
            .flatMap(content ->
                content
                    .events()
                    .stream()
                    .filter(entry -> entry.id().equals(entryId))
                    .map(entry ->
                        new What(entry.title(), content.role(), entry.kind(), entry.format(), entry.minutes())
                    )
            )
            .findFirst();
    }

    boolean hasItemFor(Person person, String itemId) {
        return person
            .atSchool()
            .stream()
            .flatMap(at -> of(at.role()).themes().stream())
            .flatMap(theme -> theme.items().stream())
            .anyMatch(item -> item.id().equals(itemId));
    }

    private static ProgrammePlanContent content(SchoolRole role, RolePart part) {
        var themes = IntStream.rangeClosed(1, part.themes().size())
            .mapToObj(number -> theme(number, part.themes().get(number - 1)))
            .toList();
        return new ProgrammePlanContent(role, part.halfTerms(), part.paced(), themes, part.events());
    }

    private static Theme theme(int number, ThemePart part) {
        var items = new ArrayList<SelfStudyItem>();
        if (part.orientation() != null) {
            items.add(new SelfStudyItem("orientation_" + number, part.orientation(), SelfStudyKind.ORIENTATION));
        }
        for (var module : part.modules()) {
            items.add(new SelfStudyItem("module_" + module.id(), module.title(), SelfStudyKind.MODULE));
        }
        if (part.retrieval() != null) {
            items.add(new SelfStudyItem("retrieval_" + number, part.retrieval(), SelfStudyKind.RETRIEVAL));
        }
        return new Theme(number, part.title(), List.copyOf(items));
    }
}
