package org.coachbench.mydata;

import org.bson.Document;

/**
 * A kind of document in the store.
 *
 * @param holds what it is, in plain words
 * @param rule what of it the person gets who is named in it
 */
record Kind(String collection, String title, String holds, Rule rule) {
    interface Rule {
        Disclosure of(Asker asker, Document document);
    }

    /** Nobody has decided yet about a kind that is new, so it is named and not given. */
    static Kind of(String collection) {
        return Kinds.ALL.stream()
            .filter(kind -> kind.collection.equals(collection))
            .findFirst()
            .orElseGet(() ->
                new Kind(collection, collection.replace('_', ' '), "Not described yet.", (_, _) ->
                    new Disclosure.Withheld(
                        "It is new in this service, and nobody has decided yet what of it can be given without asking. Ask your school."
                    )
                )
            );
    }

    /** The name of its files, without ending. */
    String file() {
        return collection.replace('_', '-');
    }
}
