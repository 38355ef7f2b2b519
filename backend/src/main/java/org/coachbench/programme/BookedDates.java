package org.coachbench.programme;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;

/** On which dates of events people have a place; two store commands for any number of people. */
@Service
public class BookedDates {

    private static final ZoneId SCHOOL_TIME = ZoneId.of("Europe/London");

    private final Attendances attendances;
    private final TrainingEvents events;

    BookedDates(Attendances attendances, TrainingEvents events) {
        this.attendances = attendances;
        this.events = events;
    }

    /** A place that somebody has on a date of an event. */
    public record BookedDate(
        String personId,
        String eventId,
        String title,
        Instant startsAt,
        Instant endsAt,
        String place
    ) {
        private static BookedDate of(String personId, TrainingEvent event) {
            return new BookedDate(
                personId,
                event.id(),
                event.title(),
                at(event.date(), event.startsAt()),
                at(event.date(), event.endsAt()),
                event.place()
            );
        }

        private static Instant at(LocalDate day, String time) {
            return day.atTime(LocalTime.parse(time)).atZone(SCHOOL_TIME).toInstant();
        }

        public boolean overlaps(Instant from, Instant until) {
            return startsAt.isBefore(until) && from.isBefore(endsAt);
        }
    }

    /** Booked or attended on a day or after it; none that is cancelled. */
    public List<BookedDate> from(Collection<String> personIds, LocalDate day) {
        var attended = attendances.ofPeople(personIds);
        var ids = attended
            .stream()
            .flatMap(one -> one.bookings().stream())
            .filter(BookedDates::hasPlace)
            .map(Attendance.Booking::eventId)
            .distinct()
            .toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        var byId = events
            .findAllById(ids)
            .stream()
            .filter(event -> !event.isCancelled() && !event.date().isBefore(day))
            .collect(toMap(TrainingEvent::id, identity()));
        return attended
            .stream()
            .flatMap(one ->
                one
                    .bookings()
                    .stream()
                    .filter(BookedDates::hasPlace)
                    .map(booking -> byId.get(booking.eventId()))
                    .filter(Objects::nonNull)
                    .map(event -> BookedDate.of(one.personId(), event))
            )
            .toList();
    }

    private static boolean hasPlace(Attendance.Booking booking) {
        return booking.state() == BookingState.BOOKED || booking.state() == BookingState.ATTENDED;
    }
}
