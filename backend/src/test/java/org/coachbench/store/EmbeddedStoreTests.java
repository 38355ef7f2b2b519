package org.coachbench.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
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

    @Test
    void whoFollowsACollectionHearsOfEveryInsertionOnceAndEachWritersInTheirOrder() throws Exception {
        try (var store = EmbeddedStore.open(directory); var client = MongoClients.create(store.getConnectionString())) {
            var notes = client.getDatabase("coachbench").getCollection("notes");
            notes.insertOne(new Document("_id", "first"));
            try (var changes = notes.watch().cursor()) {
                changes.tryNext();
                for (int round = 0; round < 8; round++) {
                    // Many before each look, but no more than are kept.
                    var written = List.of(round + "a", round + "b")
                        .stream()
                        .map(writer -> CompletableFuture.supplyAsync(() -> write(notes, writer)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();
                    var heard = new ArrayList<String>();
                    for (var change = changes.tryNext(); change != null; change = changes.tryNext()) {
                        heard.add(requireNonNull(change.getFullDocument()).getString("_id"));
                    }
                    assertThat(heard).hasSize(400);
                    assertThat(written).allSatisfy(own -> assertThat(heard).containsSubsequence(own));
                }
            }
        }
    }

    private static List<String> write(MongoCollection<Document> notes, String writer) {
        var ids = IntStream.range(0, 200)
            .mapToObj(i -> writer + i)
            .toList();
        ids.forEach(id -> notes.insertOne(new Document("_id", id)));
        return ids;
    }

    /** Whoever reads and writes meanwhile is answered, only later. */
    @Test
    void whatWasDeletedIsNotInTheRewrittenFileAndNothingElseIsLost() throws Exception {
        var file = directory.resolve("coachbench.mv");
        try (var store = EmbeddedStore.open(directory); var client = MongoClients.create(store.getConnectionString())) {
            var notes = client.getDatabase("coachbench").getCollection("notes");
            for (int i = 0; i < 600; i++) {
                var text = i % 20 == 0 ? "Zqsecret of somebody" : "What stays ".repeat(i % 40);
                notes.insertOne(new Document("_id", i).append("text", text));
            }
            assertThat(Files.readString(file, ISO_8859_1)).contains("Zqsecret");
            var others = IntStream.range(0, 4)
                .mapToObj(worker ->
                    CompletableFuture.runAsync(() -> {
                        for (int i = 0; i < 300; i++) {
                            notes.insertOne(
                                new Document("_id", worker + "-" + i).append("text", "Meanwhile ".repeat(i % 30))
                            );
                            assertThat(notes.find(new Document("_id", worker + "-" + i)).first()).isNotNull();
                        }
                    })
                )
                .toList();
            for (int i = 0; i < 600; i += 20) {
                notes.replaceOne(new Document("_id", i), new Document("text", "(erased)"));
                if (i % 100 == 0) {
                    store.rewriteFile();
                }
            }
            store.rewriteFile();
            assertThat(Files.readString(file, ISO_8859_1)).doesNotContain("Zqsecret").contains("What stays");
            others.forEach(CompletableFuture::join);
        }
        try (var store = EmbeddedStore.open(directory); var client = MongoClients.create(store.getConnectionString())) {
            var notes = client.getDatabase("coachbench").getCollection("notes");
            assertThat(notes.countDocuments()).isEqualTo(600 + 4 * 300);
            assertThat(notes.countDocuments(new Document("text", "(erased)"))).isEqualTo(30);
        }
    }

    /** A removed key parts the others inside of an index. */
    @Test
    void whatAnIndexHeldIsNotInTheRewrittenFile() throws Exception {
        try (var store = EmbeddedStore.open(directory); var client = MongoClients.create(store.getConnectionString())) {
            var people = client.getDatabase("coachbench").getCollection("people");
            people.createIndex(new Document("email", 1), new IndexOptions().unique(true));
            IntStream.range(0, 600).forEach(i ->
                people.insertOne(new Document("_id", i).append("email", "colleague%d@example.org".formatted(i)))
            );
            for (int i = 0; i < 600; i += 2) {
                people.deleteOne(new Document("_id", i));
            }
            store.rewriteFile();
            var file = Files.readString(directory.resolve("coachbench.mv"), ISO_8859_1);
            for (int i = 0; i < 600; i++) {
                assertThat(file.contains("colleague%d@example.org".formatted(i))).isEqualTo(i % 2 == 1);
            }
            assertThatThrownBy(() -> people.insertOne(new Document("email", "colleague1@example.org"))).isInstanceOf(
                MongoWriteException.class
            );
        }
    }
}
