package org.coachbench.mydata;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A single value of a document.
 *
 * @param path the way to it, such as {@code observation.evidence.0.text}
 * @param wordsOf whose words it is; null for a number, a day, an id and the like
 */
record Field(String path, String value, @Nullable Author wordsOf) {
    /** Who wrote something, for the person to whom it is given. */
    enum Author {
        YOU,
        OTHERS,
        /** What two typed together: nobody knows any more who wrote what. */
        YOU_AND_OTHERS,
    }

    private static final List<String> AUTHORS = List.of(
        "by",
        "fromId",
        "proposedBy",
        "assignedBy",
        "recordedBy",
        "loggedBy",
        "personId",
        "mentorId"
    );
    private static final List<String> CONSTANTS = List.of(
        "kind",
        "phase",
        "from",
        "to",
        "outcome",
        "role",
        "state",
        "status",
        "schedule",
        "about",
        "task",
        "given",
        "audience",
        "workingPattern",
        "lookingAt",
        "rhythm"
    );
    private static final Pattern NO_WORDS = Pattern.compile(
        "(?:[a-z-]+_)?[0-9a-f]{24}.*|[0-9a-f-]{36}|\\d{4}-\\d\\d-\\d\\d(?:T[0-9:.]+Z)?|[^\\p{L}]*",
        Pattern.DOTALL
    );

    /** As it stands in the files; empty for what is nobody's words. */
    String author() {
        return switch (wordsOf) {
            case YOU -> "you";
            case OTHERS -> "others";
            case YOU_AND_OTHERS -> "you and others";
            case null -> "";
        };
    }

    boolean isOfOthers() {
        return wordsOf == Author.OTHERS || wordsOf == Author.YOU_AND_OTHERS;
    }

    /** All of a document. What is not known to be the person's own words counts as somebody else's: marked too often, never too seldom. */
    static List<Field> of(Document document, Asker asker) {
        var fields = new ArrayList<Field>();
        var own = document.get("id") instanceof String id && id.startsWith(asker.personId());
        new Reading(document, asker, fields).read("", document, own ? Author.YOU : Author.OTHERS);
        return fields;
    }

    private record Reading(Document whole, Asker asker, List<Field> fields) {
        void read(String path, Object value, Author author) {
            switch (value) {
                case Document entry -> {
                    var ofEntry = author(entry, author);
                    entry.forEach((name, inner) ->
                        read(joined(path, name), inner, author(entry, name, inner, ofEntry))
                    );
                }
                case List<?> list -> {
                    for (int i = 0; i < list.size(); i++) {
                        read(joined(path, String.valueOf(i)), list.get(i), author);
                    }
                }
                default -> fields.add(new Field(path, value.toString(), isWords(path, value) ? author : null));
            }
        }

        /** Who made an entry stands in it. */
        private Author author(Document entry, Author otherwise) {
            if ("PRACTICE".equals(entry.get("kind")) && entry.containsKey("text")) {
                return person(whole.get("ectId"));
            }
            if (entry.get("header") instanceof Document header) {
                return person(header.get("personId"));
            }
            return AUTHORS.stream()
                .filter(name -> entry.get(name) instanceof String)
                .findFirst()
                .map(name -> person(entry.get(name)))
                .orElse(otherwise);
        }

        /** What of a cycle, a visit, a meeting or a proposal is not by who made it. */
        private Author author(Document entry, String name, Object value, Author otherwise) {
            return switch (name) {
                case "reflection" -> person(entry.get("ectId"));
                case "feedback" -> entry.containsKey("tutorId") ? person(entry.get("tutorId")) : otherwise;
                case "notes" -> value instanceof String ? otherwise : Author.YOU_AND_OTHERS;
                case "reply" -> Author.OTHERS;
                default -> otherwise;
            };
        }

        private Author person(@Nullable Object personId) {
            return asker.is(personId) ? Author.YOU : Author.OTHERS;
        }
    }

    private static boolean isWords(String path, Object value) {
        var name = path.substring(path.lastIndexOf('.') + 1);
        var isName = name.equals("id") || name.equals("type") || name.equals("key") || name.endsWith("Id");
        return (
            value instanceof String text &&
            !isName &&
            !NO_WORDS.matcher(text).matches() &&
            !(CONSTANTS.contains(name) && text.chars().noneMatch(Character::isLowerCase))
        );
    }

    private static String joined(String path, String name) {
        return Stream.of(path, name)
            .filter(part -> !part.isEmpty())
            .collect(joining("."));
    }
}
