package org.coachbench.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.coachbench.api.Problem;
import org.coachbench.people.Person.AtSchool;
import org.jspecify.annotations.Nullable;

/** An ECT is at one school at a time; a mentor may be at several, but at each of them once at a time. */
final class PlaceRules {

    private PlaceRules() {}

    static List<AtSchool> placed(List<AtSchool> places, AtSchool added) {
        refuseOverlap(places, added, "startedOn");
        var all = new ArrayList<>(places);
        all.add(added);
        return all;
    }

    static List<AtSchool> replaced(List<AtSchool> places, AtSchool old, AtSchool now, String path) {
        var others = places
            .stream()
            .filter(place -> !place.equals(old))
            .toList();
        refuseOverlap(others, now, path);
        return new ArrayList<>(
            places
                .stream()
                .map(place -> place.equals(old) ? now : place)
                .toList()
        );
    }

    /** A time within another one in the same role at the same school is the same time. */
    static List<AtSchool> merged(List<AtSchool> places, AtSchool added) {
        var same = places
            .stream()
            .filter(place -> place.isAs(added.schoolId(), added.role()))
            .filter(place -> place.period().covers(added.period()) || added.period().covers(place.period()))
            .findFirst();
        if (same.isPresent()) {
            var longer = same.get().period().covers(added.period()) ? same.get() : added;
            return replaced(places, same.get(), longer, "doubleId");
        }
        refuseOverlap(places, added, "doubleId");
        var all = new ArrayList<>(places);
        all.add(added);
        return all;
    }

    /** The time there that a last day ends: the latest that had begun by then; the latest of all for none. */
    static AtSchool endedBy(List<AtSchool> places, String schoolId, SchoolRole role, @Nullable LocalDate lastDay) {
        AtSchool found = null;
        for (var place : places) {
            if (
                place.isAs(schoolId, role) &&
                (lastDay == null || !place.period().startedOn().isAfter(lastDay)) &&
                (found == null || place.period().startedOn().isAfter(found.period().startedOn()))
            ) {
                found = place;
            }
        }
        if (found == null) {
            throw Problem.invalid(
                lastDay == null
                    ? "They were never %s there.".formatted(inWords(role))
                    : "They were not %s there by %s. Enter their first day there or a later one.".formatted(
                          inWords(role),
                          SchoolDay.text(lastDay)
                      ),
                "finishedOn"
            );
        }
        return found;
    }

    static String inWords(SchoolRole role) {
        return switch (role) {
            case ECT -> "an ECT";
            case MENTOR -> "a mentor";
        };
    }

    private static void refuseOverlap(List<AtSchool> places, AtSchool added, String path) {
        for (var other : places) {
            boolean sameSchool = other.schoolId().equals(added.schoolId());
            boolean clash = other.role() == added.role() && (added.role() == SchoolRole.ECT || sameSchool);
            if (clash && other.period().overlaps(added.period())) {
                throw Problem.invalid(
                    sameSchool
                        ? "They are %s there %s. Enter dates outside that time.".formatted(
                              inWords(added.role()),
                              other.period().text()
                          )
                        : "They are an ECT at another school %s. Enter dates outside that time, or transfer them.".formatted(
                              other.period().text()
                          ),
                    path
                );
            }
        }
    }
}
