package org.coachbench.mydata;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coachbench.CoachbenchTest;
import org.coachbench.Staffroom;
import org.coachbench.coaching.Coach;
import org.coachbench.coaching.Typist;
import org.coachbench.oversight.Tutor;
import org.coachbench.pastoral.PastoralPair;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;

/** What people take away who ask for all that is held about them, after much has happened between them. */
@CoachbenchTest
class MyDataTests {

    private static final String REFLECTION = "Waiting felt long, and it worked.";
    private static final String NOT_SHARED = "Four pupils had no book on the table.";
    private static final String FEEDBACK = "A short, clear model.";
    private static final String PASTORAL = "Home by five on Thursdays";
    private static final String TYPED = "Slower at the door.";
    private static final String CONCERN = "No cover since January.";
    private static final String COMMENT = "The pause is what made it.";
    private static final String FOR_MENTOR = "Six hands were up before the question ended.";

    private final Staffroom staffroom;
    private final MongoOperations store;

    private Staffroom.Pair pair;
    private Staffroom.Colleague tutor;
    private Staffroom.Colleague coach;
    private String cycle;
    private String unsharedCycle;
    private String visit;
    private String meeting;

    MyDataTests(@Autowired Staffroom staffroom, @Autowired MongoOperations store) {
        this.staffroom = staffroom;
        this.store = store;
    }

    @BeforeEach
    void muchHappens() {
        pair = staffroom.pair();
        tutor = staffroom.tutorOf(pair.school());
        coach = staffroom.colleague(false);
        var mentor = new Coach(pair.mentor().client());
        mentor.toShared(pair.ect().id());
        cycle = mentor.cycleId();
        mentor.done("startSession", Map.of());
        mentor.done("editNote", Map.of("kind", "SESSION", "changes", Typist.offline().type(0, TYPED)));
        mentor.round("Asked the first question");
        mentor.round("Asked it again, slower");
        mentor.close();
        new Coach(pair.ect().client()).mutate("writeReflection", Map.of("cycleId", cycle, "text", REFLECTION));

        var desk = new Tutor(tutor.client());
        visit = desk.visit(cycle);
        desk.giveFeedback(visit, FEEDBACK);
        new Tutor(pair.mentor().client()).answerFeedback(visit, "Thank you.");
        desk.nudge(pair.ect().id(), "Well begun!");
        desk.raise(pair.ect().id());
        desk.raise(pair.mentor().id());

        desk.pairWithCoach(pair.mentor().id(), coach.person().emailAddress());
        mentor.done("shareWithCoach", Map.of());
        var reviewing = new Coach(coach.client());
        reviewing.resume(cycle);
        reviewing.done("commentOnMoment", Map.of("sequence", 9, "text", COMMENT));
        reviewing.toSharedForMentor(pair.mentor().id(), cycle);

        meeting = new PastoralPair(pair).held(PASTORAL);

        mentor.start(pair.ect().id());
        mentor.done("recordEvidence", Map.of("text", NOT_SHARED));
        unsharedCycle = mentor.cycleId();
    }

    @Test
    void whatNamesSomebodyIsThereOrSaidToBeLeftOut() {
        for (var person : List.of(pair.mentor(), pair.ect(), tutor, coach)) {
            assertThat(MyDataFiles.of(person.client()).recordsAndLeftOut())
                .as(person.person().name())
                .containsExactlyInAnyOrderElementsOf(MyDataFiles.naming(person.id(), store));
        }
    }

    @Test
    void aMentorGetsTheirCoachingWithTheirEctsWordsMarked() {
        var files = MyDataFiles.of(pair.mentor().client());
        var coached = files.record("coaching_cycles", cycle);
        assertThat(coached.at("/record/reflection").asString()).isEqualTo(REFLECTION);
        assertThat(coached.at("/record/notes/0/text").asString()).isEqualTo(TYPED);
        assertThat(coached.at("/record/notes/0/document").isMissingNode()).isTrue();
        assertThat(othersWords(files, "coaching_cycles", cycle))
            .contains("reflection", "notes.0.text", "comments.0.text")
            .noneMatch(path -> path.startsWith("observation") || path.startsWith("rounds"));
        assertThat(files.record("coaching_cycles", unsharedCycle).toString()).contains(NOT_SHARED);

        assertThat(files.record("tutor_visits", visit).at("/record/feedback").asString()).isEqualTo(FEEDBACK);
        assertThat(othersWords(files, "tutor_visits", visit)).containsExactly("feedback");
        assertThat(files.record("pastoral_meetings", meeting).at("/record/notes/plan").asString()).isEqualTo(PASTORAL);
        assertThat(files.text("data/coaching-cycles.csv")).contains("reflection,\"" + REFLECTION + "\",others");
    }

