package org.coachbench.oversight;

import static org.coachbench.oversight.Retrying.retrying;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.coachbench.access.AccessPolicy;
import org.coachbench.access.AccessPolicy.MessageAct;
import org.coachbench.access.AccessPolicy.MessageRelation;
import org.coachbench.access.AccessPolicy.PersonAct;
import org.coachbench.access.NodeSource;
import org.coachbench.access.Viewer;
import org.coachbench.api.AppliedMutations;
import org.coachbench.api.InputRules;
import org.coachbench.api.MutationId;
import org.coachbench.api.Problem;
import org.coachbench.api.Problem.RecentNudgeProblem;
import org.coachbench.api.ProblemException;
import org.coachbench.oversight.Message.MessageAbout;
import org.coachbench.oversight.Message.MessageKind;
import org.coachbench.oversight.MessageTemplates.MessageTemplate;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.coachbench.people.SchoolDay;
import org.coachbench.programme.Programmes;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Window;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.graphql.data.query.ScrollSubrange;
import org.springframework.stereotype.Service;

/** Nudges and praise from tutors to the people of their schools. */
@Service
public class Messages implements NodeSource {

    /** School days from one nudge to the next about the same thing. */
    private static final int BETWEEN_NUDGES = 5;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK);

    private final MessageStore messages;
    private final MessageTemplates templates;
    private final NewestFirst newestFirst;
    private final TutorDesk desk;
    private final People people;
    private final Programmes programmes;
    private final InputRules rules;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Messages(
        MessageStore messages,
        MessageTemplates templates,
        NewestFirst newestFirst,
        TutorDesk desk,
        People people,
        Programmes programmes,
        InputRules rules,
        ApplicationEventPublisher news,
        Clock clock
    ) {
        this.messages = messages;
        this.templates = templates;
        this.newestFirst = newestFirst;
        this.desk = desk;
        this.people = people;
        this.programmes = programmes;
        this.rules = rules;
        this.news = news;
        this.clock = clock;
    }

    public record SendMessage(
        String toId,
        MessageKind kind,
        MessageAbout about,
        @NotBlank(message = "Write the message.")
        @Size(max = 1000, message = "Shorten this to 1,000 characters.")
        String text,
        boolean anyway,
        @Nullable @MutationId String clientMutationId
    ) {}

    public record MarkMessageSeen(String messageId, @Nullable @MutationId String clientMutationId) {}

    public List<MessageTemplate> templates(Viewer viewer, String toId) {
        return desk
            .person(viewer, PersonAct.MESSAGE, toId)
            .map(receiver -> templates.to(receiver, people.findById(viewer.personId()).map(Person::name).orElseThrow()))
            .orElse(List.of());
    }

    public Message send(Viewer viewer, SendMessage input) {
        rules.check(input);
        var receiver = desk
            .person(viewer, PersonAct.MESSAGE, input.toId())
            .orElseThrow(() -> Problem.notFound("person at your school whom you may write to", "toId"));
        var sentBy = AppliedMutations.key(viewer.personId(), input, input.clientMutationId());
        if (sentBy != null) {
            var first = messages.findBySentBy(sentBy);
            if (first.isPresent()) {
                return first.get();
            }
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var schoolId = receiver.school().id();
        if (input.kind() == MessageKind.NUDGE && !input.anyway()) {
            refuseSoonAfterAnother(input, schoolId, now);
        }
        var message = new Message(
            Message.newId(now),
            input.kind(),
            input.about(),
            viewer.personId(),
            input.toId(),
            schoolId,
            input.text().strip(),
            now,
            sentBy
        );
        try {
            var sent = messages.insert(message);
            news.publishEvent(MessageSent.of(sent));
            return sent;
        } catch (DuplicateKeyException e) {
            if (sentBy == null) {
                throw e;
            }
            return messages.findBySentBy(sentBy).orElseThrow();
        }
    }

    /** Whoever of the school's tutors sent the other one. */
    private void refuseSoonAfterAnother(SendMessage input, String schoolId, Instant now) {
        var last = messages.findFirstByToIdAndSchoolIdAndKindAndAboutOrderByIdDesc(
            input.toId(),
            schoolId,
            MessageKind.NUDGE,
            input.about()
        );
        if (last.isEmpty()) {
            return;
        }
        var calendar = programmes.ofSchools(Set.of(schoolId)).values().iterator().next().calendar();
        var lastDay = SchoolDay.of(last.get().sentAt());
        if (SchoolDay.of(now).isBefore(calendar.schoolDaysFrom(lastDay, BETWEEN_NUDGES))) {
            throw new ProblemException(
                new RecentNudgeProblem(
                    "They were nudged about this on %s, less than %d school days ago. Send it anyway if it is still needed.".formatted(
                        DAY.format(lastDay),
                        BETWEEN_NUDGES
                    ),
                    List.of("input", "anyway"),
                    last.get().sentAt()
                )
            );
        }
    }

    public Message markSeen(Viewer viewer, MarkMessageSeen input) {
        rules.check(input);
        return retrying(() -> {
            var message = messages
                .findById(input.messageId())
                .filter(found -> AccessPolicy.allows(MessageAct.MARK_SEEN, relation(viewer, found)))
                .orElseThrow(() -> Problem.notFound("message to you", "messageId"));
            if (message.seenAt() != null) {
                return message;
            }
            message.seen(clock.instant().truncatedTo(ChronoUnit.MILLIS));
            return messages.save(message);
        });
    }

    /** Those that were sent since then, for whoever missed the news of them. */
    public List<MessageSent> sentSince(Instant then) {
        return messages.findByIdGreaterThan(Message.newId(then)).stream().map(MessageSent::of).toList();
    }

    Window<Message> received(Viewer viewer, boolean unseen, ScrollSubrange from, int first) {
        var wanted = where("toId").is(viewer.personId());
        return page(unseen ? wanted.and("seenAt").is(null) : wanted, from, first);
    }

    /** Those that the viewer sent, for schools whose tutor they still are. */
    Window<Message> sent(Viewer viewer, ScrollSubrange from, int first) {
        return page(where("fromId").is(viewer.personId()).and("schoolId").in(desk.schoolIds(viewer)), from, first);
    }

    private Window<Message> page(Criteria wanted, ScrollSubrange from, int first) {
        return newestFirst.page(Message.class, wanted, from, first, Message::id);
    }

    private MessageRelation relation(Viewer viewer, Message message) {
        if (viewer.personId().equals(message.toId())) {
            return MessageRelation.RECEIVER;
        }
        return viewer.personId().equals(message.fromId()) && desk.schoolIds(viewer).contains(message.schoolId())
            ? MessageRelation.SENDER
            : MessageRelation.STRANGER;
    }

    @Override
    public Set<String> idPrefixes() {
        return Set.of(Message.ID_PREFIX);
    }

    @Override
    public @Nullable Object node(Viewer viewer, String id) {
        return messages
            .findById(id)
            .filter(message -> AccessPolicy.allows(MessageAct.READ, relation(viewer, message)))
            .orElse(null);
    }
}
