package org.coachbench.mail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter to a person, whose address is looked up when it is sent. It leaves the service, so nothing stands in it that its
 * receiver would not say aloud in a staffroom.
 *
 * @param id made from what the letter is about, so that the same letter is the same whoever puts it in the post again
 * @param parts one for each thing that it tells, in order
 * @param invitation what the receiver's calendar is to take in, as iCalendar (RFC 5546); null when nothing
 * @param notBefore when it goes, at the earliest
 */
public record Letter(
    String id,
    String toId,
    String subject,
    List<Part> parts,
    @Nullable Invitation invitation,
    Instant notBefore
) {
    /**
     * One thing that a letter tells.
     *
     * @param path of the screen that it leads to, such as {@code /cycles/42}
     * @param link what the link says
     */
    public record Part(String text, String path, String link) {
        public Part {
            if (!path.startsWith("/")) {
                throw new IllegalArgumentException("A letter leads to screens of this service, and not to " + path);
            }
        }
    }

    /**
     * What a calendar does with it.
     *
     * @param method REQUEST or CANCEL
     */
    public record Invitation(String method, String calendar) {
        public Invitation {
            if (!method.equals("REQUEST") && !method.equals("CANCEL")) {
                throw new IllegalArgumentException("A calendar is not told to " + method);
            }
        }
    }
}
