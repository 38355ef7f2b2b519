package org.coachbench.mydata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.bson.Document;
import org.coachbench.CoachbenchTest;
import org.coachbench.Staffroom;
import org.coachbench.TestClient;
import org.coachbench.people.Clerk;
import org.coachbench.people.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import tools.jackson.databind.JsonNode;

/** How long a school keeps content of ECTs who left, and what holds it back. */
@Isolated
@OwnStore
@CoachbenchTest
class RetentionTests {

    private static final String RETENTION = """
    periods { content months countsFrom formerMonths usualMonths nextOn nextEcts removed lastRemovedOn }
    holds { id person { id } reason by { id } } setBy { id }
    """;

    private final Staffroom staffroom;
    private final MongoOperations store;
    private final People people;
    private final ContentRemoval removal;
    private WordsOfMany words;
    private String school;
    private Clerk tutor;
    private LocalDate left;

    RetentionTests(
        @Autowired Staffroom staffroom,
        @Autowired MongoOperations store,
        @Autowired People people,
        @Autowired ContentRemoval removal
    ) {
        this.staffroom = staffroom;
        this.store = store;
        this.people = people;
        this.removal = removal;
    }

    @BeforeEach
    void theyWriteAndLeave() {
        words = new WordsOfMany(staffroom);
        words.leave();
        school = words.pair.school().id();
        tutor = new Clerk(words.tutor.client());
        left = Staffroom.today().minusDays(1);
        sendBefore(left);
    }

    /** All of it while they were an ECT. */
    private void sendBefore(LocalDate day) {
        var sentAt = Date.from(day.atTime(9, 0).toInstant(ZoneOffset.UTC));
        store.getCollection("messages").updateMany(toEct(), new Document("$set", new Document("sentAt", sentAt)));
    }

    private Document toEct() {
        return new Document("toId", words.pair.ect().id());
    }

    @Test
    void theUsualTimesSayWhatGoesNext() {
        var periods = retention(words.tutor.client()).get("periods");
        assertThat(periods)
            .extracting(
                period ->
                    period.get("content").asString() +
                    " " +
                    period.get("months") +
                    " " +
                    period.get("nextOn").asString() +
                    " " +
                    period.get("nextEcts")
            )
            .containsExactly(
                "COACHING 24 %s 1".formatted(left.plusMonths(24).plusDays(1)),
                "DIAGNOSTICS 12 %s 1".formatted(left.plusMonths(12).plusDays(1)),
                "MESSAGES 12 %s 1".formatted(left.plusMonths(12).plusDays(1)),
                "PASTORAL 6 %s 1".formatted(left.plusMonths(6).plusDays(1))
            );
        assertThat(retention(words.coach.client()).isNull()).isTrue();
        assertThat(retention(words.pair.mentor().client()).isNull()).isTrue();
    }

    @Test
    void eachKindGoesOnItsDayAndNotBefore() {
        var goesOn = left.plusMonths(6).plusDays(1);
        removeOn(goesOn.minusDays(1));
        assertThat(removed()).isEmpty();
        removeOn(goesOn);
        assertThat(removed()).containsExactly("PASTORAL");
        assertThat(store.getCollection("pastoral_meetings").find(ofEct()).first()).doesNotContainKey("sealed");
        assertThat(places(words.ofEct)).contains("coaching_cycles", "cycle_events", "diagnostic_responses");
        removeOn(left.plusMonths(12).plusDays(1));
        assertThat(removed()).containsExactly("DIAGNOSTICS", "MESSAGES", "PASTORAL");
        assertThat(places(words.ofTutor + "toect")).isEmpty();
        assertThat(places(words.ofEct)).doesNotContain("diagnostic_responses").contains("coaching_cycles");
    }

