/** Letters that leave the service by e-mail: kept until they are sent, once each. */
@NullMarked
package org.coachbench.mail;

import org.jspecify.annotations.NullMarked;
