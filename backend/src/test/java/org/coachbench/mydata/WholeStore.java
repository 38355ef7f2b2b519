package org.coachbench.mydata;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.data.mongodb.core.MongoOperations;

/** Looks through every document there is. */
final class WholeStore {

    private WholeStore() {}

    /** The collections in which a text stands, in the open, in bytes, or in what merges as a shared note. */
    static Set<String> places(MongoOperations store, String text) {
        var places = new TreeSet<String>();
        for (var collection : store.getCollectionNames()) {
            for (var document : store.getCollection(collection).find()) {
                if (holds(document, text)) {
                    places.add(collection);
                }
            }
        }
        return places;
    }

    private static boolean holds(Object value, String text) {
        return switch (value) {
            case Document document -> document
                .entrySet()
                .stream()
                .anyMatch(field -> holds(field.getKey(), text) || holds(field.getValue(), text));
            case List<?> list -> list.stream().anyMatch(one -> holds(one, text));
            case Binary bytes -> new String(bytes.getData(), ISO_8859_1).contains(text);
            case String string -> string.contains(text) || decoded(string).contains(text);
            case null, default -> false;
        };
    }

    private static String decoded(String string) {
        try {
            return new String(Base64.getDecoder().decode(string), ISO_8859_1);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }
}
