package org.coachbench.api;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;

/** The last mutations that an aggregate took, stored with it, so that a repeat after a lost reply changes nothing. */
public final class AppliedMutations {

    private static final int MOST = 500;

    private final List<String> keys;

    public AppliedMutations() {
        this(new ArrayList<>());
    }

    @PersistenceCreator
    private AppliedMutations(List<String> keys) {
        this.keys = keys;
    }

    /** Tells a person's mutation from all others; null when the person gave it no id, so that it cannot be repeated. */
    public static @Nullable String key(String personId, Object input, @Nullable String clientMutationId) {
        return clientMutationId == null
            ? null
            : personId + " " + input.getClass().getSimpleName() + " " + clientMutationId;
    }

    public boolean contains(@Nullable String key) {
        return key != null && keys.contains(key);
    }

    public void add(@Nullable String key) {
        if (key != null) {
            keys.add(key);
            if (keys.size() > MOST) {
                keys.removeFirst();
            }
        }
    }
}
