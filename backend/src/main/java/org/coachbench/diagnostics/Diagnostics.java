package org.coachbench.diagnostics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.coachbench.diagnostics.DiagnosticFile.FamilyEntry;
import org.coachbench.diagnostics.DiagnosticFile.NeedEntry;
import org.coachbench.diagnostics.DiagnosticSet.DiagnosticKind;
import org.coachbench.diagnostics.DiagnosticSet.QuestionKind;
import org.coachbench.programme.HalfTerm;
import org.coachbench.stepbank.StepContent.SchoolPhase;
import org.coachbench.stepbank.Strand;
import org.coachbench.stepbank.TeacherModules.TeacherModule;
import org.jspecify.annotations.Nullable;

/** What an ECT is asked, and what they said, as people read it. */
record Diagnostics(
    List<AskedSet> sets,
    List<StrandPicture> strands,
    List<TeacherModule> lookAgain,
    @Nullable ExampleCheck example
) {
    enum DiagnosticState {
        NOT_BEGUN,
        BEGUN,
        COMPLETE,
    }

    /** A set with the answers of its newest sitting. */
    record AskedSet(
        String id,
        DiagnosticKind kind,
        String title,
        String about,
        @Nullable TeacherModule module,
        @Nullable LocalDate from,
        boolean now,
        DiagnosticState state,
        int sitting,
        @Nullable LocalDate completedOn,
        List<AskedQuestion> questions
    ) {}

    record AskedQuestion(
        String id,
        QuestionKind kind,
        String asks,
        Strand strand,
        @Nullable TeacherModule module,
        List<AskedOption> options,
        @Nullable GivenAnswer answer,
        List<GivenAnswer> earlier
    ) {}

    record AskedOption(String text, @Nullable Boolean right, @Nullable String why) {}

    record GivenAnswer(
        int sitting,
        Instant at,
        @Nullable Integer option,
        @Nullable String line,
        @Nullable Boolean right
    ) {}

    record StrandPicture(Strand strand, List<StrandPoint> points) {}

    record StrandPoint(HalfTerm halfTerm, double sure, int said) {}

    record ExampleCheck(SchoolPhase phase, FamilyEntry family, @Nullable NeedEntry need, LocalDate on) {}

    record Completion(
        String setId,
        DiagnosticKind kind,
        String title,
        @Nullable LocalDate from,
        @Nullable LocalDate completedOn
    ) {}
}
