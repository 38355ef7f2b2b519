package org.coachbench.access;

/** Who may see and do what. The default is no; what is allowed stands here and nowhere else. */
public final class AccessPolicy {

    private AccessPolicy() {}

    /** What can be done with a coaching cycle. */
    public enum Act {
        /** Its dates, step, plan, rounds with feedback, follow-up. */
        READ_LOG,
        /** The pair's notes: evidence, praise, what the two type together, and the events that carry them. */
        READ_NOTES,
        /** The ECT's private words: reflection and practice notes. */
        READ_REFLECTION,
        /** To hear of what happens in it as it happens, as far as it may be read, and to be seen there. */
        FOLLOW,
        /** To look into its log as a tutor, which is recorded and shown to the pair. */
        VISIT,
        /** Which tutors looked. */
        SEE_VISITS,
        /** All that a mentor does with it. */
        COACH,
        /** The ECT's own words. */
        REFLECT,
        /** To type in the notes that the pair shares. */
        TYPE_NOTES,
        /** To comment on moments of the meeting, also once the cycle is over. */
        COMMENT,
        /** To let the mentor's coach review the session. */
        SHARE_WITH_COACH,
        /** To say that it is reviewed. */
        REVIEW,
        /** Who may review the session. */
        SEE_COACH,
        /** To end that. */
        END_COACH_ACCESS,
    }

    /**
     * What holds today between the viewer and the people of a cycle.
     *
     * @param mentorsEct is the ECT's mentor; in coaching for mentors, the mentor's coach
     * @param visits whether the tutor's visit is recorded
     * @param reviews coaches the mentor, who shared the session with them
     */
    public record Ties(boolean mentorsEct, boolean tutorsEct, boolean visits, boolean reviews) {
        public static final Ties NONE = new Ties(false, false, false, false);

        public static Ties ofTutor(boolean visits) {
            return new Ties(false, true, visits, false);
        }

        public Ties reviewing() {
            return new Ties(mentorsEct, tutorsEct, visits, true);
        }
    }

    public static Relation relation(Viewer viewer, String mentorId, String ectId, Ties today) {
        if (viewer.personId().equals(mentorId)) {
            return today.mentorsEct() ? Relation.MENTOR : Relation.FORMER_MENTOR;
        }
        if (viewer.personId().equals(ectId)) {
            return Relation.ECT;
        }
        if (today.reviews()) {
            return Relation.REVIEWING_COACH;
        }
        if (today.mentorsEct()) {
            return Relation.NEW_MENTOR;
        }
        if (today.tutorsEct()) {
            return today.visits() ? Relation.VISITING_TUTOR : Relation.TUTOR;
        }
        return Relation.STRANGER;
    }

    /** An administrator is a stranger to every cycle. */
    public static boolean allows(Act act, Relation relation, boolean shared, boolean closed) {
        return switch (act) {
            case READ_LOG -> switch (relation) {
                case MENTOR, FORMER_MENTOR -> true;
                case ECT, VISITING_TUTOR, REVIEWING_COACH -> shared;
                case NEW_MENTOR -> shared && closed;
                case TUTOR, STRANGER -> false;
            };
            case READ_NOTES, SEE_COACH -> switch (relation) {
                case MENTOR, FORMER_MENTOR -> true;
                case ECT, REVIEWING_COACH -> shared;
                case NEW_MENTOR, VISITING_TUTOR, TUTOR, STRANGER -> false;
            };
            case READ_REFLECTION, SEE_VISITS -> switch (relation) {
                case MENTOR, FORMER_MENTOR -> true;
                case ECT -> shared;
                case NEW_MENTOR, REVIEWING_COACH, VISITING_TUTOR, TUTOR, STRANGER -> false;
            };
            case FOLLOW -> switch (relation) {
                case MENTOR, FORMER_MENTOR -> true;
                case ECT, VISITING_TUTOR, REVIEWING_COACH -> shared;
                case NEW_MENTOR, TUTOR, STRANGER -> false;
            };
            case VISIT -> (relation == Relation.TUTOR || relation == Relation.VISITING_TUTOR) && shared;
            case COACH -> relation == Relation.MENTOR;
            case REFLECT -> relation == Relation.ECT && shared;
            case TYPE_NOTES -> relation == Relation.MENTOR || (relation == Relation.ECT && shared);
            case COMMENT -> switch (relation) {
                case MENTOR -> true;
                case ECT, REVIEWING_COACH -> shared;
                case FORMER_MENTOR, NEW_MENTOR, VISITING_TUTOR, TUTOR, STRANGER -> false;
            };
            case SHARE_WITH_COACH -> relation == Relation.MENTOR && shared;
            case REVIEW -> relation == Relation.REVIEWING_COACH && shared;
            case END_COACH_ACCESS -> switch (relation) {
                case MENTOR, FORMER_MENTOR -> true;
                case ECT, REVIEWING_COACH -> shared;
                case NEW_MENTOR, VISITING_TUTOR, TUTOR, STRANGER -> false;
            };
        };
    }

