package org.coachbench.stepbank;

import java.util.ArrayList;
import java.util.List;
import org.bson.types.ObjectId;
import org.coachbench.stepbank.StepBank.Audience;
import org.coachbench.stepbank.StepBank.Module;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** A school's own bank: the modules of the programme, and the groups that an imported framework brought. */
@Document("step_banks")
class SchoolBank {

    @Id
    private final String id;

    @Version
    @SuppressWarnings("UnusedVariable") // read by Spring Data
    private @Nullable Integer version;

    @Indexed
    private final String schoolId;

    private final String title;
    private final Audience audience;
    private @Nullable String licence;
    private List<Module> ownModules = new ArrayList<>();

    /** Who opened it with which {@code clientMutationId}; null when none was given. */
    @Indexed(unique = true, sparse = true)
    @SuppressWarnings("UnusedVariable") // read by its index and by queries
    private final @Nullable String openedBy;

    SchoolBank(String id, String schoolId, String title, Audience audience, @Nullable String openedBy) {
        this.id = id;
        this.schoolId = schoolId;
        this.title = title;
        this.audience = audience;
        this.openedBy = openedBy;
    }

    static SchoolBank open(String schoolId, String title, Audience audience, @Nullable String openedBy) {
        var id = StepBank.ID_PREFIX + new ObjectId().toHexString();
        return new SchoolBank(id, schoolId, title.strip(), audience, openedBy);
    }

    void addModules(List<Module> modules) {
        ownModules.addAll(modules);
    }

    void licence(@Nullable String identifier) {
        licence = identifier;
    }

    List<Module> ownModules() {
        return List.copyOf(ownModules);
    }

    String id() {
        return id;
    }

    String schoolId() {
        return schoolId;
    }

    String title() {
        return title;
    }

    Audience audience() {
        return audience;
    }

    @Nullable
    String licence() {
        return licence;
    }
}
