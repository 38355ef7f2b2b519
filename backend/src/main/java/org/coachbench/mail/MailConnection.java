package org.coachbench.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.Transport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * The connection to the mail server over which a batch of letters goes. It is made when the first letter is ready, and again
 * when the server ended it; a server that cannot be reached is not asked again for each letter.
 */
final class MailConnection implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(MailConnection.class);

    private final JavaMailSenderImpl server;
    private @Nullable Transport transport;
    private @Nullable MessagingException refused;

    MailConnection(JavaMailSenderImpl server) {
        this.server = server;
    }

    void send(LetterMessage message) throws MessagingException {
        connected().sendMessage(message, message.getAllRecipients());
    }

    private Transport connected() throws MessagingException {
        if (refused != null) {
            throw refused;
        }
        if (transport != null && transport.isConnected()) {
            return transport;
        }
        try {
            transport = transport();
            transport.connect(server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
            return transport;
        } catch (MessagingException e) {
            refused = e;
            log.warn("The mail server cannot be reached; letters wait: {}", e.toString());
            throw e;
        }
    }

    private Transport transport() throws NoSuchProviderException {
        var session = server.getSession();
        var protocol = server.getProtocol();
        return protocol == null ? session.getTransport() : session.getTransport(protocol);
    }

    boolean isRefused() {
        return refused != null;
    }

    @Override
    public void close() {
        if (transport == null) {
            return;
        }
        try {
            transport.close();
        } catch (MessagingException e) {
            // All letters were sent or not before this.
            log.debug("The mail server did not say goodbye: {}", e.toString());
        }
    }
}
