package org.coachbench.diagnostics;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.coachbench.diagnostics.DiagnosticSet.DiagnosticKind;
import org.coachbench.diagnostics.DiagnosticSet.Question;
import org.coachbench.diagnostics.DiagnosticSet.QuestionKind;
import org.coachbench.diagnostics.Diagnostics.StrandPicture;
import org.coachbench.diagnostics.Diagnostics.StrandPoint;
import org.coachbench.diagnostics.EctResponses.Answer;
import org.coachbench.people.SchoolDay;
import org.coachbench.programme.HalfTerm;
import org.coachbench.programme.SchoolCalendar;
import org.coachbench.programme.SchoolYear;
import org.coachbench.stepbank.Strand;
import org.coachbench.stepbank.TeacherModules.TeacherModule;

/** What an ECT's answers say together, in the order in which they were given: later ones come over earlier ones. */
final class SaidAnswers {

    private static final int MOST_POINTS = 30;

    private final List<Said> said;

    /** An answer with the question it is to, as far as that is still asked. */
    private record Said(DiagnosticKind kind, Question question, Answer answer) {
        /** From 1 to 4. */
        int level() {
            return answer.option() == null ? 0 : answer.option() + 1;
        }
    }

    SaidAnswers(List<DiagnosticSet> sets, EctResponses responses) {
        var byId = sets.stream().collect(toMap(DiagnosticSet::id, identity()));
        said = responses
            .answers()
            .stream()
            .flatMap(answer ->
                Stream.ofNullable(byId.get(answer.setId())).flatMap(set ->
                    set
                        .question(answer.questionId())
                        .map(question -> new Said(set.kind(), question, answer))
                        .stream()
                )
            )
            .toList();
    }

    DiagnosticFacts facts() {
        var sureOfStrand = new EnumMap<Strand, Integer>(Strand.class);
        var sureOfModule = new HashMap<String, Integer>();
        var doneOfModule = new HashMap<String, Integer>();
        for (var one : said) {
            var module = one.question().module();
            if (one.question().kind() == QuestionKind.SURE && one.kind() == DiagnosticKind.ORIENTATION) {
                sureOfStrand.put(one.question().strand(), one.level());
            } else if (one.question().kind() == QuestionKind.SURE && module != null) {
                sureOfModule.put(module.id(), one.level());
            } else if (one.question().kind() == QuestionKind.DONE && module != null) {
                doneOfModule.put(module.id(), one.level());
            }
        }
        var missed = missed().stream().map(TeacherModule::id).toList();
        return new DiagnosticFacts(
            Map.copyOf(sureOfStrand),
            Map.copyOf(sureOfModule),
            Map.copyOf(doneOfModule),
            Set.copyOf(missed)
        );
    }

    /** Modules of whose questions the one that was answered last was answered wrongly, the latest first. */
    List<TeacherModule> missed() {
        var newest = new LinkedHashMap<TeacherModule, Said>();
        for (var one : said) {
            var module = one.question().module();
            if (one.question().kind() == QuestionKind.CHOICE && module != null) {
                newest.remove(module);
                newest.put(module, one);
            }
        }
        return newest
            .entrySet()
            .stream()
            .filter(entry ->
                Boolean.FALSE.equals(entry.getValue().question().isRight(entry.getValue().answer().option()))
            )
            .map(Map.Entry::getKey)
            .toList()
            .reversed();
    }

    List<StrandPicture> pictures(SchoolCalendar calendar) {
        var pictures = new ArrayList<StrandPicture>();
        for (var strand : Strand.values()) {
            var byHalfTerm = new LinkedHashMap<HalfTerm, List<Integer>>();
            said.stream()
                .filter(one -> one.question().kind() == QuestionKind.SURE && one.question().strand() == strand)
                .forEach(one ->
                    byHalfTerm
                        .computeIfAbsent(halfTerm(calendar, SchoolDay.of(one.answer().at())), _ -> new ArrayList<>())
                        .add(one.level())
                );
            var points = byHalfTerm
                .entrySet()
                .stream()
                .map(entry ->
                    new StrandPoint(
                        entry.getKey(),
                        entry.getValue().stream().mapToInt(Integer::intValue).average().orElseThrow(),
                        entry.getValue().size()
                    )
                )
                .toList();
            pictures.add(
                new StrandPicture(strand, points.subList(Math.max(0, points.size() - MOST_POINTS), points.size()))
            );
        }
        return pictures;
    }

    /** In a holiday, the one before it. */
    private static HalfTerm halfTerm(SchoolCalendar calendar, LocalDate day) {
        var year = SchoolYear.of(day);
        return calendar
            .halfTerms(year - 1, year + 1)
            .filter(halfTerm -> !halfTerm.firstDay().isAfter(day))
            .reduce((_, later) -> later)
            .orElseThrow();
    }
}
