package org.coachbench.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;
import org.subethamail.smtp.server.SessionHandler;

/** A mail server on this computer that keeps what it takes, and can be told to refuse and to go away. */
public final class MailServer implements AutoCloseable {

    /** What it took for whom. */
    public record Taken(String to, MimeMessage message) {}

    /** At which point of a letter it says what. */
    private record Answer(int code, boolean afterTheEnd) {}

    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final AtomicInteger connections = new AtomicInteger();
    private SMTPServer server = start(0);

    private SMTPServer start(int port) {
        var started = SMTPServer.port(port)
            .bindAddress(InetAddress.getLoopbackAddress())
            .hostName("localhost")
            .messageHandlerFactory(context -> new Handler((Session) context))
            .sessionHandler(
                new SessionHandler() {
                    @Override
                    public SessionAcceptance accept(Session session) {
                        connections.incrementAndGet();
                        return SessionAcceptance.success();
                    }

                    @Override
                    public void onSessionEnd(Session session) {
                        // Its letters are kept.
                    }
                }
            )
            .build();
        started.start();
        return started;
    }

    public int port() {
        return server.getPortAllocated();
    }

    public List<Taken> taken() {
        return List.copyOf(taken);
    }

    public List<MimeMessage> takenFor(String address) {
        return taken
            .stream()
            .filter(one -> one.to().equals(address))
            .map(Taken::message)
            .toList();
    }

    int connections() {
        return connections.get();
    }

    void refuseAddress(String address, int code) {
        answers.put(address, new Answer(code, false));
    }

    void refuseLetter(String address, int code) {
        answers.put(address, new Answer(code, true));
    }

    /** It keeps the letter and goes without a word. */
    void hangUpOn(String address) {
        answers.put(address, new Answer(0, true));
    }

    void takeFrom(String address) {
        answers.remove(address);
    }

    void goDown() {
        server.stop();
    }

    void comeBack() {
        server = start(server.getPortAllocated());
    }

    @Override
    public void close() {
        server.stop();
    }

    private final class Handler implements MessageHandler {

        private final Session session;
        private String to = "";

        private Handler(Session session) {
            this.session = session;
        }

        @Override
        public void from(String from) {
            // From whom, stands in the letter too.
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            to = recipient;
            var answer = answers.get(to);
            if (answer != null && !answer.afterTheEnd()) {
                throw new RejectException(answer.code(), "Not <" + to + ">");
            }
        }

        @Override
        public String data(InputStream data) throws RejectException, IOException {
            // Whoever goes away in the midst of a letter ends this with an exception.
            var message = read(data.readAllBytes());
            var answer = answers.get(to);
            if (answer != null && answer.code() != 0) {
                throw new RejectException(answer.code(), "Not for <" + to + ">");
            }
            taken.add(new Taken(to, message));
            if (answer != null) {
                session.closeSocket();
            }
            return null;
        }

        @Override
        public void done() {
            // Nothing is open.
        }
    }

    private static MimeMessage read(byte[] bytes) {
        try {
            return new MimeMessage(jakarta.mail.Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
        } catch (MessagingException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
