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
        /** To add people and schools and to appoint tutors. */
        REGISTER,
        /** When they are on the programme, and in which rhythm. */
        READ_PROGRAMME,
        /** To say when they are on it, and when on a break. */
        PLAN_PROGRAMME,
        /** That meetings took place or did not, and what is due. */
        READ_CADENCE,
        /** To say that a meeting took place. */
        LOG_MEETING,
    }

    /** What somebody is to a person's record. */
    public enum PersonRelation {
        SELF,
        /** Mentors them today. */
        MENTOR,
        /** Is tutor today of a school where they are today. */
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
            case REGISTER -> relation == PersonRelation.ADMINISTRATOR;
            case READ_PROGRAMME -> relation != PersonRelation.STRANGER;
            case PLAN_PROGRAMME -> relation == PersonRelation.TUTOR || relation == PersonRelation.ADMINISTRATOR;
            case READ_CADENCE -> switch (relation) {
                case SELF, MENTOR, TUTOR -> true;
                case ADMINISTRATOR, STRANGER -> false;
            };
            case LOG_MEETING -> relation == PersonRelation.MENTOR;
        };
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
