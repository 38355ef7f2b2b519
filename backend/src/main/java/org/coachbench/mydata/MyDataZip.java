package org.coachbench.mydata;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.coachbench.access.Viewer;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.coachbench.people.SchoolDay;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes all that is held about a person, kind by kind as it is found: each as JSON and as CSV, and in the end an index, a
 * list of what is left out, who looked, and which texts are other people's words.
 */
@Component
class MyDataZip {

    /** Withheld from the person here, and theirs to ask for: never accounts, or what is between two others. */
    private static final Set<String> TO_BE_REDACTED = Set.of(
        "coaching_cycles",
        "cycle_events",
        "concerns",
        "messages",
        "tutor_visits"
    );
    private static final String READ_FIRST = """
    This was made for somebody who asked their school for what it holds about them.

    data/            what they can read in Coachbench by themselves.
    to-be-redacted/  what they cannot. Read it before you give it away, and take out what concerns other people.
    redaction.csv    which texts under data/ are other people's words.

    Notes of pastoral meetings are sealed for everybody but the two who met. The person finds theirs under My data.
    That you took this, and when, the person sees under My data too. Delete it when it was given.
    """;

    private final Holdings holdings;
    private final People people;
    private final JsonMapper json;

    MyDataZip(Holdings holdings, People people, JsonMapper json) {
        this.holdings = holdings;
        this.people = people;
        this.json = json;
    }

    /** Cut off in between, it lacks the directory at its end, and no program takes it for whole. */
    void write(Viewer viewer, OutputStream out) throws IOException {
        write(holdings.asker(viewer, false), out);
    }

    /** For somebody who asked their school: what they may not read without asking lies apart, to be redacted first. */
    void writeForSchool(String personId, OutputStream out) throws IOException {
        write(holdings.asker(new Viewer(personId, false), true), out);
    }

    private void write(Asker asker, OutputStream out) throws IOException {
        var zip = new ZipFiles(out);
        var contents = new Contents();
        for (var kind : holdings.kinds()) {
            var held = holdings.of(asker, kind);
            writeKind(zip, asker, "data/" + kind.file(), held.given());
            if (asker.bySchool() && TO_BE_REDACTED.contains(kind.collection())) {
                var documents = held.withheld().stream().map(Holdings.Named::document).toList();
                writeKind(zip, asker, "to-be-redacted/" + kind.file(), documents);
            }
            contents.add(held, asker);
        }
        zip.csv("index.csv", contents.indexRows());
        zip.csv("left-out.csv", contents.leftOutRows());
        zip.csv("redaction.csv", contents.redactionRows());
        zip.csv("who-looked.csv", contents.lookRows(namesOf(contents.peopleWhoLooked())));
        if (asker.bySchool()) {
            zip.text("READ-FIRST.txt", READ_FIRST);
        }
        var name = people.findById(asker.personId()).map(Person::name).orElse("");
        zip.text("index.html", IndexPage.of(name, SchoolDay.today(), contents));
        zip.finish();
    }

    private Map<String, String> namesOf(Set<String> ids) {
        return people.findAllById(ids).stream().collect(toMap(Person::id, Person::name));
    }

    private void writeKind(ZipFiles zip, Asker asker, String file, List<Document> documents) throws IOException {
        if (documents.isEmpty()) {
            return;
        }
        zip.begin(file + ".json");
        var separator = "[\n";
        for (var document : documents) {
            var words = Field.of(document, asker).stream().filter(Field::isOfOthers).map(Field::path).toList();
            var marked = new Document("record", document).append("wordsOfOthers", words);
            zip.add(separator + json.writeValueAsString(marked));
            separator = ",\n";
        }
        zip.add("\n]\n");
        zip.end();

        zip.begin(file + ".csv");
        zip.addRow(List.of("record", "field", "value", "words of"));
        for (var document : documents) {
            for (var field : Field.of(document, asker)) {
                zip.addRow(List.of(Contents.id(document), field.path(), field.value(), field.author()));
            }
        }
        zip.end();
    }
}
