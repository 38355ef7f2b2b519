package org.coachbench.api;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import graphql.schema.DataFetchingEnvironment;
import org.springframework.graphql.data.method.annotation.GraphQlExceptionHandler;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.validation.BindException;
import org.springframework.web.bind.annotation.ControllerAdvice;

/** Faults of a request as GraphQL errors; whatever stands not here is answered as INTERNAL_ERROR, without its message. */
@ControllerAdvice
class RequestErrors {

    @GraphQlExceptionHandler
    GraphQLError badRequest(BadRequest fault, DataFetchingEnvironment environment) {
        return error(environment, String.valueOf(fault.getMessage()));
    }

    @GraphQlExceptionHandler
    GraphQLError unbindable(BindException fault, DataFetchingEnvironment environment) {
        return error(environment, "An argument does not have the form that the schema describes.");
    }

    /** Nobody gets this answer, and nothing is wrong: they left while it was made. */
    @GraphQlExceptionHandler
    GraphQLError left(AbortExecutionException fault, DataFetchingEnvironment environment) {
        return error(environment, String.valueOf(fault.getMessage()));
    }

    private static GraphQLError error(DataFetchingEnvironment environment, String message) {
        return GraphqlErrorBuilder.newError(environment)
            .errorType(ErrorType.BAD_REQUEST)
            .message("%s", message)
            .build();
    }
}
