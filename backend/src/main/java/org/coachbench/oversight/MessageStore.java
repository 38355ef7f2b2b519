package org.coachbench.oversight;

import java.util.List;
import java.util.Optional;
import org.coachbench.oversight.Message.MessageAbout;
import org.coachbench.oversight.Message.MessageKind;
import org.springframework.data.mongodb.repository.MongoRepository;

/** All nudges and praise. */
interface MessageStore extends MongoRepository<Message, String> {
    List<Message> findByIdGreaterThan(String id);

    Optional<Message> findBySentBy(String sentBy);

    Optional<Message> findFirstByToIdAndSchoolIdAndKindAndAboutOrderByIdDesc(
        String toId,
        String schoolId,
        MessageKind kind,
        MessageAbout about
    );
}
