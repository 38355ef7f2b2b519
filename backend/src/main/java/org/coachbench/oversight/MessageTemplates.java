package org.coachbench.oversight;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.coachbench.oversight.Message.MessageAbout;
import org.coachbench.oversight.Message.MessageKind;
import org.coachbench.oversight.TutorDesk.Reached;
import org.coachbench.people.SchoolRole;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Wordings to start from, for somebody in a role; what stands in braces is filled in. */
@Component
public class MessageTemplates {

    private static final String FILE = "oversight/message-templates.yaml";

    /** The file keeps its lines short; a paragraph is one line where it is read. */
    private static final Pattern INSIDE_PARAGRAPH = Pattern.compile("(?<!\n)\n(?!\n)");

    private final List<Shipped> shipped;

    private record Shipped(MessageKind kind, MessageAbout about, SchoolRole to, String text) {}

    /** A wording with the names in it. */
    public record MessageTemplate(MessageKind kind, MessageAbout about, String text) {}

    MessageTemplates() throws IOException {
        try (var file = new ClassPathResource(FILE).getInputStream()) {
            shipped = new YAMLMapper().readValue(file, new TypeReference<List<Shipped>>() {});
        }
    }

    List<MessageTemplate> to(Reached receiver, String tutorName) {
        return shipped
            .stream()
            .filter(template -> receiver.roles().contains(template.to()))
            .map(template -> {
                var text = INSIDE_PARAGRAPH.matcher(template.text().strip())
                    .replaceAll(" ")
                    .replace("{name}", receiver.person().name())
                    .replace("{tutor}", tutorName);
                return new MessageTemplate(template.kind(), template.about(), text);
            })
            .toList();
    }
}
