package org.coachbench.access;

/** Who may see and do what. The default is no; what is allowed stands here and nowhere else. */
public final class AccessPolicy {

    private AccessPolicy() {}

    /** What can be done with a coaching cycle. */
    public enum Act {
        /** Its dates, step, plan, rounds with feedback, follow-up. */
        READ_LOG,
        /** The pair's notes: evidence, praise, reflection, and the events that carry them. */
        READ_NOTES,
        /** All that a mentor does with it. */
        COACH,
        /** The ECT's own words. */
        REFLECT,
        /** To type in the notes that the pair shares. */
        TYPE_NOTES,
        /** To comment on moments of the meeting, also once the cycle is over. */
        COMMENT,
    }

    public static Relation relation(Viewer viewer, String mentorId, String ectId, boolean mentorsEctToday) {
        if (viewer.personId().equals(mentorId)) {
            return mentorsEctToday ? Relation.MENTOR : Relation.FORMER_MENTOR;
        }
        if (viewer.personId().equals(ectId)) {
            return Relation.ECT;
        }
        return mentorsEctToday ? Relation.NEW_MENTOR : Relation.STRANGER;
    }

    /** A tutor sees a cycle only by a recorded visit, an administrator never: both are strangers to it here. */
    public static boolean allows(Act act, Relation relation, boolean shared, boolean closed) {
        return switch (act) {
            case READ_LOG -> switch (relation) {
                case MENTOR, FORMER_MENTOR -> true;
                case ECT -> shared;
                case NEW_MENTOR -> shared && closed;
                case STRANGER -> false;
            };
            case READ_NOTES -> switch (relation) {
                case MENTOR, FORMER_MENTOR -> true;
                case ECT -> shared;
                case NEW_MENTOR, STRANGER -> false;
            };
            case COACH -> relation == Relation.MENTOR;
            case REFLECT -> relation == Relation.ECT && shared;
            case TYPE_NOTES -> relation == Relation.MENTOR || (relation == Relation.ECT && shared);
            case COMMENT -> relation == Relation.MENTOR || (relation == Relation.ECT && shared);
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
        /** To correct name, e-mail address and teacher reference number, and to renew a one-time password. */
        CORRECT,
        /** To make one record of this one and another. */
        MERGE,
    }

    /** What somebody is to a person's record. */
    public enum PersonRelation {
        SELF,
        /** Mentors them today. */
        MENTOR,
        /** Is tutor today of a school where they are today; of one who is nowhere today, where they are to be. */
        TUTOR,
        ADMINISTRATOR,
        STRANGER,
    }

    public static boolean allows(PersonAct act, PersonRelation relation) {
        return switch (act) {
            case READ -> relation != PersonRelation.STRANGER;
            case READ_CONTACT -> switch (relation) {
                case SELF, TUTOR, ADMINISTRATOR -> true;
                case MENTOR, STRANGER -> false;
            };
            case READ_PROGRAMME -> relation != PersonRelation.STRANGER;
            case PLAN_PROGRAMME -> relation == PersonRelation.TUTOR || relation == PersonRelation.ADMINISTRATOR;
            case READ_CADENCE -> switch (relation) {
                case SELF, MENTOR, TUTOR -> true;
                case ADMINISTRATOR, STRANGER -> false;
            };
            case LOG_MEETING -> relation == PersonRelation.MENTOR;
            case CORRECT -> relation == PersonRelation.TUTOR || relation == PersonRelation.ADMINISTRATOR;
            case MERGE -> relation == PersonRelation.ADMINISTRATOR;
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

    /** What can be done with a step bank. */
    public enum BankAct {
        /** To read its published steps. */
        READ,
        /** To write drafts, and to read those of others. */
        WRITE,
        /** To publish, retire and import. */
        CURATE,
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
            case ANSWER_PROPOSALS -> owner == BankOwner.SHARED && relation == BankRelation.ADMINISTRATOR;
        };
    }
}
