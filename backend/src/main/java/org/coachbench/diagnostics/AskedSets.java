package org.coachbench.diagnostics;

import static java.util.Comparator.naturalOrder;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.coachbench.diagnostics.DiagnosticSet.DiagnosticKind;
import org.coachbench.diagnostics.DiagnosticSet.Question;
import org.coachbench.diagnostics.Diagnostics.AskedOption;
import org.coachbench.diagnostics.Diagnostics.AskedQuestion;
import org.coachbench.diagnostics.Diagnostics.AskedSet;
import org.coachbench.diagnostics.Diagnostics.Completion;
import org.coachbench.diagnostics.Diagnostics.DiagnosticState;
import org.coachbench.diagnostics.Diagnostics.GivenAnswer;
import org.coachbench.diagnostics.EctResponses.Answer;
import org.coachbench.people.SchoolDay;
import org.coachbench.programme.SelfStudyKind;
import org.coachbench.programme.SelfStudyRecord;
import org.jspecify.annotations.Nullable;

/** When an ECT is asked what, and what of it they answered. */
final class AskedSets {

    private final List<DiagnosticSet> sets;
    private final EctResponses responses;
    private final Map<String, LocalDate> from = new HashMap<>();
    private final LocalDate today;

    AskedSets(List<DiagnosticSet> sets, EctResponses responses, List<SelfStudyRecord.Item> study, LocalDate today) {
        this.sets = sets;
        this.responses = responses;
        this.today = today;
        sets.forEach(set -> firstDay(set, study).ifPresent(day -> from.put(set.id(), day)));
    }

    /** A set that looks back has its time from the half-term in which the last module of its theme begins. */
    private static Optional<LocalDate> firstDay(DiagnosticSet set, List<SelfStudyRecord.Item> study) {
        return switch (set.kind()) {
            case ORIENTATION -> study
                .stream()
                .flatMap(item -> Stream.ofNullable(item.from()))
                .min(naturalOrder());
            case REFLECTION -> modules(study)
                .filter(item -> set.module() != null && item.id().equals(set.module().id()))
                .flatMap(item -> Stream.ofNullable(item.from()))
                .findFirst();
            case RETRIEVAL -> modules(study)
                .filter(item -> set.theme() != null && item.theme() == set.theme())
                .reduce((_, later) -> later)
                .flatMap(item -> Optional.ofNullable(item.halfTerm()))
                .map(halfTerm -> halfTerm.firstDay());
        };
    }

    private static Stream<SelfStudyRecord.Item> modules(List<SelfStudyRecord.Item> study) {
        return study.stream().filter(item -> item.kind() == SelfStudyKind.MODULE);
    }

    List<AskedSet> all() {
        return sets.stream().map(this::asked).toList();
    }

    List<Completion> completions() {
        return sets
            .stream()
            .map(set -> new Completion(set.id(), set.kind(), set.title(), from.get(set.id()), completedOn(set)))
            .toList();
    }

    private AskedSet asked(DiagnosticSet set) {
        var sitting = responses.sitting(set.id());
        var questions = set
            .questions()
            .stream()
            .map(question -> asked(question, sitting))
            .toList();
        return new AskedSet(
            set.id(),
            set.kind(),
            set.title(),
            set.about(),
            set.module(),
            from.get(set.id()),
            isNow(set),
            state(set, sitting),
            sitting,
            completedOn(set),
            questions
        );
    }

    private boolean isNow(DiagnosticSet set) {
        if (set.kind() == DiagnosticKind.ORIENTATION) {
            return begins(set) && responses.lastCompletedAt(set).isEmpty();
        }
        return newestBegun(set.kind()).filter(set::equals).isPresent();
    }

    private Optional<DiagnosticSet> newestBegun(DiagnosticKind kind) {
        return sets
            .stream()
            .filter(set -> set.kind() == kind && begins(set))
            .max(Comparator.comparing(set -> from.getOrDefault(set.id(), LocalDate.MIN)));
    }

    private boolean begins(DiagnosticSet set) {
        var day = from.get(set.id());
        return day != null && !day.isAfter(today);
    }

    private DiagnosticState state(DiagnosticSet set, int sitting) {
        if (sitting == 0) {
            return DiagnosticState.NOT_BEGUN;
        }
        return responses.completedAt(set, sitting).isPresent() ? DiagnosticState.COMPLETE : DiagnosticState.BEGUN;
    }

    private @Nullable LocalDate completedOn(DiagnosticSet set) {
        return responses.lastCompletedAt(set).map(SchoolDay::of).orElse(null);
    }

    private AskedQuestion asked(Question question, int sitting) {
        var given = responses.to(question.id()).toList();
        var newest = given
            .stream()
            .filter(answer -> answer.sitting() == sitting)
            .findFirst()
            .map(answer -> given(question, answer))
            .orElse(null);
        var earlier = given
            .stream()
            .filter(answer -> answer.sitting() < sitting)
            .map(answer -> given(question, answer))
            .toList();
        var options = question
            .options()
            .stream()
            .map(option ->
                newest == null
                    ? new AskedOption(option.text(), null, null)
                    : new AskedOption(option.text(), option.right(), option.why())
            )
            .toList();
        return new AskedQuestion(
            question.id(),
            question.kind(),
            question.asks(),
            question.strand(),
            question.module(),
            options,
            newest,
            earlier
        );
    }

    private static GivenAnswer given(Question question, Answer answer) {
        return new GivenAnswer(
            answer.sitting(),
            answer.at(),
            answer.option(),
            answer.line(),
            question.isRight(answer.option())
        );
    }
}
