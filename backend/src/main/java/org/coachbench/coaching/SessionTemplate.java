package org.coachbench.coaching;

import java.util.List;

/** A ready-made agenda. Names, order and minutes are data. */
record SessionTemplate(String id, String title, CycleKind kind, List<TemplateSection> sections) {
    record TemplateSection(SectionKind kind, String title, int minutes, String purpose) {}
}
