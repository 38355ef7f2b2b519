package org.coachbench.mydata;

import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bson.Document;
import org.coachbench.coaching.MergingText;
import org.jspecify.annotations.Nullable;

/**
 * Who is erased, and what of theirs decides about other documents.
 *
 * @param name how others may have called them in their own words; null when somebody else has the same name
 * @param at when it began
 * @param cycles by id those of which they are one of the pair
 * @param renamed notes of any cycle in which their name stood, typed anew without it: by {@link #noteKey}
 */
record Erased(
    String personId,
    @Nullable String name,
    String email,
    Instant at,
    Map<String, OwnCycle> cycles,
    Map<String, Renamed> renamed
) {
    /** What stands where their name stood. */
    static final String NAME = "Somebody who was erased";

    /**
     * A cycle of theirs.
     *
     * @param coached whether it is about them; else they led it
     * @param typedIn the shared notes in which they typed
     * @param bankStep the step as it came from its bank, before it was tailored; null for one in the mentor's own words
     */
    record OwnCycle(String coachedId, boolean coached, Set<String> typedIn, @Nullable Document bankStep) {
        OwnCycle typing(String note) {
            var notes = new HashSet<>(typedIn);
            notes.add(note);
            return new OwnCycle(coachedId, coached, notes, bankStep);
        }

        OwnCycle from(Document step) {
            return new OwnCycle(coachedId, coached, typedIn, step);
        }
    }

    /**
     * A shared note, whose history would still hold the name.
     *
     * @param lastEdit the number of the last event in which somebody typed in it, which brings all of it from now on
     */
    record Renamed(MergingText note, int lastEdit) {}

    static String noteKey(String cycleId, Document note) {
        return cycleId + " " + note.getString("kind");
    }

    boolean is(@Nullable Object id) {
        return personId.equals(id);
    }

    Date began() {
        return Date.from(at);
    }

    /** Whether a key of a mutation, which begins with who sent it, is theirs. */
    boolean sent(@Nullable Object key) {
        return key instanceof String text && text.startsWith(personId + " ");
    }

    boolean isNamedIn(String text) {
        return namedIn(text).anyMatch(said -> pattern(said).matcher(text).find());
    }

    /** By their first name, as in letters; it may be another one's who is called so. */
    boolean isCalledIn(String text) {
        return name != null && pattern(name.strip().split("\\s+", 2)[0]).matcher(text).find();
    }

    /** Somebody else's words without their whole name and their address. */
    String without(String text) {
        var rest = text;
        for (var said : namedIn(text).toList()) {
            rest = pattern(said).matcher(rest).replaceAll(Matcher.quoteReplacement(NAME));
        }
        return rest;
    }

    /** What of theirs may stand in a text: a quick look, since every text of the store is looked at. */
    private Stream<String> namedIn(String text) {
        var address = text.toLowerCase(Locale.ROOT).contains(email.toLowerCase(Locale.ROOT));
        return Stream.concat(
            address ? Stream.of(email) : Stream.empty(),
            name != null && text.contains(name) ? Stream.of(name) : Stream.empty()
        );
    }

    /** Not within a longer name or address, such as joann@ for ann@ or Browning for Brown. */
    private Pattern pattern(String said) {
        var flags = said.equals(email) ? Pattern.CASE_INSENSITIVE : 0;
        return Pattern.compile("(?<![\\p{L}\\p{N}._%+-])" + Pattern.quote(said) + "(?![.-]?[\\p{L}\\p{N}])", flags);
    }
}