    /** What can be done with a tutor's visit to a cycle. */
    public enum VisitAct {
        /** That it took place. */
        READ,
        /** What the tutor wrote to the mentor, and the mentor's answer. */
        READ_FEEDBACK,
        GIVE_FEEDBACK,
        ANSWER_FEEDBACK,
    }

    /** What somebody is to a visit. */
    public enum VisitRelation {
        /** Made it, and is today tutor of the school for which they did. */
        VISITOR,
        /** Is the mentor of the visited cycle. */
        MENTOR,
        /** Is the ECT of the visited cycle. */
        ECT,
        STRANGER,
    }

    public static boolean allows(VisitAct act, VisitRelation relation) {
        return switch (act) {
            case READ -> relation != VisitRelation.STRANGER;
            case READ_FEEDBACK -> relation == VisitRelation.VISITOR || relation == VisitRelation.MENTOR;
            case GIVE_FEEDBACK -> relation == VisitRelation.VISITOR;
            case ANSWER_FEEDBACK -> relation == VisitRelation.MENTOR;
        };
    }

    /** What can be done with a person's record. */
    public enum PersonAct {
        /** To look somebody up by id. */
        READ,
        /** E-mail address and teacher reference number. */
        READ_CONTACT,
        /** When they are on the programme, and in which rhythm. */
        READ_PROGRAMME,
        /** To say when they are on it, and when on a break. */
        PLAN_PROGRAMME,
        /** That meetings took place or did not, and what is due. */
        READ_CADENCE,
        /** To say that a meeting took place. */
        LOG_MEETING,
        /** To ask which step would come next, and why: it draws on notes that only the pair reads. */
        ASK_FOR_STEP,
        /** To correct name, e-mail address and teacher reference number, and to renew a one-time password. */
        CORRECT,
        /** To make one record of this one and another. */
        MERGE,
        /** To take all content of theirs and about them away for good, and to see that it was done. */
        ERASE,
        /** To take what is held about them out of the service, because they asked their school for it. */
        TAKE_DATA,
        /** To send a nudge or praise. */
        MESSAGE,
        /** To put down a concern about the support that somebody gets or gives. */
        RAISE_CONCERN,
    }

    /** What somebody is to a person's record. */
    public enum PersonRelation {
        SELF,
        /** Mentors them today. */
        MENTOR,
        /**
         * Is tutor today of the school where they are an ECT today, or of one where they are a mentor; of somebody who is
         * nowhere today, where they are to be.
         */
        TUTOR,
        /** Is tutor of every school where they are or hold an office today: nobody else's tutor knows them. */
        ONLY_TUTOR,
        ADMINISTRATOR,
        STRANGER,
    }

    public static boolean allows(PersonAct act, PersonRelation relation) {
        return switch (act) {
            case READ -> relation != PersonRelation.STRANGER;
            case READ_CONTACT -> switch (relation) {
                case SELF, TUTOR, ADMINISTRATOR -> true;
                case MENTOR, ONLY_TUTOR, STRANGER -> false;
            };
            case READ_PROGRAMME -> relation != PersonRelation.STRANGER;
            case PLAN_PROGRAMME -> relation == PersonRelation.TUTOR || relation == PersonRelation.ADMINISTRATOR;
            case READ_CADENCE -> switch (relation) {
                case SELF, MENTOR, TUTOR -> true;
                case ADMINISTRATOR, ONLY_TUTOR, STRANGER -> false;
            };
            case LOG_MEETING, ASK_FOR_STEP -> relation == PersonRelation.MENTOR;
            case CORRECT -> relation == PersonRelation.ONLY_TUTOR || relation == PersonRelation.ADMINISTRATOR;
            case MERGE, ERASE, TAKE_DATA -> relation == PersonRelation.ADMINISTRATOR;
            case MESSAGE, RAISE_CONCERN -> relation == PersonRelation.TUTOR;
        };
    }

    /** What can be done with a nudge or praise. */
    public enum MessageAct {
        READ,
        MARK_SEEN,
    }

    /** What somebody is to a message. */
    public enum MessageRelation {
        /** Wrote it, and is today tutor of the school for which they did. */
        SENDER,
        RECEIVER,
        STRANGER,
    }

    public static boolean allows(MessageAct act, MessageRelation relation) {
        return switch (act) {
            case READ -> relation != MessageRelation.STRANGER;
            case MARK_SEEN -> relation == MessageRelation.RECEIVER;
        };
    }

    /** What can be done with a concern. */
    public enum ConcernAct {
        READ,
        /** To add to its trail; nothing of it is changed or taken away. */
        ADD,
    }

