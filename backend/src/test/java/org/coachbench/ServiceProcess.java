package org.coachbench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packaged jar in a process of its own, with demo people. */
public record ServiceProcess(Process process, URI address) implements AutoCloseable {
    public static ServiceProcess start(String... options) throws IOException {
        // It starts often and lives for seconds.
        return start("-XX:TieredStopAtLevel=1", List.of(options));
    }

    /** Compiled as in use, to be measured. */
    public static ServiceProcess startToMeasure(String... options) throws IOException {
        return start("-XX:TieredStopAtLevel=4", List.of(options));
    }

    private static ServiceProcess start(String compiler, List<String> options) throws IOException {
        var output = Files.createTempFile("coachbench", ".log");
        var command = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            compiler,
            "-jar",
            System.getProperty("coachbench.jar", "target/coachbench/coachbench.jar"),
            "--server.port=0",
            "--coachbench.demo=true"
        );
        var process = new ProcessBuilder(Stream.concat(command.stream(), options.stream()).toList())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
        return new ServiceProcess(process, address(process, output));
    }

    private static URI address(Process process, Path output) throws IOException {
        var told = Pattern.compile("Coachbench is at (http://localhost:\\d+)");
        var deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            var match = told.matcher(Files.readString(output));
            if (match.find()) {
                return URI.create(match.group(1));
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        process.destroyForcibly();
        throw new AssertionError("The service did not start:\n" + Files.readString(output));
    }

    public TestClient signedIn(String email) {
        var client = new TestClient(address);
        client.signIn(email, "coachbench-demo");
        return client;
    }

    public String ectOf(String email) {
        return signedIn(email)
            .data("{ viewer { mentorships { ect { id } } } }", Map.of())
            .at("/viewer/mentorships/0/ect/id")
            .asString();
    }

    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
