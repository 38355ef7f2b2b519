package org.coachbench.mail;

/** How far a letter is. */
enum LetterState {
    /** To be sent when it is due. */
    WAITING,
    /** A process has it in hand; if that is killed, it is sent again. */
    CLAIMED,
    /** Written to the mail server but for its end. If its process is killed now, nobody knows whether it arrived. */
    HANDING_OVER,
    /** The mail server took it. */
    SENT,
    /** May have arrived or not, and is not sent again unless an administrator says so. */
    UNCONFIRMED,
    /** Not sent, and not tried again unless an administrator says so. */
    FAILED,
    /** Over for so long that only its id is kept, by which the same letter is known. */
    FORGOTTEN,
}
