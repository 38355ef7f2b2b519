package org.coachbench.mydata;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Where a person is named in a document: by their id in a value, in a key, or in a part of one, or by their e-mail address. */
record Naming(String personId, String email) {
    boolean in(@Nullable Object value) {
        return switch (value) {
            case String text -> text.contains(personId) || text.equals(email);
            case Document document -> document
                .entrySet()
                .stream()
                .anyMatch(field -> in(field.getKey()) || in(field.getValue()));
            case Collection<?> list -> list.stream().anyMatch(this::in);
            case null, default -> false;
        };
    }

    /**
     * Of a document that is about somebody or something else, what names the person: single values at its top, and further
     * down the smallest entries whole, such as the one mentorship of many.
     */
    Document excerpt(Document whole, String... beside) {
        var part = new Document();
        whole.forEach((field, value) -> {
            if (field.equals("id") || field.equals("type") || in(field) || List.of(beside).contains(field)) {
                part.put(field, value);
            } else if (in(value)) {
                part.put(field, excerptOf(value));
            }
        });
        return part;
    }

    private Object excerptOf(Object value) {
        return switch (value) {
            case Document entry -> namesDirectly(entry) ? entry : excerpt(entry);
            case List<?> list -> list.stream()
                .filter(this::in)
                .map(one -> excerptOf(Objects.requireNonNull(one)))
                .toList();
            default -> value;
        };
    }

    private boolean namesDirectly(Document entry) {
        return entry
            .values()
            .stream()
            .anyMatch(value -> value instanceof String && in(value));
    }
}
