package org.coachbench.stepbank.exchange;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/** Identifiers of CASE files, the same each time for the same key. */
final class CaseIds {

    static final Pattern UUID_SHAPE = Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    private CaseIds() {}

    static String step(String key) {
        return of("step", key);
    }

    static String module(String id) {
        return of("module", id);
    }

    /** A key that is an identifier already stays as it is. */
    static String of(String kind, String key) {
        return UUID_SHAPE.matcher(key).matches() ? key : derived(kind + ":" + key);
    }

    static String derived(String name) {
        return UUID.nameUUIDFromBytes(("coachbench:" + name).getBytes(StandardCharsets.UTF_8)).toString();
    }

    static String uri(String identifier) {
        return "urn:uuid:" + identifier;
    }
}
