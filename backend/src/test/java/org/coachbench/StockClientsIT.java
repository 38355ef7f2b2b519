package org.coachbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.coachbench.coaching.Coach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The clients that other programs bring along follow a cycle as they are, also over a break. */
@CoachbenchTest
class StockClientsIT {

    private static final Path WEB_CLIENT = Path.of("../web-client");

    private final Staffroom staffroom;

    StockClientsIT(@Autowired Staffroom staffroom) {
        this.staffroom = staffroom;
    }

    @Test
    void eachSeesEveryEventOnceAndInOrderOverABreak() throws Exception {
        assumeTrue(Files.exists(WEB_CLIENT.resolve("node_modules/graphql-sse")), "built with -DskipWebClient");
        var school = staffroom.school();
        var mentor = staffroom.mentorAt(school);
        var client = mentor.client();
        var coach = new Coach(client);
        coach.start(staffroom.ectWithoutAccount(mentor, school).id());
        var report = Path.of("target/stock-clients.txt");
        var clients = new ProcessBuilder(
            "node",
            "clients.mjs",
            client.service().resolve("/graphql").toString(),
            client.cookies(),
            client.csrfToken(),
            coach.cycleId()
        )
            .directory(WEB_CLIENT.toFile())
            .redirectErrorStream(true)
            .redirectOutput(report.toFile())
            .start();
        try {
            assertThat(clients.waitFor(3, TimeUnit.MINUTES)).as("they are done").isTrue();
            assertThat(clients.exitValue()).as(Files.readString(report)).isZero();
        } finally {
            clients.destroyForcibly();
        }
        assertThat(report).content().contains("graphql-ws: ", "graphql-sse: ", "urql: ").doesNotContain("FAILED");
    }
}
