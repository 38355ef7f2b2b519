package org.coachbench.pastoral;

import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What pastoral meetings are often about, with something to go by for each. */
@Component
class PastoralTopics {

    private static final String FILE = "pastoral/guidance.yaml";

    private final List<PastoralTopic> topics;
    private final Set<String> ids;

    record PastoralTopic(
        String id,
        String title,
        String about,
        List<String> focusAreas,
        List<String> prompts,
        List<String> points,
        List<String> whereElse
    ) {}

    private record Guidance(List<PastoralTopic> topics) {}

    PastoralTopics() throws IOException {
        try (var file = new ClassPathResource(FILE).getInputStream()) {
            topics = new YAMLMapper().readValue(file, Guidance.class).topics();
        }
        ids = topics.stream().map(PastoralTopic::id).collect(toSet());
    }

    List<PastoralTopic> all() {
        return topics;
    }

    boolean has(String id) {
        return ids.contains(id);
    }
}
