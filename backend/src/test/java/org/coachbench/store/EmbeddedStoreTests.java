package org.coachbench.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store that a school starts with. */
class EmbeddedStoreTests {

    @TempDir
    Path directory;

    @Test
    void whatWasWrittenIsThereAfterARestart() throws Exception {
        try (var store = EmbeddedStore.open(directory); var client = MongoClients.create(store.getConnectionString())) {
            client.getDatabase("coachbench").getCollection("notes").insertOne(new Document("_id", 1));
        }
        try (var store = EmbeddedStore.open(directory); var client = MongoClients.create(store.getConnectionString())) {
            assertThat(client.getDatabase("coachbench").getCollection("notes").countDocuments()).isEqualTo(1);
        }
    }

    @Test
    void aSecondOneOnTheSameFolderIsRefusedWithTheFoldersName() throws Exception {
        try (var first = EmbeddedStore.open(directory)) {
            assertThat(first.getConnectionString()).isNotNull();
            assertThatThrownBy(() -> EmbeddedStore.open(directory))
                .isInstanceOf(StoreInUseException.class)
                .hasMessageContaining(directory.getFileName().toString());
        }
    }
}
