package org.coachbench.live;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.coachbench.coaching.Coach;
import org.coachbench.coaching.NoteKind;
import org.coachbench.coaching.Typist;
import org.coachbench.live.TwoBackends.Member;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Somebody who changes a cycle and repeats each change, to whichever process answers, until it is acknowledged. */
final class Writer {

    /** Every so many changes the reply is lost, or the change is sent twice at once. */
    private static final int CHANGES_BETWEEN_MISHAPS = 25;
    private static final Duration BEFORE_THE_NEXT_TRY = Duration.ofMillis(100);
    private static final String CYCLE =
        "cycle { id lastSequence version plan { sections { id } } rounds { id } } problems { __typename message }";

    private final TwoBackends backends;
    private final Member member;
    private final String name;
    private final Random random;
    private final Map<NoteKind, Typist> notes = new EnumMap<>(NoteKind.class);
    private final List<String> said = new ArrayList<>();
    private final List<String> typed = new ArrayList<>();
    private final List<CompletableFuture<Void>> sentTwice = new ArrayList<>();
    private volatile String cycleId = "";
    private final AtomicInteger done = new AtomicInteger();
    private int repeats;
    private int version;
    private List<String> sections = List.of();
    private @Nullable ShakyFollower device;
    private int merged;
    private int count;

    Writer(TwoBackends backends, Member member, String name, long seed) {
        this.backends = backends;
        this.member = member;
        this.name = name;
        random = new Random(seed);
        for (var kind : NoteKind.values()) {
            notes.put(kind, Typist.offline());
        }
    }

    Member member() {
        return member;
    }

    String cycleId() {
        return cycleId;
    }

    /** The acknowledged texts of evidence, praise, reflections, rehearsals and feedback. */
    List<String> said() {
        return said;
    }

    /** The acknowledged words in notes. */
    List<String> typed() {
        return typed;
    }

    /** How many changes were acknowledged so far. */
    int done() {
        return done.get();
    }

    /** How often a change was sent again. */
    int repeats() {
        return repeats;
    }

    Typist note(NoteKind kind) {
        return notes.get(kind);
    }

    void joins(String startedCycleId) {
        cycleId = startedCycleId;
    }

    /** What arrives there is merged into what this person types in next. */
    void reads(ShakyFollower follower) {
        device = follower;
    }

    void start(String ectId) {
        var lesson = Map.of("subject", "Science", "className", "8B", "topic", name);
        cycleId = change("startCycle", Map.of("ectId", ectId, "lesson", lesson))
            .get("id")
            .asString();
    }

    void recordsEvidence() {
        said("recordEvidence", "text");
    }

    void recordsPraise() {
        said("recordPraise", "text");
    }

    void reflects() {
        said("writeReflection", "text");
    }

    void plansAndShares() {
        var own = Map.of("title", "Wait", "why", "Time to think.", "criteria", List.of("Waits three seconds"));
        change("chooseStep", Map.of("own", own, "version", version));
        var planned = change("planSession", Map.of("sections", Coach.SECTIONS, "version", version));
        sections = planned
            .at("/plan/sections")
            .valueStream()
            .map(section -> section.get("id").asString())
            .toList();
        change("shareCycle", Map.of());
    }

    void startsTheMeeting() {
        change("startSession", Map.of());
    }

    void startsASection() {
        change("startSection", Map.of("sectionId", sections.get(random.nextInt(sections.size()))));
    }

    void rehearsesOnce() {
        var rounds = said("logPracticeRound", "rehearsed").get("rounds");
        var round = rounds
            .get(rounds.size() - 1)
            .get("id")
            .asString();
        var feedback = text();
        change("giveFeedback", Map.of("roundId", round, "text", feedback));
        said.add(feedback);
    }

    /** A word between two words of one of the notes, as this person has it on their device. */
    void types(NoteKind... kinds) {
        readOn();
        var kind = kinds[random.nextInt(kinds.length)];
        var typist = notes.get(kind);
        var word = text();
        var gap = typist.text().lastIndexOf(' ', random.nextInt(typist.text().length() + 1)) + 1;
        change("editNote", Map.of("kind", kind.name(), "changes", typist.type(gap, word + " ")));
        typed.add(word);
    }

    /** Merges what others typed and this person's device got to see. */
    void readOn() {
        var events = device == null ? List.<JsonNode>of() : device.events();
        for (var event : events.subList(merged, events.size())) {
            if (event.get("__typename").asString().equals("NoteEdited")) {
                notes.get(NoteKind.valueOf(event.get("kind").asString())).merge(event.get("changes").asString());
            }
        }
        merged = events.size();
    }

    /** Waits for the replies that nobody waited for. */
    void finishes() {
        sentTwice.forEach(CompletableFuture::join);
    }

    private JsonNode said(String mutation, String field) {
        var text = text();
        var cycle = change(mutation, Map.of(field, text));
        said.add(text);
        return cycle;
    }

    private String text() {
        return name + "." + count++;
    }

    private JsonNode change(String mutation, Map<String, ?> what) {
        var input = new HashMap<String, Object>(what);
        if (!mutation.equals("startCycle")) {
            input.put("cycleId", cycleId);
        }
        if (!mutation.equals("editNote")) {
            input.put("clientMutationId", name + "." + count++);
        }
        var mishap = random.nextInt(CHANGES_BETWEEN_MISHAPS);
        if (mishap == 0) {
            send(mutation, input, random.nextInt(2));
            repeats++;
        } else if (mishap == 1) {
            var other = random.nextInt(2);
            sentTwice.add(CompletableFuture.runAsync(() -> send(mutation, input, other), Thread::startVirtualThread));
            repeats++;
        }
        while (true) {
            var cycle = send(mutation, input, random.nextInt(2));
            if (cycle != null) {
                done.incrementAndGet();
                version = cycle.get("version").asInt();
                return cycle;
            }
            repeats++;
            LockSupport.parkNanos(BEFORE_THE_NEXT_TRY.toNanos());
        }
    }

    /** Null when no reply came, or too many others changed the cycle at the same moment. */
    private @Nullable JsonNode send(String mutation, Map<String, ?> input, int which) {
        try {
            var type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input!";
            var document = "mutation ($input: %s) { %s(input: $input) { %s } }".formatted(type, mutation, CYCLE);
            var payload = backends.client(member, which).data(document, Map.of("input", input)).get(mutation);
            var problems = payload.get("problems");
            if (problems.isEmpty()) {
                return payload.get("cycle");
            }
            if (problems.at("/0/__typename").asString().equals("ConflictProblem")) {
                return null;
            }
            throw new AssertionError(mutation + " " + input + ": " + problems);
        } catch (UncheckedIOException e) {
            return null;
        }
    }
}
