package org.coachbench;

import com.mongodb.ConnectionString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mongodb.MongoDBContainer;

/**
 * The store of the service under test: the server that {@code -Dcoachbench.test.mongodb-uri} names; with
 * {@code -Dcoachbench.test.store=container} a MongoDB replica set in a container; else the embedded one in a fresh
 * folder.
 */
class TestStore implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** One for all tests of the run; the container library stops it at the end. */
    private static final class Container {

        private static final MongoDBContainer MONGODB = started();

        private static MongoDBContainer started() {
            var container = new MongoDBContainer("mongo:8.0").withReplicaSet();
            container.start();
            return container;
        }
    }

    /** Skips what needs a container where there is no Docker, and says so. */
    static class Available implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return isContainer() && !DockerClientFactory.instance().isDockerAvailable()
                ? ConditionEvaluationResult.disabled("There is no Docker to run MongoDB in.")
                : ConditionEvaluationResult.enabled("The store is there.");
        }
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test store", properties()));
    }

    private static Map<String, Object> properties() {
        var given = System.getProperty("coachbench.test.mongodb-uri", "");
        if (!given.isBlank()) {
            return server(given);
        }
        return isContainer() ? server(Container.MONGODB.getConnectionString()) : embedded();
    }

    private static boolean isContainer() {
        return System.getProperty("coachbench.test.store", "").equals("container");
    }

    private static Map<String, Object> embedded() {
        try {
            return Map.of("coachbench.data-dir", Files.createTempDirectory("coachbench").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> server(String uri) {
        var database = "coachbench_" + new ObjectId().toHexString();
        if (new ConnectionString(uri).getDatabase() != null) {
            throw new IllegalArgumentException("Give coachbench.test.mongodb-uri without a database.");
        }
        var query = uri.indexOf('?');
        var host = query < 0 ? uri : uri.substring(0, query);
        var options = query < 0 ? "" : uri.substring(query);
        return Map.of("spring.mongodb.uri", host + (host.endsWith("/") ? "" : "/") + database + options);
    }
}
