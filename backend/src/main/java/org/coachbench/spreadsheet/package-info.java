/** Spreadsheets as people save them, read with the line and column of whatever is wrong. */
@NullMarked
package org.coachbench.spreadsheet;

import org.jspecify.annotations.NullMarked;
