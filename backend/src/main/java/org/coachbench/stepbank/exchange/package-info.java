/** Step banks as files: CASE 1.0 and spreadsheets. */
@NullMarked
package org.coachbench.stepbank.exchange;

import org.jspecify.annotations.NullMarked;
