package org.coachbench.api;

import graphql.analysis.MaxQueryComplexityInstrumentation;
import graphql.analysis.MaxQueryDepthInstrumentation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How deep and how wide one operation may be; the screens stay well below both. */
@Configuration(proxyBeanMethods = false)
class QueryLimits {

    private static final int DEPTH = 20;
    private static final int FIELDS = 1000;

    @Bean
    MaxQueryDepthInstrumentation maxDepth() {
        return new MaxQueryDepthInstrumentation(DEPTH);
    }

    @Bean
    MaxQueryComplexityInstrumentation maxFields() {
        return new MaxQueryComplexityInstrumentation(FIELDS);
    }
}
