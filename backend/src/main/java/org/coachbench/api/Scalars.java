package org.coachbench.api;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** The two scalars of time: an instant with a zone, and a calendar day. */
@Configuration(proxyBeanMethods = false)
class Scalars {

    @Bean
    RuntimeWiringConfigurer timeScalars() {
        // The stores keep milliseconds, so anything finer would change on its way there and back.
        Function<String, Instant> instant = text ->
            OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
        return wiring ->
            wiring
                .scalar(scalar("DateTime", instant, "an instant such as 2026-09-14T08:35:00Z"))
                .scalar(scalar("Date", LocalDate::parse, "a day such as 2026-09-14"));
    }

    private static GraphQLScalarType scalar(String name, Function<String, ?> parse, String example) {
        return GraphQLScalarType.newScalar()
            .name(name)
            .coercing(new TextCoercing(parse, "Expected " + example))
            .build();
    }

    private record TextCoercing(Function<String, ?> parse, String expectation) implements Coercing<Object, String> {
        @Override
        public String serialize(Object value, GraphQLContext context, Locale locale) {
            return value.toString();
        }

        @Override
        public Object parseValue(Object input, GraphQLContext context, Locale locale) {
            try {
                return parse.apply(input.toString());
            } catch (DateTimeException e) {
                throw new CoercingParseValueException(expectation, e);
            }
        }

        @Override
        public Object parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            if (!(input instanceof StringValue text) || text.getValue() == null) {
                throw new CoercingParseLiteralException(expectation);
            }
            try {
                return parse.apply(text.getValue());
            } catch (DateTimeException e) {
                throw new CoercingParseLiteralException(expectation, e);
            }
        }
    }
}
