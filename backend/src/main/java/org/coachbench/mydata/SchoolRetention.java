package org.coachbench.mydata;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * For how many months after their programme a school keeps content of its ECTs.
 *
 * @param setBy null while nobody at the school did
 * @param setAt null as {@code setBy}
 */
@Document("retention_periods")
record SchoolRetention(
    @Id String schoolId,
    Map<KeptContent, Integer> months,
    @Nullable String setBy,
    @Nullable Instant setAt
) {
    static SchoolRetention usual(String schoolId) {
        return new SchoolRetention(schoolId, Map.of(), null, null);
    }

    int months(KeptContent content) {
        return months.getOrDefault(content, content.usualMonths());
    }

    SchoolRetention with(Map<KeptContent, Integer> changed, String by, Instant now) {
        var all = new EnumMap<KeptContent, Integer>(KeptContent.class);
        all.putAll(months);
        all.putAll(changed);
        return new SchoolRetention(schoolId, all, by, now);
    }
}
