package org.coachbench.api;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The limits of a {@code clientMutationId}, by which a repeated mutation is known. */
@Size(min = 1, max = 64)
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
public @interface MutationId {
    String message() default "Use 1 to 64 characters.";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