    /** What somebody is to a concern. */
    public enum ConcernRelation {
        /** Is tutor today of the school that it is about. */
        TUTOR,
        /** It is about them; they get to read it on request, not here, also when they are a tutor of the school. */
        CONCERNED,
        STRANGER,
    }

    public static boolean allows(ConcernAct act, ConcernRelation relation) {
        return switch (act) {
            case READ, ADD -> relation == ConcernRelation.TUTOR;
        };
    }

    /** What can be done with a school. */
    public enum SchoolAct {
        /** What it is, whom it works with, and who its tutors and headteachers are. */
        READ,
        /** How its coaching goes, in figures. */
        READ_FIGURES,
        /** To read who is there, to register, place and pair people, and to say with whom it works. */
        RUN,
        /** To add and describe it, and to appoint its tutors and headteachers; trusts and delivery partners likewise. */
        ADMINISTER,
    }

    /** What somebody is today to a school. */
    public enum SchoolRelation {
        ADMINISTRATOR,
        TUTOR,
        /** Its headteacher, a lead of its trust, or an administrator of its delivery partner. */
        FIGURE_READER,
        /** An ECT or a mentor there. */
        MEMBER,
        STRANGER,
    }

    public static boolean allows(SchoolAct act, SchoolRelation relation) {
        return switch (act) {
            case READ -> relation != SchoolRelation.STRANGER;
            case READ_FIGURES -> relation == SchoolRelation.TUTOR || relation == SchoolRelation.FIGURE_READER;
            case RUN -> relation == SchoolRelation.TUTOR || relation == SchoolRelation.ADMINISTRATOR;
            case ADMINISTER -> relation == SchoolRelation.ADMINISTRATOR;
        };
    }

    /** To see a trust or a delivery partner with the people who read the figures of its schools. */
    public static boolean allowsReaders(boolean administrator, boolean reader) {
        return administrator || reader;
    }

    /** To choose from the names of all delivery partners. */
    public static boolean allowsPartnerNames(boolean administrator, boolean tutor) {
        return administrator || tutor;
    }

    /** How sending e-mail goes: who was written to, and what went wrong. */
    public static boolean allowsMailDelivery(boolean administrator) {
        return administrator;
    }

    /** What can be done with a step bank. */
    public enum BankAct {
        /** To read its published steps. */
        READ,
        /** To write drafts, and to read those of others. */
        WRITE,
        /** To publish, retire and import. */
        CURATE,
        /** How often its steps were suggested and chosen, without names. */
        READ_CHOICES,
        /** To answer what schools propose to it. */
        ANSWER_PROPOSALS,
    }

    /** Whose a step bank is. */
    public enum BankOwner {
        /** Ships with the service. */
        COACHBENCH,
        /** Shared by the schools. */
        SHARED,
        SCHOOL,
    }

    /** What somebody is today to the school whose bank it is. */
    public enum BankRelation {
        ADMINISTRATOR,
        TUTOR,
        MENTOR,
        ECT,
        STRANGER,
    }

    public static boolean allows(BankAct act, BankOwner owner, BankRelation relation) {
        return switch (act) {
            case READ -> owner != BankOwner.SCHOOL || relation != BankRelation.STRANGER;
            case WRITE -> switch (owner) {
                case COACHBENCH -> false;
                case SHARED -> relation == BankRelation.ADMINISTRATOR;
                case SCHOOL -> relation != BankRelation.ECT && relation != BankRelation.STRANGER;
            };
            case CURATE -> switch (owner) {
                case COACHBENCH -> false;
                case SHARED -> relation == BankRelation.ADMINISTRATOR;
                case SCHOOL -> relation == BankRelation.ADMINISTRATOR || relation == BankRelation.TUTOR;
            };
            case READ_CHOICES -> switch (owner) {
                case COACHBENCH, SHARED -> relation == BankRelation.ADMINISTRATOR;
                case SCHOOL -> relation == BankRelation.ADMINISTRATOR || relation == BankRelation.TUTOR;
            };
            case ANSWER_PROPOSALS -> owner == BankOwner.SHARED && relation == BankRelation.ADMINISTRATOR;
        };
    }

    /** What can be done with what somebody studies and attends, beside their coaching. */
    public enum ProgrammeAct {
        /** Which theme and module have their time now: coaching goes with them. */
        READ_NOW,
        /** What they completed on their own, and the time they were given for it. */
        READ_STUDY,
        /** To say that they completed something, and whether they were given the time. */
        TELL_OF_STUDY,
        /** Which events they are booked on, attended and missed. */
        READ_EVENTS,
        /** To book places, to give them back, to tell that content in place of an event is done. */
        ARRANGE_EVENTS,
        /** To record who attended, and to assign content in place of what was missed. */
        RECORD_ATTENDANCE,
        /** To say what time their timetable gives them. */
        PLAN_TIME,
    }

