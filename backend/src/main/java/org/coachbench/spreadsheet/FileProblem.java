package org.coachbench.spreadsheet;

import org.jspecify.annotations.Nullable;

/** Something wrong with a file, told by line and column of a spreadsheet or by a JSON Pointer, and what to change. */
public record FileProblem(@Nullable Integer line, @Nullable String column, @Nullable String path, String message) {}
