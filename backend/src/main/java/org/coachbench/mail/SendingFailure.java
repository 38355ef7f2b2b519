package org.coachbench.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.stream.Stream;
import org.coachbench.mail.LetterMessage.HeldBack;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** Why a letter could not be sent. */
sealed interface SendingFailure {
    /** It may be sent later. */
    record ForNow(String error) implements SendingFailure {}

    /** It will not be sent. */
    record ForGood(String error) implements SendingFailure {}

    /** The mail server has it or has it not, and did not say. */
    record Unknown() implements SendingFailure {}

    /**
     * By what the mail server said, if anything.
     *
     * @param gone whether the letter was out of our hands
     */
    static SendingFailure of(MessagingException failure, boolean gone) {
        if (failure.getNextException() instanceof HeldBack heldBack) {
            return new ForNow(String.valueOf(heldBack.getMessage()));
        }
        if (failure instanceof AuthenticationFailedException) {
            return new ForNow("The mail server refuses the user name or the password of this service.");
        }
        var address = causes(failure).filter(SMTPAddressFailedException.class::isInstance).findFirst();
        if (address.isPresent()) {
            return refused("the address", ((SMTPAddressFailedException) address.get()).getReturnCode());
        }
        if (failure instanceof SMTPSendFailedException refused && refused.getReturnCode() >= 400) {
            var code = refused.getReturnCode();
            // Right for no letter: somebody has to look after the settings, and then all can go.
            return refused.getCommand().startsWith("MAIL")
                ? new ForNow("The mail server does not take letters from this service (%d).".formatted(code))
                : refused("the letter", code);
        }
        return gone ? new Unknown() : new ForNow("The mail server does not answer.");
    }

    private static SendingFailure refused(String what, int code) {
        return code >= 500
            ? new ForGood("The mail server refuses %s (%d).".formatted(what, code))
            : new ForNow("The mail server does not take %s for now (%d).".formatted(what, code));
    }

    private static Stream<Exception> causes(MessagingException failure) {
        return Stream.<Exception>iterate(
            failure,
            e -> e != null,
            e -> e instanceof MessagingException outer ? outer.getNextException() : null
        );
    }
}
