package org.coachbench.oversight;

import java.util.function.Supplier;
import org.springframework.dao.OptimisticLockingFailureException;

/** Reads and decides anew when somebody else wrote in between, so that rules hold whoever comes first. */
final class Retrying {

    private static final int TRIES = 50;

    private Retrying() {}

    static <T> T retrying(Supplier<T> change) {
        for (int tries = 1; ; tries++) {
            try {
                return change.get();
            } catch (OptimisticLockingFailureException e) {
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }
}
