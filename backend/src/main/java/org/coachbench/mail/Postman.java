package org.coachbench.mail;

import static java.util.Objects.requireNonNull;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.coachbench.mail.MailSettings.Post;
import org.coachbench.mail.SendingFailure.ForGood;
import org.coachbench.mail.SendingFailure.ForNow;
import org.coachbench.mail.SendingFailure.Unknown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends the letters that are due, one after the other, and begins no other one when the service stops. */
@Component
class Postman implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Postman.class);

    private static final int BATCH = 50;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

    private final LetterBook book;
    private final LetterTraces traces;
    private final MailSettings settings;
    private final Receivers receivers;
    private final Clock clock;
    private final ReentrantLock round = new ReentrantLock();
    private volatile boolean running;

    Postman(LetterBook book, LetterTraces traces, MailSettings settings, Receivers receivers, Clock clock) {
        this.book = book;
        this.traces = traces;
        this.settings = settings;
        this.receivers = receivers;
        this.clock = clock;
    }

    /** A round may take longer than the time to the next one, which then does not take place. */
    @Scheduled(fixedRateString = "${coachbench.mail.looks-every}")
    void goRound() {
        if (!running || !round.tryLock()) {
            return;
        }
        try {
            book.lookAfterThoseLeftBehind();
            settings.post().ifPresentOrElse(this::sendThoseDue, book::removeThoseTooLate);
        } catch (DataAccessException e) {
            log.warn("Letters are sent at the next try: {}", e.toString());
        } finally {
            round.unlock();
        }
    }

    private void sendThoseDue(Post post) {
        for (var due = book.due(BATCH); !due.isEmpty() && running; due = book.due(BATCH)) {
            try (var connection = new MailConnection(post.server())) {
                for (var id : due) {
                    if (!running) {
                        return;
                    }
                    book.claim(id).ifPresent(letter -> sendTraced(letter, post, connection));
                }
            }
        }
    }

    private void sendTraced(StoredLetter letter, Post post, MailConnection connection) {
        var claim = requireNonNull(letter.claim());
        traces.begin(claim);
        send(letter, post, connection);
        traces.end(claim);
    }

    private void send(StoredLetter letter, Post post, MailConnection connection) {
        if (clock.instant().isAfter(letter.giveUpAt())) {
            log.warn("Letter {} is not sent: it was due more than two days ago.", letter.id());
            book.fail(letter, "It was due more than two days ago, while nothing was sent.");
            return;
        }
        var receiver = receivers.find(letter.toId());
        if (receiver.isEmpty()) {
            book.drop(letter);
            return;
        }
        LetterMessage message;
        try {
            message = LetterMessage.of(letter.letter(), receiver.get(), post, clock.instant(), () -> mayGo(letter));
        } catch (MessagingException | IOException e) {
            fail(letter, "No e-mail can be made of the address or the letter.", e);
            return;
        }
        try {
            connection.send(message);
        } catch (MessagingException e) {
            switch (SendingFailure.of(e, message.isGone())) {
                case ForNow(var error) -> {
                    var again = book.tryAgain(letter, error);
                    if (!again || !connection.isRefused()) {
                        log.warn("Letter {} is {}: {}", letter.id(), again ? "tried again later" : "given up", error);
                    }
                }
                case ForGood(var error) -> fail(letter, error, e);
                case Unknown() -> {
                    log.warn("Whether letter {} arrived is not known: the mail server did not answer.", letter.id());
                    book.unconfirmed(letter);
                }
            }
            return;
        }
        book.sent(letter);
    }

    private boolean mayGo(StoredLetter letter) {
        if (!book.handingOver(letter)) {
            return false;
        }
        traces.goes(requireNonNull(letter.claim()));
        return true;
    }

    /** What the mail server says may hold the address, so only the kind of it is logged. */
    private void fail(StoredLetter letter, String error, Exception cause) {
        log.warn("Letter {} is not sent: {} ({})", letter.id(), error, cause.getClass().getSimpleName());
        book.fail(letter, error);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        // The letter in hand is finished first, while the store is still there, unless the mail server takes very long.
        try {
            if (round.tryLock(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                round.unlock();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
