package org.coachbench.mydata;

import java.lang.annotation.ElementType;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** A store beside the one of all other tests: to go through all of it, and to rewrite its file, takes as long as it is large. */
@Target(ElementType.TYPE)
@java.lang.annotation.Retention(RetentionPolicy.RUNTIME)
@TestPropertySource(properties = "coachbench.test.own-store=mydata")
@interface OwnStore {}
