package org.coachbench.oversight;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.List;

/** Puts groups together that are so small that their figures would tell of a person. */
final class SmallGroups {

    static final int FEWEST = 5;

    private SmallGroups() {}

    /** Some members under one name; {@code putTogether} is 0 unless several groups were put together. */
    record Group<T>(String name, int putTogether, List<T> members) {}

    /**
     * Groups of fewer than five become one; where that one is still too small, the smallest of the others joins it, since
     * its figures could be found by taking the others from the whole.
     */
    static <T> List<Group<T>> putTogether(List<Group<T>> groups) {
        var bySize = new ArrayList<>(groups);
        bySize.sort(comparingInt(group -> group.members().size()));
        var together = new ArrayList<T>();
        var names = 0;
        while (!bySize.isEmpty() && (isSmall(bySize.getFirst().members()) || (names > 0 && isSmall(together)))) {
            together.addAll(bySize.removeFirst().members());
            names++;
        }
        var kept = new ArrayList<>(groups.stream().filter(bySize::contains).toList());
        if (names > 0) {
            kept.add(new Group<>("Groups of fewer than five", names, together));
        }
        return kept;
    }

    private static boolean isSmall(List<?> members) {
        return members.size() < FEWEST;
    }
}
