package org.coachbench.mydata;

import java.util.List;

/** All kinds of documents, in the order in which a person would look for them. */
final class Kinds {

    static final List<Kind> ALL = List.of(
        new Kind(
            "people",
            "Your record",
            "Your name, e-mail address, teacher reference number, times at schools and mentors. Of other people's records only the entries that name you, such as that you mentor them.",
            DisclosureRules::ownOrEntries,
            ErasureRules::person
        ),
        new Kind(
            "accounts",
            "Your account",
            "Whether you are an administrator, and whether your password is a one-time one. The password itself is not kept.",
            DisclosureRules::account,
            ErasureRules::ownDeleted
        ),
        new Kind(
            "sign_in_attempts",
            "Failed sign-ins",
            "How often somebody tried your e-mail address with a wrong password, before the last right one.",
            DisclosureRules::whole,
            ErasureRules::signInAttempts
        ),
        new Kind(
            "coaching_cycles",
            "Coaching cycles",
            "Drop-ins, steps, plans, meetings, rounds of practice and feedback, notes, reflections and comments; who may review the meeting. Of cycles between others, your comments and that you were given them to review.",
            DisclosureRules::cycle,
            ErasureRules::cycle
        ),
        new Kind(
            "cycle_events",
            "What happened in coaching cycles",
            "Each change of a cycle with its time and who made it. What was typed into shared notes stands as text in the cycle.",
            DisclosureRules::cycleEvent,
            ErasureRules::cycleEvent
        ),
        new Kind(
            "coaching_logs",
            "Coaching log",
            "When cycles began, when you met, how many rounds there were.",
            DisclosureRules::coachingLog,
            ErasureRules::kept
        ),
        new Kind(
            "coach_pairings",
            "Coaching for mentors",
            "Who coaches whom, since when, and why.",
            DisclosureRules::whole,
            ErasureRules::kept
        ),
        new Kind(
            "pastoral_meetings",
            "Pastoral meetings",
            "Your own meetings with what the two of you wrote, opened for you. Nobody else gets it here.",
            DisclosureRules::pastoralMeeting,
            ErasureRules::pastoralMeeting
        ),
        new Kind(
            "ect_programmes",
            "Programme",
            "Schedule, breaks, rhythm of meetings, and on which days pastoral meetings took place; of other people's, the entries that you made.",
            DisclosureRules::ownOrEntries,
            ErasureRules::kept
        ),
        new Kind(
            "self_study",
            "Self-study",
            "What you ticked as completed, and when.",
            DisclosureRules::ownOrEntries,
            ErasureRules::kept
        ),
        new Kind(
            "attendances",
            "Events attended",
            "Places booked, attended and missed; of other people's, the entries that you made.",
            DisclosureRules::ofPersonOrEntries,
            ErasureRules::attendance
        ),
        new Kind(
            "timetables",
            "Time off teaching",
            "What your timetable holds, and what you say you were given; of other people's, the entries that you made.",
            DisclosureRules::ownOrEntries,
            ErasureRules::timetable
        ),
        new Kind(
            "diagnostic_responses",
            "Diagnostics",
            "Your answers. Whoever mentors you reads them too.",
            DisclosureRules::ownOrEntries,
            ErasureRules::ownDeleted
        ),
        new Kind(
            "rehearsals",
            "Rehearsals",
            "Scenes in which you rehearsed: your notes, choices and words. Nobody else reads them.",
            DisclosureRules::rehearsal,
            ErasureRules::ownDeleted
        ),
        new Kind(
            "messages",
            "Nudges and praise",
            "Messages that you received, and those that you sent as a tutor.",
            DisclosureRules::message,
            ErasureRules::message
        ),
        new Kind(
            "tutor_visits",
            "Visits of tutors",
            "Who looked into your coaching and when, and those visits that you made; feedback and its answer are between the tutor and the mentor.",
            DisclosureRules::tutorVisit,
            ErasureRules::tutorVisit
        ),
        new Kind(
            "concerns",
            "Concerns about support",
            "That one is held, and the day on which it was put down.",
            DisclosureRules::concern,
            ErasureRules::concern
        ),
        new Kind(
            "schools",
            "Offices at schools",
            "Since when you are tutor or headteacher of a school.",
            DisclosureRules::entriesWithName,
            ErasureRules::kept
        ),
        new Kind(
            "organisations",
            "Offices at trusts and delivery partners",
            "Since when you read the figures of their schools.",
            DisclosureRules::entriesWithName,
            ErasureRules::kept
        ),
        new Kind(
            "school_programmes",
            "Calendars of schools",
            "That you changed a school's calendar.",
            DisclosureRules::entries,
            ErasureRules::kept
        ),
        new Kind(
            "training_events",
            "Dates of events",
            "Dates that you scheduled or changed.",
            DisclosureRules::entries,
            ErasureRules::trainingEvent
        ),
        new Kind("step_banks", "Step banks", "Banks that you opened.", DisclosureRules::entries, ErasureRules::kept),
        new Kind(
            "bank_steps",
            "Steps of banks",
            "That you wrote or changed a step, and the versions that you published.",
            DisclosureRules::entries,
            ErasureRules::bankStep
        ),
        new Kind(
            "step_proposals",
            "Proposed steps",
            "Steps that you proposed to the shared bank, and the reply; that you answered others.",
            DisclosureRules::proposal,
            ErasureRules::proposal
        ),
        new Kind(
            "case_files",
            "Imported step banks",
            "Files of banks in which your id stands.",
            DisclosureRules::entries,
            ErasureRules::kept
        ),
        new Kind(
            "suggestion_choices",
            "Choices of suggested steps",
            "Counts for each step, without names.",
            DisclosureRules::entries,
            ErasureRules::kept
        ),
        new Kind(
            "filled_collections",
            "Lists that are filled",
            "Which lists the service has made from older records, without names.",
            DisclosureRules::entries,
            ErasureRules::kept
        ),
        new Kind(
            "calendar_feeds",
            "Your calendar address",
            "Since when you have a private address for your calendar. The address itself is not kept.",
            DisclosureRules::calendarFeed,
            ErasureRules::ownDeleted
        ),
        new Kind(
            "pair_timetables",
            "Protected lessons",
            "Which lessons you and whoever coaches you, or whom you coach, have free for coaching.",
            DisclosureRules::whole,
            ErasureRules::pairTimetable
        ),
        new Kind(
            "notices",
            "Notices",
            "What you were told of: who did something, when, and when you saw it. Of notices to others, that you are named.",
            DisclosureRules::toPersonOrEntries,
            ErasureRules::ownDeleted
        ),
        new Kind(
            "notice_settings",
            "Settings of notices",
            "How you want notices by e-mail, and when not.",
            DisclosureRules::ownOrEntries,
            ErasureRules::ownDeleted
        ),
        new Kind(
            "notice_letters",
            "E-mails in the making",
            "Notices to you that are about to be put into one e-mail.",
            DisclosureRules::toPersonOrEntries,
            ErasureRules::ownDeleted
        ),
        new Kind(
            "letters",
            "E-mails to you",
            "What the service sent you in the last two weeks, will send you, or could not send you: subject, what it says, when, how far it is.",
            DisclosureRules::letter,
            ErasureRules::letter
        ),
        new Kind(
            "erasures",
            "Erased people",
            "That you erased somebody, and when. Their name is not kept.",
            DisclosureRules::entries,
            ErasureRules::kept
        ),
        new Kind(
            "data_taken",
            "What was taken out",
            "That an administrator took what is held about you, because you asked your school, or that you took it for others.",
            DisclosureRules::whole,
            ErasureRules::kept
        ),
        new Kind(
            "retention_periods",
            "How long content is kept",
            "That you set how long a school keeps content.",
            DisclosureRules::entries,
            ErasureRules::kept
        ),
        new Kind(
            "content_removals",
            "Content that went",
            "Which content about you went because its time was over, and when.",
            DisclosureRules::whole,
            ErasureRules::kept
        ),
        new Kind(
            "holds",
            "Holds",
            "That your content is kept beyond its time, since when, and holds that you set.",
            DisclosureRules::hold,
            ErasureRules::hold
        ),
        new Kind(
            "presences",
            "Open pages",
            "Cycles that you have open at this moment.",
            DisclosureRules::whole,
            ErasureRules::ownDeleted
        )
    );

    private Kinds() {}
}