    @Test
    void whatTheyGetLaterInAnotherOfficeStays() {
        var messages = store.getCollection("messages");
        var nudge = new Document(Objects.requireNonNull(messages.find(toEct()).first()))
            .append("_id", "message_later")
            .append("text", "A later nudge")
            .append("sentAt", Date.from(Instant.now()));
        nudge.remove("sentBy");
        messages.insertOne(nudge);
        var cycles = store.getCollection("coaching_cycles");
        var asMentor = new Document(Objects.requireNonNull(cycles.find(new Document("_id", words.closed)).first()))
            .append("_id", "cycle_asmentor" + words.closed)
            .append("kind", "COACHING_FOR_MENTORS");
        asMentor.remove("startedBy");
        cycles.insertOne(asMentor);
        removeOn(left.plusMonths(24).plusDays(1));
        assertThat(messages.find(new Document("_id", "message_later")).first()).containsEntry("text", "A later nudge");
        assertThat(cycles.find(new Document("_id", asMentor.get("_id"))).first()).isEqualTo(asMentor);
        messages.deleteOne(new Document("_id", "message_later"));
        cycles.deleteOne(new Document("_id", asMentor.get("_id")));
    }

    @Test
    void afterAllOfItsTimeNoContentIsThereAndFiguresAreTheSame() {
        var figures = "query ($id: ID!) { engagement(schoolIds: [$id]) { all { ects held study { done } } } }";
        var before = words.tutor.client().data(figures, Map.of("id", school));
        removeOn(left.plusMonths(24).plusDays(1));
        // What they said about their time is no content of coaching.
        assertThat(places(words.ofEct)).containsOnly("timetables");
        for (var cycle : List.of(words.closed, words.tailored, words.open)) {
            assertThat(
                store.getCollection("coaching_cycles").find(new Document("_id", cycle)).first().toJson()
            ).doesNotContain(words.ofMentor, words.ofTutor, words.ofCoach);
            assertThat(
                store
                    .getCollection("cycle_events")
                    .find(new Document("_id", cycle + ":1"))
                    .first()
            ).isNull();
        }
        assertThat(places(words.ofMentor + "answer")).isEmpty();
        assertThat(words.tutor.client().data(figures, Map.of("id", school))).isEqualTo(before);
        var periods = retention(words.tutor.client()).get("periods");
        assertThat(periods).allSatisfy(period -> {
            assertThat(period.get("removed").asInt()).isEqualTo(1);
            assertThat(period.get("lastRemovedOn").asString()).isEqualTo(Staffroom.today().toString());
            assertThat(period.get("nextOn").isNull()).isTrue();
        });
        var trail = store.getCollection("content_removals").countDocuments(ofEct());
        removeOn(left.plusMonths(30));
        assertThat(store.getCollection("content_removals").countDocuments(ofEct())).isEqualTo(trail);
    }

    @Test
    void aSchoolSetsItsOwnTimes() {
        var input = Map.of("schoolId", school, "periods", List.of(Map.of("content", "PASTORAL", "months", 3)));
        var set = tutor.done("setRetention", "retention { %s }".formatted(RETENTION), input).get("retention");
        assertThat(set.at("/periods/3/nextOn").asString()).isEqualTo(left.plusMonths(3).plusDays(1).toString());
        assertThat(set.at("/setBy/id").asString()).isEqualTo(words.tutor.id());
        removeOn(left.plusMonths(3).plusDays(1));
        assertThat(removed()).containsExactly("PASTORAL");
        for (var months : List.of(0, 85)) {
            var bad = Map.of("schoolId", school, "periods", List.of(Map.of("content", "PASTORAL", "months", months)));
            assertThat(tutor.refused("setRetention", bad)).contains("1 to 84 months");
        }
        var elsewhere = staffroom.tutorOf(staffroom.school());
        assertThat(new Clerk(elsewhere.client()).mayNot("setRetention", input)).isTrue();
    }

