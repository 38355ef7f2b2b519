package org.coachbench.rehearsal;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.Map;
import java.util.Optional;
import org.coachbench.access.AccessPolicy;
import org.coachbench.access.Viewer;
import org.coachbench.rehearsal.Shown.RehearsalView;
import org.coachbench.stepbank.TeacherSteps;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Window;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

/** Finds a person's own rehearsals; nobody else's. */
@Service
class RehearsalReading {

    private final MongoOperations store;
    private final Scenes scenes;
    private final TeacherSteps steps;

    RehearsalReading(MongoOperations store, Scenes scenes, TeacherSteps steps) {
        this.store = store;
        this.scenes = scenes;
        this.steps = steps;
    }

    Optional<RehearsalView> find(Viewer viewer, String id) {
        return Optional.ofNullable(store.findById(id, Rehearsal.class))
            .filter(rehearsal -> AccessPolicy.allowsRehearsal(viewer, rehearsal.personId()))
            .map(this::shown);
    }

    Window<RehearsalView> own(Viewer viewer, ScrollPosition from, int size) {
        var wanted = where("personId").is(viewer.personId());
        if (from instanceof KeysetScrollPosition after && after.getKeys().get("_id") instanceof String lastSeen) {
            wanted = wanted.and("_id").lt(lastSeen);
        }
        // Not store.scroll: it would add the id in ascending order, also to a sort by the id.
        var newestFirst = Query.query(wanted)
            .with(Sort.by(Sort.Direction.DESC, "_id"))
            .limit(size + 1);
        var found = store.find(newestFirst, Rehearsal.class);
        var page = found.stream().limit(size).map(this::shown).toList();
        return Window.from(page, i -> ScrollPosition.forward(Map.of("_id", page.get(i).id())), found.size() > size);
    }

    /** A scene stays in the service as long as there can be rehearsals of it. */
    RehearsalView shown(Rehearsal rehearsal) {
        return Shown.of(scenes.find(rehearsal.sceneId()).orElseThrow(), rehearsal, steps);
    }
}
