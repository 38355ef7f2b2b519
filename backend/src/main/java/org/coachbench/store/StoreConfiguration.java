package org.coachbench.store;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;

/** Chooses the store: the embedded one, unless {@code spring.mongodb.uri} names a server. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    private static final String URI = "spring.mongodb.uri";

    @Bean
    // Only when it is not set at all: an empty havingValue would stand for any value but false.
    @ConditionalOnProperty(name = URI, matchIfMissing = true, havingValue = "unset")
    EmbeddedStore embeddedStore(@Value("${coachbench.data-dir}") Path directory) throws IOException {
        return EmbeddedStore.open(directory);
    }

    /** A standalone server is refused before anything is written to it. */
    @Bean
    @ConditionalOnProperty(URI)
    InitializingBean replicaSetRequired(MongoClient client) {
        return () -> {
            // By its old name, which servers of every age answer.
            var hello = client.getDatabase("admin").runCommand(new Document("isMaster", 1));
            var isReplicaSet = hello.containsKey("setName");
            var isSharded = "isdbgrid".equals(hello.get("msg"));
            if (!isReplicaSet && !isSharded) {
                throw new StandaloneServerException();
            }
        };
    }

    /** An acknowledged write must survive a change of primary. */
    @Bean
    @ConditionalOnProperty(URI)
    MongoClientSettingsBuilderCustomizer majorityWrites() {
        return settings -> settings.writeConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    /** A school day is a day wherever it is read: stored as text, never as an instant that a time zone could move. */
    @Bean
    MongoCustomConversions conversions() {
        return new MongoCustomConversions(List.of(new DayToText(), new TextToDay()));
    }

    @WritingConverter
    private static final class DayToText implements Converter<LocalDate, String> {

        @Override
        public String convert(LocalDate day) {
            return day.toString();
        }
    }

    @ReadingConverter
    private static final class TextToDay implements Converter<String, LocalDate> {

        @Override
        public LocalDate convert(String text) {
            return LocalDate.parse(text);
        }
    }
}