    /** A mentor is told what their ECT studies now, and not whether they do. */
    public static boolean allows(ProgrammeAct act, PersonRelation relation) {
        return switch (act) {
            case READ_NOW -> switch (relation) {
                case SELF, MENTOR, TUTOR -> true;
                case ADMINISTRATOR, ONLY_TUTOR, STRANGER -> false;
            };
            case READ_STUDY -> relation == PersonRelation.SELF || relation == PersonRelation.TUTOR;
            case TELL_OF_STUDY -> relation == PersonRelation.SELF;
            case READ_EVENTS, ARRANGE_EVENTS -> switch (relation) {
                case SELF, TUTOR, ADMINISTRATOR -> true;
                case MENTOR, ONLY_TUTOR, STRANGER -> false;
            };
            case RECORD_ATTENDANCE -> relation == PersonRelation.TUTOR || relation == PersonRelation.ADMINISTRATOR;
            case PLAN_TIME -> relation == PersonRelation.TUTOR;
        };
    }

    /** What can be done with a date of an event. */
    public enum EventAct {
        READ,
        /** To schedule it, to change and to cancel it. */
        RUN,
    }

    /** What somebody is today to the school that runs an event. */
    public enum EventRelation {
        ADMINISTRATOR,
        /** Of the school that runs it. */
        TUTOR,
        /** At the school that runs it. */
        COLLEAGUE,
        /** It is offered to all schools. */
        INVITED,
        STRANGER,
    }

    public static boolean allows(EventAct act, EventRelation relation) {
        return switch (act) {
            case READ -> relation != EventRelation.STRANGER;
            case RUN -> relation == EventRelation.ADMINISTRATOR || relation == EventRelation.TUTOR;
        };
    }

    /** What can be done with a pastoral meeting. */
    public enum PastoralAct {
        /** When it is, and all that stands in it. */
        READ,
        /** To write in it. */
        WRITE,
        /** To move it, to say that it took place, to drop it. */
        HOLD,
    }

    /** What somebody is to a pastoral meeting. */
    public enum PastoralRelation {
        /** Planned it, and mentors the ECT today. */
        MENTOR,
        FORMER_MENTOR,
        /** Is mentored today by whoever planned it. */
        ECT,
        /** Was. */
        FORMER_ECT,
        STRANGER,
    }

    /** The two who meet keep what they wrote when the mentorship ends. Nobody else is let in, in no office. */
    public static boolean allows(PastoralAct act, PastoralRelation relation) {
        return switch (act) {
            case READ -> relation != PastoralRelation.STRANGER;
            case WRITE -> relation == PastoralRelation.MENTOR || relation == PastoralRelation.ECT;
            case HOLD -> relation == PastoralRelation.MENTOR;
        };
    }

    /** What can be done with the pairing of a mentor and a coach. */
    public enum PairingAct {
        READ,
        /** To say from when on somebody coaches the mentor, and why. */
        ARRANGE,
        END,
        /** Which days they met for coaching. */
        READ_MEETINGS,
    }

    /** What somebody is to a pairing. */
    public enum PairingRelation {
        /** Is coached. */
        MENTOR,
        COACH,
        /** Is tutor today of a school where the mentor is. */
        TUTOR,
        ADMINISTRATOR,
        STRANGER,
    }

    /** Whoever arranges it does not read what comes of it. */
    public static boolean allows(PairingAct act, PairingRelation relation) {
        return switch (act) {
            case READ, END -> relation != PairingRelation.STRANGER;
            case ARRANGE -> relation == PairingRelation.TUTOR || relation == PairingRelation.ADMINISTRATOR;
            case READ_MEETINGS -> switch (relation) {
                case MENTOR, COACH, TUTOR -> true;
                case ADMINISTRATOR, STRANGER -> false;
            };
        };
    }

    /** What can be done with an ECT's diagnostics. */
    public enum DiagnosticAct {
        /** What they said. */
        READ,
        /** Which sets of questions they completed, and nothing of what they said. */
        READ_COMPLETION,
        ANSWER,
    }

    /** A mentor of before is told nothing any more: what an ECT says is for whoever mentors them now. */
    public static boolean allows(DiagnosticAct act, PersonRelation relation) {
        return switch (act) {
            case READ -> relation == PersonRelation.SELF || relation == PersonRelation.MENTOR;
            case READ_COMPLETION -> switch (relation) {
                case SELF, MENTOR, TUTOR -> true;
                case ADMINISTRATOR, ONLY_TUTOR, STRANGER -> false;
            };
            case ANSWER -> relation == PersonRelation.SELF;
        };
    }

    /** A rehearsal is for whoever began it, and for nobody else in any office: who is looked at does not try things out. */
    public static boolean allowsRehearsal(Viewer viewer, String personId) {
        return viewer.personId().equals(personId);
    }
}
