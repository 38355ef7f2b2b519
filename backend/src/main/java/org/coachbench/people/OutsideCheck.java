package org.coachbench.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.coachbench.people.Person.AtSchool;
import org.jspecify.annotations.Nullable;

/**
 * One task outside for somebody at a school: when it was done and by whom, and what changed since, which has to be told
 * there too.
 */
public record OutsideCheck(
    String schoolId,
    SchoolRole role,
    OutsideTask task,
    @Nullable LocalDate doneOn,
    @Nullable String doneById,
    List<ChangeToLog> changedSince
) {
    static OutsideCheck done(AtSchool at, OutsideTask task, String byId, LocalDate day) {
        return new OutsideCheck(at.schoolId(), at.role(), task, day, byId, List.of());
    }

    /** Done, and nothing changed since. */
    public boolean done() {
        return doneOn != null && changedSince.isEmpty();
    }

    /** All tasks of somebody's time at a school, those too that nobody did yet. */
    static List<OutsideCheck> of(AtSchool at, List<OutsideCheck> kept) {
        return OutsideTask.of(at.role())
            .stream()
            .map(task ->
                kept
                    .stream()
                    .filter(check -> check.isOf(at.schoolId(), at.role(), task))
                    .findFirst()
                    .orElseGet(() -> new OutsideCheck(at.schoolId(), at.role(), task, null, null, List.of()))
            )
            .toList();
    }

    static List<OutsideCheck> with(OutsideCheck added, List<OutsideCheck> kept) {
        return Stream.concat(
            kept.stream().filter(check -> !check.isTheSameTask(added)),
            added.doneOn == null ? Stream.of() : Stream.of(added)
        ).toList();
    }

    /** What was done for them at a school has to be looked at again. */
    static List<OutsideCheck> afterChange(
        ChangeToLog change,
        String schoolId,
        SchoolRole role,
        List<OutsideCheck> kept
    ) {
        return kept
            .stream()
            .map(check ->
                check.schoolId.equals(schoolId) && check.role == role && change.concerns(check.task)
                    ? check.after(change)
                    : check
            )
            .toList();
    }

    private OutsideCheck after(ChangeToLog change) {
        if (changedSince.contains(change)) {
            return this;
        }
        var changes = new ArrayList<>(changedSince);
        changes.add(change);
        return new OutsideCheck(schoolId, role, task, doneOn, doneById, List.copyOf(changes));
    }

    boolean isTheSameTask(OutsideCheck other) {
        return isOf(other.schoolId, other.role, other.task);
    }

    private boolean isOf(String otherSchoolId, SchoolRole otherRole, OutsideTask otherTask) {
        return schoolId.equals(otherSchoolId) && role == otherRole && task == otherTask;
    }
}
