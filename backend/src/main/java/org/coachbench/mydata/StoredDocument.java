package org.coachbench.mydata;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Documents as the store has them, whichever module keeps them. */
final class StoredDocument {

    private static final String ID = "_id";
    private static final String VERSION = "version";

    private StoredDocument() {}

    static Document copy(Document stored) {
        var copy = new Document();
        stored.forEach((field, value) -> copy.put(field, copied(value)));
        return copy;
    }

    private static @Nullable Object copied(@Nullable Object value) {
        return switch (value) {
            case Document entry -> copy(entry);
            case List<?> list -> {
                var copies = new ArrayList<>();
                list.forEach(one -> copies.add(copied(one)));
                yield copies;
            }
            case null, default -> value;
        };
    }

    /** As the modules write: the version moves on, and who changed it meanwhile is not overwritten. False when somebody did. */
    static boolean replace(MongoCollection<Document> collection, Document stored, Document changed) {
        var isStill = eq(ID, stored.get(ID));
        if (stored.get(VERSION) instanceof Number version) {
            isStill = and(isStill, eq(VERSION, version));
            changed.put(VERSION, version.intValue() + 1);
        }
        return collection.replaceOne(isStill, changed).getModifiedCount() == 1;
    }
}
