package org.coachbench.diagnostics;

import java.util.List;
import java.util.Set;
import org.coachbench.stepbank.StepContent.SchoolPhase;
import org.coachbench.stepbank.StepContent.Subject;
import org.coachbench.stepbank.Strand;
import org.jspecify.annotations.Nullable;

/** The files in {@code diagnostics/} as people write them; modules without the prefix of their id. */
final class DiagnosticFile {

    private DiagnosticFile() {}

    record QuestionsFile(
        String title,
        String about,
        List<QuestionEntry> questions,
        @Nullable List<StatementEntry> statements
    ) {}

    record QuestionEntry(String id, String module, String asks, List<OptionEntry> options) {}

    record OptionEntry(String text, @Nullable Boolean right, @Nullable String because, @Nullable String tempts) {
        boolean isRight() {
            return Boolean.TRUE.equals(right);
        }
    }

    record StatementEntry(String id, Strand strand, String says) {}

    record ReflectionsFile(List<ReflectionEntry> reflections) {}

    record ReflectionEntry(String module, String sure, String done, String thinkOf) {}

    record ExamplesFile(String title, String about, PhasePart phase, SubjectPart subject, NeedPart need) {}

    record PhasePart(String asks, List<PhaseEntry> options) {}

    record PhaseEntry(SchoolPhase phase, String text) {}

    record SubjectPart(String asks, List<FamilyEntry> groups) {}

    record FamilyEntry(String text, Set<Subject> subjects) {}

    record NeedPart(String asks, List<NeedEntry> options) {}

    record NeedEntry(String id, String text, List<String> words) {}
}
