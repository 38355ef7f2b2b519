package org.coachbench.notify;

import java.util.List;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Notices that are to go into one letter, from when that was decided until the letter is put into the post: whichever
 * process goes on with it makes the same letter.
 *
 * @param id of the letter; administrators see it when the letter cannot be sent, so it says nothing
 */
@Document("notice_letters")
record NoticeLetter(@Id String id, String toId, List<String> noticeIds) {
    static NoticeLetter of(List<Notice> notices) {
        return new NoticeLetter(
            "letter_" + UUID.randomUUID(),
            notices.getFirst().toId(),
            notices.stream().map(Notice::id).toList()
        );
    }
}
