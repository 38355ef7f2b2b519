package org.coachbench.notify;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import org.coachbench.notify.Notice.About;
import org.coachbench.oversight.OverdueMeetings;
import org.coachbench.oversight.OverdueMeetings.OverdueMeeting;
import org.coachbench.people.SchoolDay;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells mentors, who arrange the meetings, which of them are overdue: on a school day, once a week at most. */
@Component
class OverdueNotices {

    private final OverdueMeetings overdue;
    private final Notices notices;
    private final Clock clock;

    OverdueNotices(OverdueMeetings overdue, Notices notices, Clock clock) {
        this.overdue = overdue;
        this.notices = notices;
        this.clock = clock;
    }

    /** Before most schools begin; a day on which no process runs then is made up for on the next one. */
    @Scheduled(cron = "0 10 7 * * *", zone = "Europe/London")
    void tellMentors() {
        tellMentors(SchoolDay.of(clock.instant()));
    }

    void tellMentors(LocalDate today) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var byMentor = overdue
            .on(today)
            .stream()
            .collect(groupingBy(OverdueMeeting::mentorId, mapping(OverdueMeeting::ectId, toList())));
        var made = new ArrayList<Notice>();
        byMentor.forEach((mentorId, ects) ->
            made.add(
                Notice.of(
                    NoticeFact.MEETING_OVERDUE,
                    week(today),
                    mentorId,
                    null,
                    About.people(ects.stream().sorted().toList()),
                    now
                )
            )
        );
        notices.tell(notices.untold(made));
    }

    private static String week(LocalDate day) {
        return "%d-W%02d".formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
