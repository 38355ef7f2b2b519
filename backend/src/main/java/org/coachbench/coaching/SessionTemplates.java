package org.coachbench.coaching;

import java.io.IOException;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The templates that ship with the service. */
@Component
class SessionTemplates {

    private static final String FILE = "coaching/session-templates.yaml";

    private final List<SessionTemplate> shipped;

    SessionTemplates() throws IOException {
        try (var file = new ClassPathResource(FILE).getInputStream()) {
            shipped = new YAMLMapper().readValue(file, new TypeReference<List<SessionTemplate>>() {});
        }
    }

    List<SessionTemplate> all() {
        return shipped;
    }
}
