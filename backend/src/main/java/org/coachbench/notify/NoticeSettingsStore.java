package org.coachbench.notify;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.coachbench.access.Viewer;
import org.coachbench.api.InputRules;
import org.coachbench.api.MutationId;
import org.coachbench.api.Problem;
import org.coachbench.notify.NoticeKind.MailChoice;
import org.coachbench.people.PeopleMerged;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

/** How people want their notices by e-mail. */
@Service
class NoticeSettingsStore {

    private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";
    private static final String NO_TIME = "Enter a time such as 07:30.";

    private final MongoOperations store;
    private final InputRules rules;

    NoticeSettingsStore(MongoOperations store, InputRules rules) {
        this.store = store;
        this.rules = rules;
    }

    record NoticeMailInput(NoticeKind kind, MailChoice choice) {}

    record SetNoticeSettings(
        @Nullable @Size(max = 12, message = "Choose once for each kind.") List<NoticeMailInput> mail,
        @Nullable Boolean quiet,
        @Nullable @Pattern(regexp = TIME, message = NO_TIME) String quietFrom,
        @Nullable @Pattern(regexp = TIME, message = NO_TIME) String quietUntil,
        @Nullable @Pattern(regexp = TIME, message = NO_TIME) String digestAt,
        @Nullable @MutationId String clientMutationId
    ) {}

    NoticeSettings of(Viewer viewer) {
        return Objects.requireNonNull(of(List.of(viewer.personId())).get(viewer.personId()));
    }

    /** One store command for any number of people. */
    Map<String, NoticeSettings> of(Collection<String> personIds) {
        var chosen = store
            .find(Query.query(where("_id").in(personIds)), NoticeSettings.class)
            .stream()
            .collect(toMap(NoticeSettings::personId, identity()));
        return personIds
            .stream()
            .distinct()
            .collect(toMap(identity(), id -> chosen.getOrDefault(id, NoticeSettings.usual(id))));
    }

    /** What the input leaves out stays; of two changes at once the later one is kept as a whole. */
    NoticeSettings set(Viewer viewer, SetNoticeSettings input) {
        rules.check(input);
        var before = of(viewer);
        var mail = new EnumMap<NoticeKind, MailChoice>(NoticeKind.class);
        mail.putAll(before.mail());
        if (input.mail() != null) {
            input.mail().forEach(one -> mail.put(one.kind(), one.choice()));
        }
        var after = new NoticeSettings(
            viewer.personId(),
            mail,
            Objects.requireNonNullElse(input.quiet(), before.quiet()),
            Objects.requireNonNullElse(input.quietFrom(), before.quietFrom()),
            Objects.requireNonNullElse(input.quietUntil(), before.quietUntil()),
            Objects.requireNonNullElse(input.digestAt(), before.digestAt())
        );
        if (!after.opensAt().isBefore(after.closesAt())) {
            throw Problem.invalid("Let the quiet hours end before they begin again on the same day.", "quietUntil");
        }
        return store.save(after);
    }

    @EventListener
    void peopleMerged(PeopleMerged merged) {
        store.remove(Query.query(where("_id").is(merged.doubleId())), NoticeSettings.class);
    }
}
