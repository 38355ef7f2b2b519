package org.coachbench.api;

import graphql.analysis.MaxQueryComplexityInstrumentation;
import graphql.analysis.MaxQueryDepthInstrumentation;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.server.TimeoutWebGraphQlInterceptor;

/**
 * How deep, how wide and how long one operation may be; the screens stay well below all three. An alias counts as a
 * field, and a request holds one operation: batches are not taken.
 */
@Configuration(proxyBeanMethods = false)
class QueryLimits {

    private static final int DEPTH = 20;
    private static final int FIELDS = 1000;
    private static final Duration TIME = Duration.ofSeconds(30);

    @Bean
    MaxQueryDepthInstrumentation maxDepth() {
        return new MaxQueryDepthInstrumentation(DEPTH);
    }

    @Bean
    MaxQueryComplexityInstrumentation maxFields() {
        return new MaxQueryComplexityInstrumentation(FIELDS);
    }

    @Bean
    TimeoutWebGraphQlInterceptor maxTime() {
        return new TimeoutWebGraphQlInterceptor(TIME);
    }
}
