package org.coachbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The endpoint passes every MUST and SHOULD of the GraphQL-over-HTTP audit suite. */
@CoachbenchTest
class GraphQlOverHttpIT {

    private static final Path WEB_CLIENT = Path.of("../web-client");

    private final Staffroom staffroom;

    GraphQlOverHttpIT(@Autowired Staffroom staffroom) {
        this.staffroom = staffroom;
    }

    @Test
    void everyMustAndShouldOfTheAuditPasses() throws Exception {
        assumeTrue(Files.exists(WEB_CLIENT.resolve("node_modules/graphql-http")), "built with -DskipWebClient");
        var client = staffroom.colleague(false).client();
        var report = Path.of("target/graphql-over-http.txt");
        var audit = new ProcessBuilder(
            "node",
            "audit.mjs",
            client.service().resolve("/graphql").toString(),
            client.cookies(),
            client.csrfToken()
        )
            .directory(WEB_CLIENT.toFile())
            .redirectErrorStream(true)
            .redirectOutput(report.toFile())
            .start();
        assertThat(audit.waitFor())
            .as(() -> report + ":\n" + read(report))
            .isZero();
        assertThat(read(report)).contains("\"MUST\"").contains("\"SHOULD\"");
    }

    private static String read(Path report) {
        try {
            return Files.readString(report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
