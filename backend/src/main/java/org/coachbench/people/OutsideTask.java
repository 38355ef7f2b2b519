package org.coachbench.people;

import java.util.List;

/** What a tutor must also do outside of this service for somebody at their school. */
public enum OutsideTask {
    DETAILS,
    NATIONAL_SERVICE,
    APPROPRIATE_BODY,
    DELIVERY_PARTNER;

    /** Only ECTs have an appropriate body. */
    static List<OutsideTask> of(SchoolRole role) {
        return switch (role) {
            case ECT -> List.of(values());
            case MENTOR -> List.of(DETAILS, NATIONAL_SERVICE, DELIVERY_PARTNER);
        };
    }
}
