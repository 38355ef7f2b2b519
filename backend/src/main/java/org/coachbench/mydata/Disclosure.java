package org.coachbench.mydata;

import org.bson.Document;

/** What somebody gets of a document in which they are named. */
sealed interface Disclosure {
    /** As far as they may read it, here and without asking anybody. */
    record Given(Document document) implements Disclosure {}

    /** They are told that it is there; what stands in it, somebody has to decide first. */
    record Withheld(String because) implements Disclosure {}
}
