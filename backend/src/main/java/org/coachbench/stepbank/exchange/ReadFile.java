package org.coachbench.stepbank.exchange;

import java.util.List;
import org.coachbench.spreadsheet.FileProblem;
import org.jspecify.annotations.Nullable;

/** What was read of a file: a bank, or all that has to be put right before anything of it is taken. */
public record ReadFile(@Nullable ExchangedBank bank, List<FileProblem> problems) {}
