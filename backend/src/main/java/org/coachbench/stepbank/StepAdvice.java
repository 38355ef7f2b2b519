package org.coachbench.stepbank;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What an experienced coach would remark on a step, by the qualities of a good one. Never a refusal. */
record StepAdvice(StepQuality quality, String message, String path) {
    enum StepQuality {
        ONE_ACTION,
        OBSERVABLE,
        CUE,
        A_WEEKS_WORK,
        FOR_PUPILS,
        TICKABLE,
        EXEMPLIFIED,
    }

    private static final Pattern TWO_ACTS = words("and also", "and then", "as well as");
    private static final Pattern SENTENCE_END = Pattern.compile("[.;!?]\\s+\\p{L}");
    private static final Pattern NOT_SEEN = words(
        "understand",
        "understands",
        "be aware",
        "aware of",
        "improve",
        "improves",
        "be better",
        "ensure",
        "ensures",
        "consider",
        "considers",
        "try to",
        "tries to",
        "think about",
        "thinks about",
        "be more",
        "is more",
        "work on",
        "confident",
        "confidently"
    );
    private static final Pattern NOT_TICKED = words(
        "clearly",
        "effectively",
        "effective",
        "appropriate",
        "appropriately",
        "properly",
        "successfully",
        "engaged",
        "engaging"
    );
    private static final Pattern FOR_EVER = words("always", "every lesson", "all lessons", "at all times", "this year");
    private static final Pattern MOMENT = Pattern.compile(
        "^(when|after|before|as|at|while|once|each time|every time|during|on|in|just|whenever)\\b.*"
    );
    private static final Pattern PUPILS_GAIN = words("so that", "so pupils", "so they");
    private static final int MINUTES_OF_A_SHORT_GO = 5;
    private static final int FEWEST_CRITERIA = 2;

    static List<StepAdvice> on(StepContent step) {
        var advice = new ArrayList<StepAdvice>();
        var title = step.title().strip();
        if (TWO_ACTS.matcher(title).find() || SENTENCE_END.matcher(title).find()) {
            advice.add(
                new StepAdvice(
                    StepQuality.ONE_ACTION,
                    "This sounds like two acts. Keep the one that would help most this week and save the other.",
                    "title"
                )
            );
        }
        found(NOT_SEEN, title, word ->
            new StepAdvice(
                StepQuality.OBSERVABLE,
                "Nobody can see “%s”. Name what the teacher says or does.".formatted(word),
                "title"
            )
        ).ifPresent(advice::add);
        found(FOR_EVER, title, word ->
            new StepAdvice(
                StepQuality.A_WEEKS_WORK,
                "“%s” is more than a week's work. Choose one class or one moment to begin with.".formatted(word),
                "title"
            )
        ).ifPresent(advice::add);
        adviseOnReasonAndCue(step, advice);
        adviseOnCriteria(step, advice);
        adviseOnModelAndPractice(step, advice);
        return List.copyOf(advice);
    }

    private static void adviseOnReasonAndCue(StepContent step, List<StepAdvice> advice) {
        if (!PUPILS_GAIN.matcher(step.why()).find()) {
            advice.add(
                new StepAdvice(
                    StepQuality.FOR_PUPILS,
                    "Say what pupils gain: “… so that pupils …”. It is the reason to keep going on a hard day.",
                    "why"
                )
            );
        }
        if (!MOMENT.matcher(step.cue().strip().toLowerCase(Locale.ROOT)).matches()) {
            advice.add(
                new StepAdvice(
                    StepQuality.CUE,
                    "Name the moment that triggers it: “When …”, “After …”, “Before …”. A step with a moment gets done.",
                    "cue"
                )
            );
        }
    }

    private static void adviseOnCriteria(StepContent step, List<StepAdvice> advice) {
        if (step.criteria().size() < FEWEST_CRITERIA) {
            advice.add(
                new StepAdvice(
                    StepQuality.TICKABLE,
                    "Give at least two criteria. Rehearsal and the next drop-in both look for them.",
                    "criteria"
                )
            );
        }
        for (int i = 0; i < step.criteria().size(); i++) {
            var path = "criteria." + i;
            var criterion = step.criteria().get(i);
            found(NOT_TICKED, criterion, word ->
                new StepAdvice(
                    StepQuality.TICKABLE,
                    "Two observers could disagree about “%s”. Say what they would see or hear, or count.".formatted(
                        word
                    ),
                    path
                )
            )
                .or(() ->
                    found(NOT_SEEN, criterion, word ->
                        new StepAdvice(
                            StepQuality.TICKABLE,
                            "Nobody can tick “%s” from the back of the room. Say what they would see or hear.".formatted(
                                word
                            ),
                            path
                        )
                    )
                )
                .ifPresent(advice::add);
        }
    }

    private static void adviseOnModelAndPractice(StepContent step, List<StepAdvice> advice) {
        if (step.models().isEmpty()) {
            advice.add(
                new StepAdvice(
                    StepQuality.EXEMPLIFIED,
                    "Add one model from a real lesson: what is said, what is done. People copy what they can picture.",
                    "models"
                )
            );
        }
        var hasShortGo = step
            .practice()
            .stream()
            .anyMatch(task -> task.minutes() <= MINUTES_OF_A_SHORT_GO);
        if (!hasShortGo) {
            advice.add(
                new StepAdvice(
                    StepQuality.A_WEEKS_WORK,
                    "Add something to rehearse in five minutes or less. If there is nothing, the step may be too big.",
                    "practice"
                )
            );
        }
    }

    private static Optional<StepAdvice> found(Pattern words, String text, Function<String, StepAdvice> advice) {
        var matcher = words.matcher(text);
        return matcher.find() ? Optional.of(advice.apply(matcher.group())) : Optional.empty();
    }

    private static Pattern words(String... words) {
        return Pattern.compile("\\b(" + String.join("|", words) + ")\\b", Pattern.CASE_INSENSITIVE);
    }
}
