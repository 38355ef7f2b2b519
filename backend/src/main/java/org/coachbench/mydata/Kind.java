package org.coachbench.mydata;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A kind of document in the store.
 *
 * @param holds what it is, in plain words
 * @param rule what of it the person gets who is named in it
 * @param erasure what is left of it when a person is erased
 */
record Kind(String collection, String title, String holds, Rule rule, Erasure erasure) {
    interface Rule {
        Disclosure of(Asker asker, Document document);
    }

    /** Gets a copy, which it may change and give back; null when nothing is left. Done to its own result it changes nothing. */
    interface Erasure {
        @Nullable
        Document after(Erased erased, Document copy);
    }

    /** Nobody has decided yet about a kind that is new, so it is named and not given. */
    static Kind of(String collection) {
        return Kinds.ALL.stream()
            .filter(kind -> kind.collection.equals(collection))
            .findFirst()
            .orElseGet(() ->
                new Kind(
                    collection,
                    collection.replace('_', ' '),
                    "Not described yet.",
                    (_, _) ->
                        new Disclosure.Withheld(
                            "It is new in this service, and nobody has decided yet what of it can be given without asking. Ask your school."
                        ),
                    ErasureRules::ownDeleted
                )
            );
    }

    /** The name of its files, without ending. */
    String file() {
        return collection.replace('_', '-');
    }
}
