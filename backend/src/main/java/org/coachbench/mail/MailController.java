package org.coachbench.mail;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.coachbench.api.ProblemException.orProblems;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coachbench.access.Viewer;
import org.coachbench.api.Problem;
import org.coachbench.mail.MailDelivery.Figures;
import org.coachbench.mail.MailDelivery.SendLetterAgain;
import org.coachbench.mail.MailDelivery.TroubledLetter;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.query.ScrollSubrange;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** The queries and mutations of mail.graphqls. */
@Controller
class MailController {

    private final MailDelivery delivery;
    private final People people;

    MailController(MailDelivery delivery, People people) {
        this.delivery = delivery;
        this.people = people;
    }

    record SendLetterAgainPayload(@Nullable TroubledLetter letter, List<Problem> problems) {}

    @SchemaMapping(typeName = "Viewer")
    @Nullable
    Figures mailDelivery(Viewer viewer) {
        return delivery.figures(viewer).orElse(null);
    }

    @SchemaMapping(typeName = "MailDelivery")
    Window<TroubledLetter> troubledLetters(ScrollSubrange subrange, @Argument int first) {
        return delivery.troubled(subrange.position().orElse(ScrollPosition.keyset()), first);
    }

    @MutationMapping
    SendLetterAgainPayload sendLetterAgain(@Argument SendLetterAgain input, @AuthenticationPrincipal Viewer viewer) {
        return orProblems(
            () -> new SendLetterAgainPayload(delivery.sendAgain(viewer, input), List.of()),
            problems -> new SendLetterAgainPayload(null, problems)
        );
    }

    @BatchMapping(typeName = "TroubledLetter")
    Map<TroubledLetter, Person> to(List<TroubledLetter> letters) {
        var ids = letters.stream().map(TroubledLetter::toId).distinct().toList();
        var byId = people.findAllById(ids).stream().collect(toMap(Person::id, identity()));
        var receivers = new HashMap<TroubledLetter, Person>();
        letters.forEach(letter -> receivers.put(letter, byId.get(letter.toId())));
        return receivers;
    }
}
