package org.coachbench.mydata;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.coachbench.access.Viewer;
import org.coachbench.mydata.Holdings.Held;
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
        var asker = holdings.asker(viewer);
        var zip = new ZipFiles(out);
        var contents = new Contents();
        for (var kind : holdings.kinds()) {
            var held = holdings.of(asker, kind);
            writeKind(zip, asker, held);
            contents.add(held, asker);
        }
        zip.csv("index.csv", contents.indexRows());
        zip.csv("left-out.csv", contents.leftOutRows());
        zip.csv("redaction.csv", contents.redactionRows());
        zip.csv("who-looked.csv", contents.lookRows(namesOf(contents.peopleWhoLooked())));
        var name = people.findById(viewer.personId()).map(Person::name).orElse("");
        zip.text("index.html", IndexPage.of(name, SchoolDay.today(), contents));
        zip.finish();
    }

    private Map<String, String> namesOf(Set<String> ids) {
        return people.findAllById(ids).stream().collect(toMap(Person::id, Person::name));
    }

    private void writeKind(ZipFiles zip, Asker asker, Held held) throws IOException {
        if (held.given().isEmpty()) {
            return;
        }
        var file = "data/" + held.kind().file();
        zip.begin(file + ".json");
        var separator = "[\n";
        for (var document : held.given()) {
            var words = Field.of(document, asker).stream().filter(Field::isOfOthers).map(Field::path).toList();
            var marked = new Document("record", document).append("wordsOfOthers", words);
            zip.add(separator + json.writeValueAsString(marked));
            separator = ",\n";
        }
        zip.add("\n]\n");
        zip.end();

        zip.begin(file + ".csv");
        zip.addRow(List.of("record", "field", "value", "words of"));
        for (var document : held.given()) {
            for (var field : Field.of(document, asker)) {
                zip.addRow(List.of(Contents.id(document), field.path(), field.value(), field.author()));
            }
        }
        zip.end();
    }
}
