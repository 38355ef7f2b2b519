package org.coachbench.live;

import static java.util.Collections.nCopies;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import org.coachbench.coaching.NoteKind;
import org.coachbench.live.Register.Mentoring;

/** A mentor and an ECT in one cycle: both work at once, and three devices follow. */
final class PairAtWork {

    /** Beginning, choosing a step and moving on, planning, sharing, the meeting with its first section and phase. */
    private static final int EVENTS_OF_ANY_CYCLE = 8;
    private static final int EVENTS_OF_A_ROUND = 4;

    private final TwoBackends backends;
    private final Mentoring pair;
    private final Random mentorsLuck;
    private final Random ectsLuck;
    private final ScheduledExecutorService clock;
    private final int events;
    private final CompletableFuture<Void> restarted;
    private final Writer mentor;
    private final Writer ect;
    private final List<ShakyFollower> followers = new ArrayList<>();
    private final CompletableFuture<Void> shared = new CompletableFuture<>();

    PairAtWork(
        TwoBackends backends,
        Mentoring pair,
        int number,
        int events,
        Random random,
        ScheduledExecutorService clock,
        CompletableFuture<Void> restarted
    ) {
        this.backends = backends;
        this.pair = pair;
        mentorsLuck = new Random(random.nextLong());
        ectsLuck = new Random(random.nextLong());
        this.clock = clock;
        this.events = events;
        this.restarted = restarted;
        mentor = new Writer(backends, pair.mentor(), "m" + number, random.nextLong());
        ect = new Writer(backends, pair.ect(), "e" + number, random.nextLong());
    }

    /** How much of what happens is which kind of work; the rest is typing. */
    private int evidence() {
        return Math.min(90, events / 5);
    }

    private int praise() {
        return Math.min(20, events / 20);
    }

    private int sections() {
        return Math.min(90, events / 10);
    }

    private int rounds() {
        return Math.min(20, events / 25);
    }

    private int reflections() {
        return events / 10;
    }

    private int edits() {
        return (
            events -
            EVENTS_OF_ANY_CYCLE -
            evidence() -
            praise() -
            sections() -
            EVENTS_OF_A_ROUND * rounds() -
            reflections()
        );
    }

    void mentorWorks() {
        try {
            mentor.start(pair.ect().id());
            follow(mentor, true, mentorsLuck);
            follow(mentor, false, mentorsLuck);
            var before = edits() / 5;
            inAnyOrder(
                mentorsLuck,
                List.of(
                    nCopies(evidence(), mentor::recordsEvidence),
                    nCopies(praise(), mentor::recordsPraise),
                    nCopies(before, () -> mentor.types(NoteKind.OBSERVATION, NoteKind.PLAN))
                )
            );
            mentor.plansAndShares();
            shared.complete(null);
            // Whatever the size, a good part of the work comes after the last restart.
            restarted.join();
            mentor.startsTheMeeting();
            inAnyOrder(
                mentorsLuck,
                List.of(
                    nCopies(sections(), mentor::startsASection),
                    nCopies(rounds(), mentor::rehearsesOnce),
                    nCopies(edits() / 2 - before, () -> mentor.types(NoteKind.SESSION, NoteKind.PLAN))
                )
            );
            mentor.finishes();
        } catch (Throwable e) {
            shared.completeExceptionally(e);
            throw e;
        }
    }

    void ectWorks() {
        shared.join();
        ect.joins(mentor.cycleId());
        follow(ect, ectsLuck.nextBoolean(), ectsLuck);
        inAnyOrder(
            ectsLuck,
            List.of(
                nCopies(reflections(), ect::reflects),
                nCopies(edits() - edits() / 2, () -> ect.types(NoteKind.values()))
            )
        );
        ect.finishes();
    }

    private void follow(Writer who, boolean slow, Random luck) {
        var follower = new ShakyFollower(backends, who.member(), mentor.cycleId(), luck.nextLong(), slow, clock);
        synchronized (followers) {
            followers.add(follower);
        }
        who.reads(follower);
    }

    private static void inAnyOrder(Random luck, List<List<Runnable>> work) {
        var shuffled = new ArrayList<>(work.stream().flatMap(List::stream).toList());
        Collections.shuffle(shuffled, luck);
        shuffled.forEach(Runnable::run);
    }

    int planned() {
        return events;
    }

    String cycleId() {
        return mentor.cycleId();
    }

    Writer mentor() {
        return mentor;
    }

    Writer ect() {
        return ect;
    }

    List<ShakyFollower> followers() {
        synchronized (followers) {
            return List.copyOf(followers);
        }
    }
}
