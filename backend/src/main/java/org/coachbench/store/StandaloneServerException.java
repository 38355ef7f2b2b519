package org.coachbench.store;

/** The MongoDB server has no change streams. */
class StandaloneServerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StandaloneServerException() {
        super(
            "The MongoDB server is a standalone one, which has no change streams, so screens could not follow each other."
        );
    }
}
