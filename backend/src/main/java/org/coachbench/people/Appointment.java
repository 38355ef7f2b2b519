package org.coachbench.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.coachbench.api.Problem;

/** Somebody holds an office for a time. */
public record Appointment(String personId, Interval period) {
    /** Said once more, with or without the last day. */
    boolean isAlready(Appointment other) {
        return (
            personId.equals(other.personId) &&
            period.startedOn().equals(other.period.startedOn()) &&
            (period.finishedOn() == null || period.equals(other.period))
        );
    }

    static List<Appointment> with(Appointment added, List<Appointment> appointments, int mostAtOnce) {
        for (var other : appointments) {
            if (other.personId.equals(added.personId) && other.period.overlaps(added.period)) {
                throw Problem.invalid(
                    "They hold this office already %s. Enter dates outside that time.".formatted(other.period.text()),
                    "startedOn"
                );
            }
        }
        // Everybody there at once with the new one: most of them are on the first day of one of them.
        var busiest = appointments
            .stream()
            .filter(other -> other.period.overlaps(added.period))
            .map(other -> later(other.period.startedOn(), added.period.startedOn()))
            .mapToInt(day -> on(day, appointments).size())
            .max()
            .orElse(0);
        if (busiest >= mostAtOnce) {
            throw Problem.invalid(
                "There are %d at once at most. End another appointment first.".formatted(mostAtOnce),
                "personId"
            );
        }
        var all = new ArrayList<>(appointments);
        all.add(added);
        return all;
    }

    /** Ends the one that somebody holds on a day, on that day. */
    static List<Appointment> ended(String personId, LocalDate lastDay, List<Appointment> appointments) {
        Appointment found = null;
        for (var one : appointments) {
            if (one.personId.equals(personId) && one.period.contains(lastDay)) {
                found = one;
            }
        }
        if (found == null) {
            throw Problem.invalid("They do not hold this office on that day.", "finishedOn");
        }
        var ended = new Appointment(personId, found.period.until(lastDay));
        var all = new ArrayList<>(appointments);
        all.set(all.indexOf(found), ended);
        return all;
    }

    /** All of somebody's become those of another, who was registered twice; what overlaps is one. */
    static List<Appointment> heldBy(String keptId, String doubleId, List<Appointment> appointments) {
        var all = new ArrayList<Appointment>();
        for (var one : appointments) {
            var held = one.personId.equals(doubleId) ? new Appointment(keptId, one.period) : one;
            for (var other : List.copyOf(all)) {
                if (other.personId.equals(held.personId) && other.period.overlaps(held.period)) {
                    all.remove(other);
                    held = new Appointment(keptId, held.period.spanning(other.period));
                }
            }
            all.add(held);
        }
        return all;
    }

    static List<String> on(LocalDate day, List<Appointment> appointments) {
        return appointments
            .stream()
            .filter(appointment -> appointment.period.contains(day))
            .map(Appointment::personId)
            .toList();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
