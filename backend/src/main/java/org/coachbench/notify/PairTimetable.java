package org.coachbench.notify;

import java.util.ArrayList;
import java.util.List;
import org.coachbench.api.AppliedMutations;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.mapping.Document;

/** The protected lessons of two who meet for coaching. */
@Document("pair_timetables")
class PairTimetable {

    @Id
    private final String id;

    @Version
    @SuppressWarnings("UnusedVariable") // read by Spring Data
    private @Nullable Integer version;

    private List<ProtectedLesson> lessons = new ArrayList<>();
    private AppliedMutations applied = new AppliedMutations();

    PairTimetable(String id) {
        this.id = id;
    }

    void set(List<ProtectedLesson> protectedLessons) {
        lessons = List.copyOf(protectedLessons);
    }

    String id() {
        return id;
    }

    List<ProtectedLesson> lessons() {
        return List.copyOf(lessons);
    }

    AppliedMutations applied() {
        return applied;
    }
}
