package org.coachbench.mydata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.coachbench.TestClient;
import org.springframework.data.mongodb.core.MongoOperations;
import tools.jackson.databind.JsonNode;

/** What somebody took away, unpacked. */
public final class MyDataFiles {

    private final Map<String, String> texts;

    private MyDataFiles(Map<String, String> texts) {
        this.texts = texts;
    }

    public static MyDataFiles of(TestClient client) {
        var response = client.download("/my-data.zip");
        assertThat(response.statusCode()).isEqualTo(200);
        return unpacked(response.body());
    }

    public static MyDataFiles unpacked(byte[] zip) {
        var texts = new LinkedHashMap<String, String>();
        try (var files = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
                texts.put(file.getName(), new String(files.readAllBytes(), UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new MyDataFiles(texts);
    }

    /** Found without the service: the ids of all documents in which the person's id stands, and of their cycles' events. */
    public static Set<String> naming(String personId, MongoOperations store) {
        var cycles = new TreeSet<String>();
        for (var cycle : store.getCollection("coaching_cycles").find()) {
            if (personId.equals(cycle.get("mentorId")) || personId.equals(cycle.get("ectId"))) {
                cycles.add(cycle.getString("_id"));
            }
        }
        var found = new TreeSet<String>();
        for (var collection : store.getCollectionNames()) {
            for (var document : store.getCollection(collection).find()) {
                var id = String.valueOf(document.get("_id"));
                if (document.toJson().contains(personId) || cycles.contains(id.replaceFirst(":\\d+$", ""))) {
                    found.add(collection + " " + id);
                }
            }
        }
        return found;
    }

    /** Collection and id of each. */
    public Set<String> recordsAndLeftOut() {
        var given = texts
            .keySet()
            .stream()
            .filter(name -> name.startsWith("data/") && name.endsWith(".json"))
            .map(name -> name.substring("data/".length(), name.length() - ".json".length()).replace('-', '_'))
            .flatMap(collection -> ids(records(collection)).map(id -> collection + " " + id));
        var leftOut = rows("left-out.csv")
            .stream()
            .map(row -> collectionOf(row.get("what it is")) + " " + row.get("record"));
        return Stream.concat(given, leftOut).collect(toCollection(TreeSet::new));
    }

    private static String collectionOf(String title) {
        return Kinds.ALL.stream()
            .filter(kind -> kind.title().equals(title))
            .map(Kind::collection)
            .findFirst()
            .orElseThrow();
    }

    private static Stream<String> ids(List<JsonNode> records) {
        return records.stream().map(record -> record.at("/record/id").asString());
    }

    /** Each with the record itself and the paths of other people's words. */
    public List<JsonNode> records(String collection) {
        var text = texts.get("data/" + collection.replace('_', '-') + ".json");
        return text == null ? List.of() : TestClient.JSON.readTree(text).valueStream().toList();
    }

    JsonNode record(String collection, String id) {
        return records(collection)
            .stream()
            .filter(record -> record.at("/record/id").asString().equals(id))
            .findFirst()
            .orElseThrow();
    }

    Set<String> names() {
        return texts.keySet();
    }

    String text(String name) {
        return texts.getOrDefault(name, "");
    }

    String allTexts() {
        return String.join("\n", texts.values());
    }

    List<CSVRecord> rows(String name) {
        var text = text(name);
        assertThat(text).as(name).startsWith("\uFEFF");
        var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        try (var rows = format.parse(new StringReader(text.substring(1)))) {
            return rows.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
