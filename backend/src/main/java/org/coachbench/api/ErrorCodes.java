package org.coachbench.api;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.reactivestreams.Publisher;
import org.springframework.graphql.execution.SubscriptionPublisherException;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gives every error an {@code extensions.code} that programs can tell apart, and nothing internal. */
@Component
class ErrorCodes implements WebGraphQlInterceptor {

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return chain.next(request).map(response -> {
            if (response.getData() instanceof Publisher<?> events) {
                var withCodes = Flux.from(events).onErrorMap(SubscriptionPublisherException.class, fault ->
                    new SubscriptionPublisherException(withCodes(fault.getErrors()), fault)
                );
                return response.transform(builder -> builder.data(withCodes));
            }
            var errors = response.getExecutionResult().getErrors();
            return errors.isEmpty() ? response : response.transform(builder -> builder.errors(withCodes(errors)));
        });
    }

    private static List<GraphQLError> withCodes(List<GraphQLError> errors) {
        return errors.stream().map(ErrorCodes::withCode).toList();
    }

    private static GraphQLError withCode(GraphQLError error) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        if (error.getExtensions() != null) {
            extensions.putAll(error.getExtensions());
        }
        extensions.putIfAbsent("code", code(error.getErrorType()));
        var builder = GraphqlErrorBuilder.newError().message("%s", error.getMessage()).extensions(extensions);
        if (error.getLocations() != null) {
            builder.locations(error.getLocations());
        }
        if (error.getPath() != null) {
            builder.path(error.getPath());
        }
        if (error.getErrorType() != null) {
            builder.errorType(error.getErrorType());
        }
        return builder.build();
    }

    private static String code(ErrorClassification type) {
        return switch (type) {
            case ErrorType.InvalidSyntax -> "SYNTAX_ERROR";
            case ErrorType.ValidationError -> "INVALID_REQUEST";
            case ErrorType.OperationNotSupported -> "INVALID_REQUEST";
            case ErrorType.ExecutionAborted -> "TOO_COMPLEX";
            case org.springframework.graphql.execution.ErrorType springType -> springType.name();
            case null, default -> "INTERNAL_ERROR";
        };
    }
}
