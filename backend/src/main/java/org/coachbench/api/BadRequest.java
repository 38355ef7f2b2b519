package org.coachbench.api;

/** A request that no person typed: a page size or cursor out of range. Answered with code {@code BAD_REQUEST}. */
public final class BadRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BadRequest(String message) {
        super(message);
    }

    /** How many items a page holds, 1 to 100. */
    public static int pageSize(int first) {
        if (first < 1 || first > 100) {
            throw new BadRequest("first must be 1 to 100.");
        }
        return first;
    }
}
