package org.coachbench;

import com.mongodb.ConnectionString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.bson.types.ObjectId;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Points the service under test at its store. */
class TestStore implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var given = System.getProperty("coachbench.test.mongodb-uri", "");
        var properties = given.isBlank() ? embedded() : server(given);
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test store", properties));
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
