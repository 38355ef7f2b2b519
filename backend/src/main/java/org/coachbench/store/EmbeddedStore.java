package org.coachbench.store;

import com.mongodb.ConnectionString;
import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;

/** A MongoDB-speaking server in this process, bound to loopback on a free port, its file in the data directory. */
class EmbeddedStore implements MongoConnectionDetails, AutoCloseable {

    private static final String FILE = "coachbench.mv";
    private static final int COMPACT_MILLIS = 2000;
    private static final int RETENTION_MILLIS = 5000;

    /** Whoever writes waits for the disk in its thread: with few of them those that only read would wait too. */
    private static final int THREADS = 64;

    private final DurableBackend backend;
    private final MongoServer server;
    private final ConnectionString connection;

    private EmbeddedStore(DurableBackend backend) {
        this.backend = backend;
        server = new MongoServer(backend);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1, THREADS);
        connection = new ConnectionString(
            "mongodb://127.0.0.1:%d/coachbench".formatted(server.getLocalAddress().getPort())
        );
    }

    static EmbeddedStore open(Path directory) throws IOException {
        Files.createDirectories(directory);
        return new EmbeddedStore(new DurableBackend(openFile(directory)));
    }

    private static MVStore openFile(Path directory) {
        try {
            var file = new MVStore.Builder()
                .fileName(directory.resolve(FILE).toString())
                // Commits are made before each reply, not in the background.
                .autoCommitDisabled()
                // Nor when much waits to be written: a map that is being rewritten must be on disk whole.
                .autoCommitBufferSize(0)
                .open();
            file.compactFile(COMPACT_MILLIS);
            // Last, because compacting sets it to nothing: somebody may still read a chunk that was written anew elsewhere.
            file.setRetentionTime(RETENTION_MILLIS);
            return file;
        } catch (MVStoreException e) {
            if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                throw new StoreInUseException(directory.toAbsolutePath().normalize(), e);
            }
            throw e;
        }
    }

    void rewriteFile() {
        backend.rewriteFile();
    }

    @Override
    public ConnectionString getConnectionString() {
        return connection;
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
