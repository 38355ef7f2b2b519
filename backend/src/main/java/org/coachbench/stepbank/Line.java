package org.coachbench.stepbank;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One item of a list in a step. */
@NotBlank
@Size(max = 300)
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target(ElementType.TYPE_USE)
@Retention(RetentionPolicy.RUNTIME)
@interface Line {
    String message() default "Use 1 to 300 characters, or remove it.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
