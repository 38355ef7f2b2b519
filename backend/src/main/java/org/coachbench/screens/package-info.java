/** Serves the web client's files, and its first page for every address that the client itself resolves. */
@NullMarked
package org.coachbench.screens;

import org.jspecify.annotations.NullMarked;
