package org.coachbench.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.coachbench.api.AppliedMutations;
import org.coachbench.api.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A person's way through one event of the programme, over all the dates for which it is scheduled: at most one place is
 * booked at a time. What is not in the programme is an entry of its own, with its one date.
 */
@Document("attendances")
@CompoundIndex(name = "event", def = "{'bookings.eventId': 1}")
class Attendance {

    private static final int MOST_BOOKINGS = 50;

    @Id
    private final String id;

    @Version
    private @Nullable Integer version;

    @Indexed
    private final String personId;

    private final String entryId;
    /** One for each date, in the order of the last change. */
    private List<Booking> bookings = new ArrayList<>();
    private @Nullable CatchUp catchUp;
    private AppliedMutations applied = new AppliedMutations();

    /** A place on a date; {@code by} is who said last how it stands. */
    record Booking(String eventId, BookingState state, String by, Instant at) {}

    Attendance(String id, String personId, String entryId) {
        this.id = id;
        this.personId = personId;
        this.entryId = entryId;
    }

    static Attendance of(String personId, String entryId) {
        return new Attendance(id(personId, entryId), personId, entryId);
    }

    static String id(String personId, String entryId) {
        return personId + " " + entryId;
    }

    /** On a date, in place of another one that is booked. */
    void book(String eventId, String by, Instant at) {
        if (has(BookingState.ATTENDED)) {
            throw Problem.invalid("They have attended this event already.", "trainingEventId");
        }
        if (stateAt(eventId).equals(Optional.of(BookingState.BOOKED))) {
            return;
        }
        bookings.replaceAll(booking ->
            booking.state() == BookingState.BOOKED
                ? new Booking(booking.eventId(), BookingState.CANCELLED, by, at)
                : booking
        );
        set(eventId, BookingState.BOOKED, by, at);
    }

    void cancel(String eventId, String by, Instant at) {
        if (!stateAt(eventId).equals(Optional.of(BookingState.BOOKED))) {
            throw Problem.invalid("No place is booked on this date.", "trainingEventId");
        }
        set(eventId, BookingState.CANCELLED, by, at);
    }

    void attend(String eventId, String by, Instant at) {
        set(eventId, BookingState.ATTENDED, by, at);
    }

    void miss(String eventId, String by, Instant at) {
        set(eventId, BookingState.MISSED, by, at);
    }

    void assignCatchUp(String content, @Nullable LocalDate dueOn, String by, LocalDate on) {
        if (has(BookingState.ATTENDED)) {
            throw Problem.invalid("They have attended this event: nothing is left to catch up.", "entryId");
        }
        if (catchUp != null && catchUp.completedOn() != null) {
            throw Problem.invalid("They have caught up already.", "entryId");
        }
        catchUp = new CatchUp(content.strip(), dueOn, by, on, null);
    }

    void completeCatchUp(LocalDate on) {
        if (catchUp == null) {
            throw Problem.invalid("No content is assigned in place of this event.", "entryId");
        }
        if (catchUp.completedOn() == null) {
            catchUp = new CatchUp(catchUp.content(), catchUp.dueOn(), catchUp.assignedBy(), catchUp.assignedOn(), on);
        }
    }

    private void set(String eventId, BookingState state, String by, Instant at) {
        bookings.removeIf(booking -> booking.eventId().equals(eventId));
        if (bookings.size() == MOST_BOOKINGS) {
            throw Problem.invalid(
                "They had %d dates for this event already.".formatted(MOST_BOOKINGS),
                "trainingEventId"
            );
        }
        bookings.add(new Booking(eventId, state, by, at));
    }

    EventStanding standing(Predicate<String> isCancelled) {
        if (has(BookingState.ATTENDED)) {
            return EventStanding.ATTENDED;
        }
        if (catchUp != null && catchUp.completedOn() != null) {
            return EventStanding.CAUGHT_UP;
        }
        if (bookedDate(isCancelled).isPresent()) {
            return EventStanding.BOOKED;
        }
        if (catchUp != null) {
            return EventStanding.CATCH_UP_ASSIGNED;
        }
        return has(BookingState.MISSED) ? EventStanding.MISSED : EventStanding.NOT_BOOKED;
    }

    /** The date that was attended, or else on which a place is booked. */
    Optional<String> dateThatCounts(Predicate<String> isCancelled) {
        return bookings
            .stream()
            .filter(booking -> booking.state() == BookingState.ATTENDED)
            .map(Booking::eventId)
            .reduce((_, later) -> later)
            .or(() -> bookedDate(isCancelled));
    }

    private Optional<String> bookedDate(Predicate<String> isCancelled) {
        return bookings
            .stream()
            .filter(booking -> booking.state() == BookingState.BOOKED && !isCancelled.test(booking.eventId()))
            .map(Booking::eventId)
            .reduce((_, later) -> later);
    }

    List<String> missedDates() {
        return bookings
            .stream()
            .filter(booking -> booking.state() == BookingState.MISSED)
            .map(Booking::eventId)
            .toList();
    }

    Optional<BookingState> stateAt(String eventId) {
        return bookings
            .stream()
            .filter(booking -> booking.eventId().equals(eventId))
            .map(Booking::state)
            .findFirst();
    }

    private boolean has(BookingState state) {
        return bookings.stream().anyMatch(booking -> booking.state() == state);
    }

    List<Booking> bookings() {
        return List.copyOf(bookings);
    }

    @Nullable
    CatchUp catchUp() {
        return catchUp;
    }

    AppliedMutations applied() {
        return applied;
    }

    String id() {
        return id;
    }

    /** Null before it was stored. */
    @Nullable
    Integer version() {
        return version;
    }

    /** For writes of many at once, for which Spring Data does not count. */
    void nextVersion() {
        version = version == null ? 0 : version + 1;
    }

    String personId() {
        return personId;
    }

    String entryId() {
        return entryId;
    }
}
