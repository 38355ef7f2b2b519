package org.coachbench.people;

import org.coachbench.api.Problem;
import org.jspecify.annotations.Nullable;

/** Teacher reference number: seven digits. Shorter ones, as on old letters, get zeros in front. */
record Trn(String digits) {
    /** Null for somebody who has none yet. */
    static @Nullable Trn ofNullable(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : of(typed);
    }

    static Trn of(String typed) {
        var digits = typed.replaceAll("\\D", "");
        if (digits.length() < 5) {
            throw Problem.invalid("A teacher reference number must include at least 5 digits.", "trn");
        }
        if (digits.length() > 7) {
            throw Problem.invalid("A teacher reference number cannot include more than 7 digits.", "trn");
        }
        return new Trn("0".repeat(7 - digits.length()) + digits);
    }
}
