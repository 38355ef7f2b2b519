package org.coachbench.store;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The file of the embedded store. */
@Component
public class StoreFile {

    private final ObjectProvider<EmbeddedStore> embedded;

    StoreFile(ObjectProvider<EmbeddedStore> embedded) {
        this.embedded = embedded;
    }

    /** What is not in the store any more is not on the disk any more either. A MongoDB server looks after its files itself. */
    public void forget() {
        embedded.ifAvailable(EmbeddedStore::rewriteFile);
    }
}