    @Test
    void anEctGetsWhatIsSharedAndHearsThatMoreIsThere() {
        var files = MyDataFiles.of(pair.ect().client());
        assertThat(files.record("coaching_cycles", cycle).toString()).contains(FOR_MENTOR, REFLECTION, COMMENT);
        assertThat(othersWords(files, "coaching_cycles", cycle))
            .contains("observation.evidence.0.text", "rounds.0.feedback.text", "notes.0.text")
            .doesNotContain("reflection");
        assertThat(files.record("pastoral_meetings", meeting).toString()).contains(PASTORAL);
        assertThat(
            files.record("messages", files.records("messages").getFirst().at("/record/id").asString()).toString()
        ).contains("Well begun!");
        assertThat(files.record("tutor_visits", visit).at("/record/tutorId").asString()).isEqualTo(tutor.id());

        assertThat(files.allTexts()).doesNotContain(NOT_SHARED, FEEDBACK, "Thank you.", CONCERN, "TIME_NOT_GIVEN");
        assertThat(files.record("coaching_logs", pair.ect().id()).toString())
            .contains(cycle)
            .doesNotContain(unsharedCycle);
        assertThat(files.rows("left-out.csv"))
            .filteredOn(row -> row.get("record").equals(unsharedCycle))
            .singleElement()
            .satisfies(row -> {
                assertThat(row.get("begun on")).isEqualTo(Staffroom.today().toString());
                assertThat(row.get("why it is left out")).contains("not shared");
            });
        assertThat(files.text("index.html")).contains("Concerns about support").contains("You may ask your school");
    }

    @Test
    void concernsAreAskedForAtTheSchool() {
        var files = MyDataFiles.of(pair.mentor().client());
        assertThat(files.allTexts()).doesNotContain(CONCERN, "TIME_NOT_GIVEN");
        assertThat(files.rows("left-out.csv"))
            .filteredOn(row -> row.get("what it is").equals("Concerns about support"))
            .hasSize(1);
        assertThat(MyDataFiles.of(tutor.client()).allTexts()).doesNotContain(CONCERN);
    }

    @Test
    void whoIsNoPartOfACycleGetsOnlyWhatTheyDidThere() {
        var ofCoach = MyDataFiles.of(coach.client());
        var reviewed = ofCoach.record("coaching_cycles", cycle).get("record");
        assertThat(reviewed.propertyNames()).containsExactlyInAnyOrder("id", "coachAccess", "comments");
        assertThat(ofCoach.allTexts()).contains(COMMENT).doesNotContain(REFLECTION, TYPED, PASTORAL, FEEDBACK);
        var ofTutor = MyDataFiles.of(tutor.client());
        assertThat(ofTutor.record("tutor_visits", visit).toString()).contains(FEEDBACK);
        assertThat(ofTutor.allTexts()).doesNotContain(REFLECTION, TYPED, PASTORAL, FOR_MENTOR);
    }

    @Test
    void itSaysWhoLooked() {
        for (var person : List.of(pair.mentor(), pair.ect())) {
            assertThat(MyDataFiles.of(person.client()).rows("who-looked.csv"))
                .extracting(row -> row.get("who") + ": " + row.get("what"))
                .containsExactly(
                    tutor.person().name() + ": Looked into the coaching log as induction tutor",
                    coach.person().name() + ": Was given the session to review"
                );
        }
    }

    @Test
    void nothingOfAnybodyElsesAccountOrRecordIsThere() {
        var all = MyDataFiles.of(pair.mentor().client()).allTexts();
        assertThat(all).contains(pair.mentor().person().emailAddress());
        assertThat(all)
            .doesNotContainIgnoringCase("argon2", "passwordHash")
            .doesNotContain(
                pair.ect().person().emailAddress(),
                tutor.person().emailAddress(),
                coach.person().emailAddress()
            );
        assertThat(MyDataFiles.of(pair.mentor().client()).records("accounts")).hasSize(1);
        var stranger = MyDataFiles.of(staffroom.pair().mentor().client()).allTexts();
        assertThat(stranger).doesNotContain(pair.mentor().id(), pair.ect().id(), cycle, PASTORAL);
    }

    @Test
    void theIndexListsEveryFileAndEscapesWhatIsInIt() {
        var files = MyDataFiles.of(pair.ect().client());
        var listed = files
            .rows("index.csv")
            .stream()
            .map(row -> row.get("file"))
            .toList();
        assertThat(files.names())
            .filteredOn(name -> name.startsWith("data/"))
            .containsExactlyInAnyOrderElementsOf(listed);
        assertThat(listed).allSatisfy(name -> assertThat(files.text("index.html")).contains("href=\"" + name));
        assertThat(files.text("index.html")).contains(pair.ect().person().name());
        var named = IndexPage.of("<b>Zoë & Co</b>", Staffroom.today(), new Contents());
        assertThat(named).contains("&lt;b&gt;Zoë &amp; Co&lt;/b&gt;").contains("No record that names you is left out.");
    }

