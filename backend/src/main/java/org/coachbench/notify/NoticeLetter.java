package org.coachbench.notify;

import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Notices that are to go into one letter, from when that was decided until the letter is put into the post: whichever
 * process goes on with it makes the same letter.
 *
 * @param id of the letter, after its first notice: two processes do not make two letters of the same notices
 */
@Document("notice_letters")
record NoticeLetter(@Id String id, String toId, List<String> noticeIds) {
    static NoticeLetter of(List<Notice> notices) {
        var first = notices.getFirst();
        return new NoticeLetter("letter_" + first.id(), first.toId(), notices.stream().map(Notice::id).toList());
    }
}
