package org.coachbench.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.coachbench.mail.Letter.Invitation;
import org.coachbench.mail.MailSettings.Post;
import org.coachbench.mail.Receivers.Receiver;
import org.jspecify.annotations.Nullable;

/**
 * A letter as it goes over the wire. When all of it is written to the mail server, and nothing but the dot that ends it is
 * left, it asks whether it may go: that is the last moment at which it certainly was not sent.
 */
final class LetterMessage extends MimeMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    /** It ended before its end: the connection is dropped, and the mail server forgets it. */
    static final class HeldBack extends IOException {

        private static final long serialVersionUID = 1L;

        private HeldBack(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    private final String messageId;
    private final BooleanSupplier mayGo;
    private boolean gone;

    private LetterMessage(Post post, String messageId, BooleanSupplier mayGo) {
        super(post.server().getSession());
        this.messageId = messageId;
        this.mayGo = mayGo;
    }

    static LetterMessage of(Letter letter, Receiver receiver, Post post, Instant now, BooleanSupplier mayGo)
        throws MessagingException, IOException {
        var message = new LetterMessage(post, messageId(letter, post), mayGo);
        message.setFrom(post.from());
        var to = new InternetAddress(receiver.address(), true);
        to.setPersonal(LetterText.oneLine(receiver.name()), UTF_8);
        message.setRecipient(Message.RecipientType.TO, to);
        message.setSubject(LetterText.oneLine(letter.subject()), UTF_8);
        message.setSentDate(Date.from(now));
        // Nobody's holiday notice answers it.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        message.setContent(content(letter, receiver, post.publicAddress()));
        message.saveChanges();
        return message;
    }

    /** The same each time that the letter is sent, so that mail systems know a repeat. */
    private static String messageId(Letter letter, Post post) {
        var from = post.from().getAddress();
        var id = UUID.nameUUIDFromBytes(letter.id().getBytes(StandardCharsets.UTF_8));
        return "<%s%s>".formatted(id, from.substring(from.lastIndexOf('@')));
    }

    private static MimeMultipart content(Letter letter, Receiver receiver, String address)
        throws MessagingException, IOException {
        var firstName = LetterText.firstName(receiver.name());
        var content = new MimeMultipart("alternative");
        var plain = new MimeBodyPart();
        plain.setText(LetterText.plain(letter, firstName, address), UTF_8);
        content.addBodyPart(plain);
        var page = new MimeBodyPart();
        page.setText(LetterText.page(letter, firstName, address), UTF_8, "html");
        content.addBodyPart(page);
        return letter.invitation() == null ? content : withInvitation(content, letter.invitation());
    }

    /** Beside the text, where Outlook and Gmail look for it, and as a file for everything else. */
    private static MimeMultipart withInvitation(MimeMultipart alternative, Invitation invitation)
        throws MessagingException, IOException {
        alternative.addBodyPart(calendar(invitation, "text/calendar; charset=UTF-8; method=" + invitation.method()));
        var content = new MimeMultipart("mixed");
        var text = new MimeBodyPart();
        text.setContent(alternative);
        content.addBodyPart(text);
        var file = calendar(invitation, "application/ics; name=invite.ics");
        file.setFileName("invite.ics");
        content.addBodyPart(file);
        return content;
    }

    private static MimeBodyPart calendar(Invitation invitation, String type) throws MessagingException, IOException {
        var part = new MimeBodyPart();
        var calendar = invitation.calendar().getBytes(StandardCharsets.UTF_8);
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(calendar, type)));
        part.setHeader("Content-Type", type);
        return part;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    @Override
    public void writeTo(OutputStream out, String @Nullable [] ignored) throws IOException, MessagingException {
        super.writeTo(out, ignored);
        out.flush();
        // Whatever is thrown here but an IOException would leave the connection in the midst of the letter.
        boolean goes;
        try {
            goes = mayGo.getAsBoolean();
        } catch (RuntimeException e) {
            throw new HeldBack("It could not be written down that it goes: the store did not answer.", e);
        }
        if (!goes) {
            throw new HeldBack("It took so long that another process has it in hand.", null);
        }
        gone = true;
    }

    /** Nothing kept it any more: whether it arrived, the mail server alone can say. */
    boolean isGone() {
        return gone;
    }
}
