package org.coachbench.oversight;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.coachbench.oversight.Concern.ConcernTopic;
import org.coachbench.people.Person;
import org.coachbench.people.School;
import org.coachbench.people.SchoolDay;
import org.coachbench.people.SchoolRole;

/**
 * A text with which a tutor can tell an appropriate body or delivery partner. It is made of what the service knows for
 * certain, without a word that anybody typed, so that nothing of the coaching can be in it.
 */
final class ConcernNotice {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private ConcernNotice() {}

    static String of(Concern concern, Person about, School school, Person writer) {
        return """
        I would like to tell you of a concern about programme support at our school.

        School: %s (URN %s)
        Person: %s, %s
        Concern: %s
        Since: %s
        Recorded on: %s

        This is about the support in the programme. It is no assessment of anybody, and no part of one. \
        Please tell me how you can help; I can say more on the phone.

        %s, induction tutor
        """.formatted(
            school.name(),
            school.urn(),
            about.name(),
            concern.role() == SchoolRole.ECT ? "early career teacher" : "mentor",
            words(concern.topic()),
            DAY.format(concern.since()),
            DAY.format(SchoolDay.of(concern.raisedAt())),
            writer.name()
        );
    }

    private static String words(ConcernTopic topic) {
        return switch (topic) {
            case TIME_NOT_GIVEN -> "the time that is meant for the programme is not given";
            case MENTOR_ABSENT -> "the mentor is absent";
            case NOT_ENGAGING -> "they do not take part in the programme";
            case RELATIONSHIP -> "the relationship between mentor and early career teacher";
            case WORKLOAD -> "workload and wellbeing";
            case OTHER -> "another matter of support";
        };
    }
}
