package org.coachbench.mydata;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.coachbench.people.SchoolDay;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * For how many months after their programme a school keeps content of its ECTs.
 *
 * @param periods of the kinds that the school set
 * @param setBy null while nobody at the school did
 * @param setAt null as {@code setBy}
 */
@Document("retention_periods")
record SchoolRetention(
    @Id String schoolId,
    @Version @Nullable Integer version,
    Map<KeptContent, Period> periods,
    @Nullable String setBy,
    @Nullable Instant setAt
) {
    /** A slip (2 instead of 24) can be mended for so long: what is gone does not come back. */
    static final int DAYS_OF_GRACE = 7;

    /**
     * For how long one kind is kept.
     *
     * @param shortened null when the months were not made fewer
     */
    record Period(int months, @Nullable Shortened shortened) {
        /** Until the day from which the new months count, these count. */
        record Shortened(int formerMonths, LocalDate countsFrom) {}

        static Period usual(KeptContent content) {
            return new Period(content.usualMonths(), null);
        }

        /** The same months again leave the day from which they count as it is. */
        Period set(int months, LocalDate today) {
            if (months == this.months) {
                return this;
            }
            var inForce = monthsOn(today);
            return months < inForce
                ? new Period(months, new Shortened(inForce, today.plusDays(DAYS_OF_GRACE)))
                : new Period(months, null);
        }

        /** Those that count on a day. */
        int monthsOn(LocalDate day) {
            return isToCome(day) ? requireNonNull(shortened).formerMonths() : months;
        }

        /** Whether on a day the former months count still. */
        boolean isToCome(LocalDate day) {
            return shortened != null && day.isBefore(shortened.countsFrom());
        }

        /** The first day on which content is due by the months that count then. */
        LocalDate goesOn(LocalDate endedOn) {
            var day = RetentionDates.goesOn(endedOn, months);
            return isToCome(day) ? earlier(requireNonNull(shortened), endedOn) : day;
        }

        private static LocalDate earlier(Shortened shortened, LocalDate endedOn) {
            var formerDay = RetentionDates.goesOn(endedOn, shortened.formerMonths());
            return formerDay.isBefore(shortened.countsFrom()) ? formerDay : shortened.countsFrom();
        }
    }

    static SchoolRetention usual(String schoolId) {
        return new SchoolRetention(schoolId, null, Map.of(), null, null);
    }

    Period period(KeptContent content) {
        return periods.getOrDefault(content, Period.usual(content));
    }

    SchoolRetention with(Map<KeptContent, Integer> changed, String by, Instant now) {
        var all = new EnumMap<KeptContent, Period>(KeptContent.class);
        all.putAll(periods);
        changed.forEach((content, months) -> all.put(content, period(content).set(months, SchoolDay.of(now))));
        return new SchoolRetention(schoolId, version, all, by, now);
    }
}
