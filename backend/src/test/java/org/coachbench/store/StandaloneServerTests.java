package org.coachbench.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import org.coachbench.Coachbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A server that is no replica set, as a school's first try at MongoDB would be. */
@Isolated
@ExtendWith(OutputCaptureExtension.class)
class StandaloneServerTests {

    @Test
    void isRefusedAtStartWithTheReasonAndTheRemedy(CapturedOutput output) {
        var server = new MongoServer(new MemoryBackend());
        var uri = server.bindAndGetConnectionString() + "/coachbench";
        try {
            assertThatThrownBy(() ->
                SpringApplication.run(Coachbench.class, "--server.port=0", "--spring.mongodb.uri=" + uri)
            ).hasRootCauseInstanceOf(StandaloneServerException.class);
            assertThat(output).contains("no change streams").contains("rs.initiate()").doesNotContain("\tat ");
        } finally {
            server.shutdownNow();
        }
    }
}
