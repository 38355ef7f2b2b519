package org.coachbench.demo;

import java.time.LocalTime;
import java.util.List;
import org.coachbench.coaching.SectionKind;
import org.coachbench.coaching.StepOutcome;
import org.jspecify.annotations.Nullable;

/** A cycle of the demo people as recorded-cycles.yaml tells it; one that is still open ends early. */
record RecordedCycle(
    int schoolDaysAgo,
    LocalTime at,
    Lesson lesson,
    List<Seen> evidence,
    List<String> praise,
    @Nullable TailoredStep step,
    @Nullable List<Section> agenda,
    @Nullable List<Round> rounds,
    @Nullable FollowUp followUp,
    @Nullable String reflection,
    @Nullable StepOutcome outcome,
    @Nullable Review review
) {
    /** All cycles of a mentor with an ECT, by their e-mail addresses. */
    record Pair(String mentor, String ect, List<RecordedCycle> cycles) {}

    record Lesson(String subject, String className, String topic) {}

    record Seen(int minute, String text) {}

    /** A step of the shipped bank, the note that it answers to (1 for the first), and its criteria for this ECT. */
    record TailoredStep(String id, int answersTo, List<String> criteria) {}

    /** A part of the agenda, and how many minutes it took in the meeting. */
    record Section(SectionKind kind, String title, int minutes, @Nullable Double took, @Nullable String notes) {}

    /** The criteria that were seen by their place in the step, 0 for the first. */
    record Round(String rehearsed, List<Integer> criteriaSeen, String feedback) {}

    /** What the mentor's coach said about the feedback on a round, after the mentor had shared the session. */
    record Review(String coach, List<Remark> remarks) {}

    /** On a round by its number, 1 for the first. */
    record Remark(int round, String text) {}

    /** In school days after the meeting. */
    record FollowUp(int useIn, String where, int dropInIn) {}
}
