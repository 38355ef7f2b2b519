package org.coachbench.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The embedded store's server in a process of its own, so that several processes of the service can share it. */
public record StoreServerProcess(Process process, String uri) implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(StoreServerProcess.class);

    public static StoreServerProcess start(Path directory) throws IOException {
        var process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            StoreServerProcess.class.getName(),
            directory.toString()
        )
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
        var output = process.inputReader(StandardCharsets.UTF_8);
        var uri = uri(output);
        // Whoever logs would wait for somebody to read.
        Thread.startVirtualThread(() -> output.lines().forEach(line -> log.debug("{}", line)));
        return new StoreServerProcess(process, uri);
    }

    /** What it says once it is up; its log comes before and after that. */
    private static String uri(BufferedReader output) throws IOException {
        var said = new StringBuilder();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("mongodb://")) {
                return line;
            }
            said.append(line).append('\n');
        }
        throw new AssertionError("The store server did not start:\n" + said);
    }

    /** Runs until whoever started it closes its input or ends. */
    public static void main(String[] arguments) throws IOException {
        try (var store = EmbeddedStore.open(Path.of(arguments[0]))) {
            System.out.println(store.getConnectionString());
            while (System.in.read() >= 0) {
                // Nothing is asked this way.
            }
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
