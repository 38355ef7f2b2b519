package org.coachbench.store;

import java.nio.file.Path;

/** Another process has the embedded store's file open. */
class StoreInUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreInUseException(Path directory, Throwable cause) {
        super("The data directory %s is in use by another Coachbench process.".formatted(directory), cause);
    }
}
