package org.coachbench.mydata;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.coachbench.mydata.Holdings.Held;
import org.coachbench.people.SchoolDay;

/** What the index tells of the files: how many records of which days, what is left out, whose words they hold, who looked. */
final class Contents {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d(?:T[0-9:.]+Z)?");
    private static final Pattern CREATED = Pattern.compile("_([0-9a-f]{24})(?![0-9a-f])");
    private static final int DAY_LENGTH = 10;

    /** The days are the first and the last that occur in the records, empty when none does. */
    record FileOfKind(Kind kind, int records, String from, String to) {}

    /** The day is the one on which the record was begun, empty when its id does not tell. */
    record LeftOut(Kind kind, String recordId, String day, String because) {}

    private record OthersWords(String file, String recordId, Field field) {}

    private final List<FileOfKind> files = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final List<OthersWords> othersWords = new ArrayList<>();
    private final List<Look> looks = new ArrayList<>();

    static String id(Document document) {
        return String.valueOf(document.get("id"));
    }

    void add(Held held, Asker asker) {
        var kind = held.kind();
        var days = new ArrayList<String>();
        for (var document : held.given()) {
            for (var field : Field.of(document, asker)) {
                if (DAY.matcher(field.value()).matches()) {
                    days.add(field.value().substring(0, DAY_LENGTH));
                }
                if (field.isOfOthers()) {
                    othersWords.add(new OthersWords(kind.file(), id(document), field));
                }
            }
            Look.in(kind, document, asker).forEach(looks::add);
        }
        if (!held.given().isEmpty()) {
            var from = days.stream().min(Comparator.naturalOrder()).orElse("");
            var to = days.stream().max(Comparator.naturalOrder()).orElse("");
            files.add(new FileOfKind(kind, held.given().size(), from, to));
        }
        for (var named : held.withheld()) {
            var id = id(named.document());
            leftOut.add(new LeftOut(kind, id, begun(id), named.because()));
        }
    }

    private static String begun(String id) {
        var created = CREATED.matcher(id);
        return created.find() ? SchoolDay.of(new ObjectId(created.group(1)).getDate().toInstant()).toString() : "";
    }

    List<FileOfKind> files() {
        return List.copyOf(files);
    }

    List<LeftOut> leftOut() {
        return List.copyOf(leftOut);
    }

    Set<String> peopleWhoLooked() {
        return looks.stream().map(Look::personId).collect(toSet());
    }

    List<List<String>> indexRows() {
        return rows(
            List.of("file", "what it holds", "records", "from", "to"),
            files
                .stream()
                .flatMap(file ->
                    Stream.of(".json", ".csv").map(ending ->
                        List.of(
                            "data/" + file.kind().file() + ending,
                            file.kind().title() + ": " + file.kind().holds(),
                            String.valueOf(file.records()),
                            file.from(),
                            file.to()
                        )
                    )
                )
        );
    }

    List<List<String>> leftOutRows() {
        return rows(
            List.of("what it is", "record", "begun on", "why it is left out"),
            leftOut.stream().map(one -> List.of(one.kind().title(), one.recordId(), one.day(), one.because()))
        );
    }

    List<List<String>> redactionRows() {
        return rows(
            List.of("file", "record", "field", "words of"),
            othersWords
                .stream()
                .map(words ->
                    List.of("data/" + words.file(), words.recordId(), words.field().path(), words.field().author())
                )
        );
    }

    List<List<String>> lookRows(Map<String, String> names) {
        return rows(
            List.of("when", "who", "what", "cycle"),
            looks
                .stream()
                .sorted(Comparator.comparing(Look::at))
                .map(look ->
                    List.of(
                        look.at(),
                        names.getOrDefault(look.personId(), look.personId()),
                        look.what(),
                        look.cycleId()
                    )
                )
        );
    }

    private static List<List<String>> rows(List<String> heading, Stream<List<String>> rows) {
        return Stream.concat(Stream.of(heading), rows).toList();
    }
}