    @Test
    void aSmallerNumberCountsOnlyAWeekLaterAndCanBeSetBack() {
        var today = Staffroom.today();
        leftEarlier(today.minusMonths(2));
        var week = today.plusDays(7);
        var coaching = set("COACHING", 1).at("/periods/0");
        assertThat(coaching.get("months").asInt()).isEqualTo(1);
        assertThat(coaching.get("formerMonths").asInt()).isEqualTo(24);
        assertThat(coaching.get("countsFrom").asString()).isEqualTo(week.toString());
        assertThat(coaching.get("nextOn").asString()).isEqualTo(week.toString());
        assertThat(own().at("/contents/0/goesOn").asString()).isEqualTo(week.toString());
        // The same again moves nothing, and neither does another kind.
        assertThat(set("COACHING", 1).at("/periods/0/countsFrom").asString()).isEqualTo(week.toString());
        assertThat(set("DIAGNOSTICS", 84).at("/periods/1/countsFrom").isNull()).isTrue();
        removeOn(week.minusDays(1));
        assertThat(removed()).isEmpty();

        var mended = set("COACHING", 24).at("/periods/0");
        assertThat(mended.get("countsFrom").isNull()).isTrue();
        assertThat(mended.get("formerMonths").isNull()).isTrue();
        removeOn(week);
        assertThat(removed()).isEmpty();

        set("COACHING", 1);
        removeOn(week);
        assertThat(removed()).containsExactly("COACHING");
    }

    private void leftEarlier(LocalDate on) {
        var place = Map.of(
            "personId",
            words.pair.ect().id(),
            "schoolId",
            school,
            "role",
            "ECT",
            "finishedOn",
            on.toString()
        );
        words.administrator.done("leaveSchool", place);
    }

    private JsonNode set(String content, int months) {
        var input = Map.of("schoolId", school, "periods", List.of(Map.of("content", content, "months", months)));
        return tutor.done("setRetention", "retention { %s }".formatted(RETENTION), input).get("retention");
    }

    @Test
    void twoTutorsAtOnceLoseNothing() throws Exception {
        var another = new Clerk(staffroom.tutorOf(words.pair.school()).client());
        var contents = List.of("COACHING", "DIAGNOSTICS", "MESSAGES", "PASTORAL");
        try (var pool = Executors.newFixedThreadPool(4)) {
            for (int months = 30; months < 40; months++) {
                var all = new ArrayList<Callable<JsonNode>>();
                for (var content : contents) {
                    var one = Map.of("content", content, "months", months);
                    var input = Map.of("schoolId", school, "periods", List.of(one));
                    var who = all.size() % 2 == 0 ? tutor : another;
                    all.add(() -> who.done("setRetention", "", input));
                }
                for (var done : pool.invokeAll(all)) {
                    done.get();
                }
                assertThat(retention(words.tutor.client()).get("periods"))
                    .extracting(period -> period.get("months").asInt())
                    .containsOnly(months);
            }
        }
    }

    @Test
    void whomAHoldIsOnNeitherReadsWhyNorEndsIt() {
        var both = staffroom.tutorAndMentorAt(words.pair.school());
        var input = Map.of("schoolId", school, "personId", both.id(), "reason", "A complaint about them.");
        var set = tutor.done("setHold", "retention { %s }".formatted(RETENTION), input);
        var end = Map.of("holdId", set.at("/retention/holds/0/id").asString());
        assertThat(retention(both.client()).get("holds")).isEmpty();
        var self = new Clerk(both.client());
        var again = self.done("setHold", "retention { %s }".formatted(RETENTION), input);
        assertThat(again.at("/retention/holds")).isEmpty();
        assertThat(self.mayNot("endHold", end)).isTrue();
        assertThat(retention(words.tutor.client()).get("holds")).hasSize(1);
        tutor.done("endHold", end);
        assertThat(retention(words.tutor.client()).get("holds")).isEmpty();
    }