    @Test
    void itIsForWhoIsSignedInAndStaysInNoCache() {
        assertThat(staffroom.anybody().download("/my-data.zip").statusCode()).isEqualTo(401);
        var mine = pair.ect().client().download("/my-data.zip");
        assertThat(mine.headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(mine.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(mine.headers().firstValue("Content-Disposition")).hasValueSatisfying(value ->
            assertThat(value).startsWith("attachment").contains(".zip")
        );
        pair.ect().client().send("DELETE", "/session", null);
        assertThat(pair.ect().client().download("/my-data.zip").statusCode()).isEqualTo(401);
    }

    @Test
    void severalGetTheirOwnAtOnce() {
        var people = List.of(pair.mentor(), pair.ect(), tutor, coach);
        var answers = people
            .stream()
            .map(person -> CompletableFuture.supplyAsync(() -> person.client().download("/my-data.zip")))
            .toList();
        var bodies = answers.stream().map(CompletableFuture::join).map(HttpResponse::body).toList();
        IntStream.range(0, people.size()).forEach(i ->
            assertThat(MyDataFiles.unpacked(bodies.get(i)).records("accounts"))
                .singleElement()
                .satisfies(account -> assertThat(account.at("/record/id").asString()).isEqualTo(people.get(i).id()))
        );
    }

    @Test
    void onThePageTooItSaysWhoLooked() {
        for (var person : List.of(pair.mentor(), pair.ect())) {
            assertThat(looks(person)).containsExactly(
                coach.person().name() + ": GIVEN_TO_REVIEW " + cycle,
                tutor.person().name() + ": LOG_VISITED " + cycle
            );
        }
        assertThat(looks(tutor)).isEmpty();
        assertThat(looks(staffroom.pair().ect())).isEmpty();
    }

    private static List<String> looks(Staffroom.Colleague person) {
        return person
            .client()
            .data("{ viewer { looks { kind cycleId by { name } } } }", Map.of())
            .at("/viewer/looks")
            .valueStream()
            .map(look ->
                "%s: %s %s".formatted(
                    look.at("/by/name").asString(),
                    look.get("kind").asString(),
                    look.get("cycleId").asString("")
                )
            )
            .toList();
    }

    @Test
    void anAdministratorTakesAllForWhoAskedTheirSchoolAndTheySeeIt() {
        var administrator = staffroom.administrator();
        var path = "/people-data/%s.zip".formatted(pair.ect().id());
        for (var other : List.of(pair.mentor(), pair.ect(), tutor, coach)) {
            assertThat(other.client().download(path).statusCode()).isEqualTo(404);
        }
        assertThat(staffroom.anybody().download(path).statusCode()).isEqualTo(401);
        assertThat(looks(pair.ect())).noneMatch(look -> look.contains("DATA_TAKEN"));
        var answer = administrator.client().download(path);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        var files = MyDataFiles.unpacked(answer.body());
        assertThat(files.text("data/coaching-cycles.json")).contains(REFLECTION).doesNotContain(NOT_SHARED);
        assertThat(files.text("to-be-redacted/coaching-cycles.json")).contains(NOT_SHARED);
        assertThat(files.text("to-be-redacted/concerns.json")).contains(CONCERN);
        assertThat(files.text("READ-FIRST.txt")).contains("to-be-redacted/");
        assertThat(files.allTexts()).doesNotContain(PASTORAL).doesNotContainIgnoringCase("argon2", "passwordHash");
        assertThat(looks(pair.ect())).contains(administrator.person().name() + ": DATA_TAKEN ");
        assertThat(MyDataFiles.of(pair.ect().client()).rows("who-looked.csv")).anySatisfy(row ->
            assertThat(row.get("what")).startsWith("Took what is held about you")
        );
    }

    @Test
    void everyKindOfDocumentHasARule() {
        var kept = store
            .getConverter()
            .getMappingContext()
            .getPersistentEntities()
            .stream()
            .filter(entity -> entity.isAnnotationPresent(Document.class))
            .map(entity -> store.getCollectionName(entity.getType()));
        var known = Kinds.ALL.stream().map(Kind::collection).toList();
        assertThat(Stream.concat(kept, store.getCollectionNames().stream()))
            .as("collections")
            .allMatch(name -> known.contains(name) || name.startsWith("system."));
    }

    @Test
    void whatNobodyDecidedAboutYetIsNamedAndNotGiven() {
        var collection = "brand_new_" + pair.ect().id();
        store.insert(new org.bson.Document("_id", "new_1").append("words", "About " + pair.ect().id()), collection);
        try {
            var files = MyDataFiles.of(pair.ect().client());
            assertThat(files.allTexts()).doesNotContain("About ");
            assertThat(files.rows("left-out.csv")).anyMatch(row -> row.get("record").equals("new_1"));
        } finally {
            store.dropCollection(collection);
        }
    }

    private static Set<String> othersWords(MyDataFiles files, String collection, String id) {
        var paths = new TreeSet<String>();
        files
            .record(collection, id)
            .get("wordsOfOthers")
            .forEach(path -> paths.add(path.asString()));
        assertThat(files.rows("redaction.csv"))
            .filteredOn(row -> row.get("record").equals(id))
            .extracting(row -> row.get("field"))
            .containsExactlyInAnyOrderElementsOf(paths);
        return paths;
    }
}
