package org.coachbench.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How far this process is with the letter in its hand, in files that outlive it when it is killed. Between the store's word that
 * a letter may go and its last dot lies the way back from the store; between a file's new name and the dot lies next to nothing.
 */
@Component
class LetterTraces {

    private static final Logger log = LoggerFactory.getLogger(LetterTraces.class);

    private final Path folder;

    LetterTraces(@Value("${coachbench.data-dir}") Path dataDirectory) {
        folder = dataDirectory.resolve("letters-in-hand");
    }

    /** The letter is in hand. Without a file, what becomes of it is for the store alone to say. */
    void begin(String claim) {
        try {
            Files.createDirectories(folder);
            Files.createFile(inHand(claim));
        } catch (IOException e) {
            log.warn("No trace is kept of a letter that is sent: {}", e.toString());
        }
    }

    /** The next thing written to the mail server is the dot. */
    void goes(String claim) {
        try {
            Files.move(inHand(claim), gone(claim), StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException _) {
            // No trace could be kept from the beginning.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it certainly did not go. False also when another computer had it in hand. */
    boolean isInHand(String claim) {
        return Files.exists(inHand(claim));
    }

    void end(String claim) {
        try {
            Files.deleteIfExists(inHand(claim));
            Files.deleteIfExists(gone(claim));
        } catch (IOException e) {
            log.warn("The trace of a letter is left behind: {}", e.toString());
        }
    }

    private Path inHand(String claim) {
        return folder.resolve(claim);
    }

    private Path gone(String claim) {
        return folder.resolve(claim + ".gone");
    }
}