    @Test
    void aHoldOnAPersonOrTheirSchoolKeepsEverythingUntilItEnds() {
        for (var held : List.of(Map.of("personId", words.pair.ect().id()), Map.<String, String>of())) {
            var input = new HashMap<String, Object>(held);
            input.put("schoolId", school);
            input.put("reason", "A complaint is open.");
            var set = tutor.done("setHold", "retention { %s }".formatted(RETENTION), input);
            var hold = set.at("/retention/holds/0");
            assertThat(hold.get("reason").asString()).isEqualTo("A complaint is open.");
            assertThat(hold.at("/by/id").asString()).isEqualTo(words.tutor.id());
            assertThat(own().get("held").asBoolean()).isTrue();
            removeOn(left.plusYears(9));
            assertThat(removed()).isEmpty();
            var erase = Map.of("personId", words.pair.ect().id(), "name", words.pair.ect().person().name());
            assertThat(words.administrator.refused("erasePerson", erase)).contains("A hold keeps");
            var zip = MyDataFiles.of(words.pair.ect().client()).allTexts();
            assertThat(zip).doesNotContain("A complaint is open.");
            var elsewhere = staffroom.tutorOf(staffroom.school());
            var end = Map.of("holdId", hold.get("id").asString());
            assertThat(new Clerk(elsewhere.client()).mayNot("endHold", end)).isTrue();
            tutor.done("endHold", end);
            assertThat(own().get("held").asBoolean()).isFalse();
        }
        removeOn(left.plusYears(9));
        assertThat(removed()).hasSize(4);
    }

    @Test
    void aHoldOnWhoMentoredKeepsWhatTheTwoWrote() {
        var input = Map.of("schoolId", school, "personId", words.pair.mentor().id(), "reason", "A complaint is open.");
        var set = tutor.done("setHold", "retention { %s }".formatted(RETENTION), input);
        removeOn(left.plusYears(9));
        assertThat(removed()).containsExactly("DIAGNOSTICS", "MESSAGES");
        assertThat(places(words.ofMentor)).contains("coaching_cycles", "cycle_events");
        var erase = Map.of("personId", words.pair.ect().id(), "name", words.pair.ect().person().name());
        assertThat(words.administrator.refused("erasePerson", erase)).contains("somebody whom they coached");
        tutor.done("endHold", Map.of("holdId", set.at("/retention/holds/0/id").asString()));
        removeOn(left.plusYears(9));
        assertThat(removed()).containsExactly("COACHING", "DIAGNOSTICS", "MESSAGES", "PASTORAL");
    }

    @Test
    void whoIsConcernedIsToldBeforeItGoes() {
        var contents = own().get("contents");
        assertThat(contents.at("/0/goesOn").asString()).isEqualTo(left.plusMonths(24).plusDays(1).toString());
        assertThat(contents.at("/0/certain").asBoolean()).isTrue();
        var onIt = staffroom.pair().ect().client();
        var later = onIt.data("{ viewer { ownRetention { contents { goesOn certain } } } }", Map.of());
        assertThat(later.at("/viewer/ownRetention/contents/0/certain").asBoolean()).isFalse();
        assertThat(
            words.coach
                .client()
                .data("{ viewer { ownRetention { held } } }", Map.of())
                .at("/viewer/ownRetention")
                .isNull()
        ).isTrue();
    }

    private JsonNode own() {
        return words.pair
            .ect()
            .client()
            .data("{ viewer { ownRetention { held contents { content goesOn certain } } } }", Map.of())
            .at("/viewer/ownRetention");
    }

    private JsonNode retention(TestClient client) {
        return client
            .data(
                "query ($id: ID!) { schoolRetention(schoolId: $id) { %s } }".formatted(RETENTION),
                Map.of("id", school)
            )
            .get("schoolRetention");
    }

    private void removeOn(LocalDate day) {
        removal.removeWhatIsOverOn(day, people.findAllById(List.of(words.pair.ect().id(), words.pair.mentor().id())));
    }

    private List<String> removed() {
        var contents = new TreeSet<String>();
        store
            .getCollection("content_removals")
            .find(ofEct())
            .forEach(removal -> contents.add(removal.getString("content")));
        return List.copyOf(contents);
    }

    private Document ofEct() {
        return new Document("ectId", words.pair.ect().id());
    }

    private Set<String> places(String text) {
        return WholeStore.places(store, text);
    }
}
