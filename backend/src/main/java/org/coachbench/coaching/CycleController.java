package org.coachbench.coaching;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.security.Principal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coachbench.access.AccessPolicy.Ties;
import org.coachbench.access.Viewer;
import org.coachbench.api.BadRequest;
import org.coachbench.people.People;
import org.coachbench.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.query.ScrollSubrange;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** The queries of coaching.graphqls. */
@Controller
class CycleController {

    private final CycleReading reading;
    private final CycleAccess access;
    private final People people;
    private final SessionTemplates templates;

    CycleController(CycleReading reading, CycleAccess access, People people, SessionTemplates templates) {
        this.reading = reading;
        this.access = access;
        this.people = people;
        this.templates = templates;
    }

    @QueryMapping
    @Nullable
    CoachingCycle coachingCycle(@Argument String id, @AuthenticationPrincipal Viewer viewer) {
        return reading.find(viewer, id).orElse(null);
    }

    @QueryMapping
    List<SessionTemplate> sessionTemplates() {
        return templates.all();
    }

    @BatchMapping(typeName = "Person")
    Map<Person, CurrentStep> currentStep(List<Person> ects, Principal principal) {
        return byEct(ects, reading.currentSteps(Viewer.of(principal), CycleKind.INSTRUCTIONAL, ids(ects)));
    }

    @BatchMapping(typeName = "Person")
    Map<Person, CoachingCycle> openCycle(List<Person> ects, Principal principal) {
        return byEct(ects, reading.openCycles(Viewer.of(principal), ids(ects)));
    }

    @SchemaMapping(typeName = "Person")
    Window<CoachingCycle> coachingCycles(
        Person ect,
        ScrollSubrange subrange,
        @Argument int first,
        @AuthenticationPrincipal Viewer viewer
    ) {
        var position = subrange.position().orElse(ScrollPosition.keyset());
        return reading.history(viewer, ect.id(), position, BadRequest.pageSize(first));
    }

    @BatchMapping(typeName = "CoachingCycle")
    Map<CoachingCycle, Person> mentor(List<CoachingCycle> cycles) {
        var mentors = byId(cycles.stream().map(CoachingCycle::mentorId).distinct().toList());
        return cycles.stream().collect(toMap(identity(), cycle -> found(mentors, cycle.mentorId())));
    }

    @BatchMapping(typeName = "CoachingCycle")
    Map<CoachingCycle, Person> ect(List<CoachingCycle> cycles) {
        var ects = byId(cycles.stream().map(CoachingCycle::ectId).distinct().toList());
        return cycles.stream().collect(toMap(identity(), cycle -> found(ects, cycle.ectId())));
    }

    @SchemaMapping
    @Nullable
    Observation observation(CoachingCycle cycle, @AuthenticationPrincipal Viewer viewer) {
        return access.mayReadNotes(viewer, cycle) ? cycle.observation() : null;
    }

    @SchemaMapping
    @Nullable
    String reflection(CoachingCycle cycle, @AuthenticationPrincipal Viewer viewer) {
        return access.mayReadReflection(viewer, cycle) ? cycle.reflection() : null;
    }

    /** A note as the viewer finds it. */
    record OpenNote(NoteKind kind, String text, String document, boolean mayEdit) {}

    @BatchMapping
    Map<CoachingCycle, List<OpenNote>> notes(List<CoachingCycle> cycles, Principal principal) {
        var viewer = Viewer.of(principal);
        var ties = access.tiesToday(viewer, cycles);
        return cycles
            .stream()
            .filter(cycle -> access.mayReadNotes(viewer, cycle))
            .collect(toMap(identity(), cycle -> notes(viewer, cycle, ties.getOrDefault(cycle.id(), Ties.NONE))));
    }

    private List<OpenNote> notes(Viewer viewer, CoachingCycle cycle, Ties today) {
        return Arrays.stream(NoteKind.values())
            .filter(kind -> access.mayRead(viewer, kind, cycle))
            .map(kind -> {
                var note = cycle.note(kind);
                var mayEdit = access.allows(viewer, kind.typing(), cycle, today);
                return new OpenNote(kind, note.text(), note.document(), mayEdit);
            })
            .toList();
    }

    @BatchMapping
    Map<CoachingCycle, List<CycleAction>> can(List<CoachingCycle> cycles, Principal principal) {
        var viewer = Viewer.of(principal);
        var ties = access.tiesToday(viewer, cycles);
        return cycles
            .stream()
            .collect(
                toMap(identity(), cycle -> access.actions(viewer, cycle, ties.getOrDefault(cycle.id(), Ties.NONE)))
            );
    }

    private Map<String, Person> byId(List<String> ids) {
        return people.findAllById(ids).stream().collect(toMap(Person::id, identity()));
    }

    private static Person found(Map<String, Person> people, String id) {
        var person = people.get(id);
        if (person == null) {
            throw new IllegalStateException("A cycle names somebody who is not there: " + id);
        }
        return person;
    }

    private static List<String> ids(List<Person> people) {
        return people.stream().map(Person::id).toList();
    }

    private static <T> Map<Person, T> byEct(List<Person> ects, Map<String, T> byId) {
        var result = new HashMap<Person, T>();
        for (var ect : ects) {
            var found = byId.get(ect.id());
            if (found != null) {
                result.put(ect, found);
            }
        }
        return result;
    }
}
