package org.coachbench.diagnostics;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.coachbench.access.AccessPolicy;
import org.coachbench.access.AccessPolicy.DiagnosticAct;
import org.coachbench.access.Viewer;
import org.coachbench.people.Person;
import org.coachbench.people.PersonAccess;
import org.coachbench.people.SchoolRole;
import org.springframework.stereotype.Component;

/** Asks the access policy about an ECT's answers. */
@Component
class DiagnosticAccess {

    private final PersonAccess access;

    DiagnosticAccess(PersonAccess access) {
        this.access = access;
    }

    /** Those of some people who are or were ECTs, and of whom the viewer may do something. */
    List<Person> allowed(Viewer viewer, DiagnosticAct act, Collection<Person> asked) {
        // Schools matter only for what a tutor may do.
        var tutored = act == DiagnosticAct.READ_COMPLETION ? access.tutoredSchools(viewer) : Set.<String>of();
        return asked
            .stream()
            .distinct()
            .filter(person ->
                person
                    .atSchool()
                    .stream()
                    .anyMatch(at -> at.role() == SchoolRole.ECT)
            )
            .filter(person ->
                PersonAccess.relations(viewer, person, tutored)
                    .stream()
                    .anyMatch(relation -> AccessPolicy.allows(act, relation))
            )
            .toList();
    }
}
