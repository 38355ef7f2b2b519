package org.coachbench.spreadsheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is wrong with a spreadsheet: one thing a cell, since the rest follows from it, and no more than people read. */
public final class CsvProblems {

    private static final int MOST = 200;

    private record Place(int line, @Nullable String column) {}

    private final Set<Place> places = new HashSet<>();
    private final TreeMap<Integer, List<FileProblem>> byLine = new TreeMap<>();

    public void add(int line, @Nullable String column, String message) {
        if (!areMost() && places.add(new Place(line, column))) {
            byLine.computeIfAbsent(line, none -> new ArrayList<>()).add(new FileProblem(line, column, null, message));
        }
    }

    public boolean any() {
        return !places.isEmpty();
    }

    public int count() {
        return places.size();
    }

    /** Looking any further would find nothing that is told. */
    public boolean areMost() {
        return places.size() == MOST;
    }

    public List<FileProblem> byLine() {
        return byLine.values().stream().flatMap(List::stream).toList();
    }
}
