package org.coachbench.mydata;

import java.util.Collection;
import java.util.Date;
import java.util.Objects;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.ObjectId;

/** A document of the store as it reads without the store: times as text, nothing that only the program needs. */
final class PlainDocument {

    private PlainDocument() {}

    static Document of(Document stored) {
        var plain = new Document();
        stored.forEach((field, value) -> {
            if (value == null || value instanceof Binary || (field.equals("_class") && isOfProgram(value))) {
                return;
            }
            var name = switch (field) {
                case "_id" -> "id";
                case "_class" -> "type";
                default -> field;
            };
            plain.put(name, value(value));
        });
        return plain;
    }

    private static Object value(Object value) {
        return switch (value) {
            case Document document -> of(document);
            case Collection<?> list -> list.stream().filter(Objects::nonNull).map(PlainDocument::value).toList();
            case Date time -> time.toInstant().toString();
            case ObjectId id -> id.toHexString();
            case Number number -> number;
            case Boolean truth -> truth;
            default -> value.toString();
        };
    }

    /** The full name of a class; events carry a name of their own, which tells what happened. */
    private static boolean isOfProgram(Object type) {
        return type.toString().indexOf('.') >= 0;
    }
}
