package org.coachbench.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** The screens ask with the same few dozen documents again and again: each is parsed and validated once. */
@Configuration(proxyBeanMethods = false)
class KnownDocuments {

    /** Characters of all documents together; anybody may send others, and those not used lately make room. */
    private static final int MOST = 500_000;

    private final Cache<String, PreparsedDocumentEntry> known = Caffeine.newBuilder()
        .maximumWeight(MOST)
        .weigher((String document, PreparsedDocumentEntry parsed) -> document.length())
        .build();

    /** Some clients write what somebody says into the document itself. */
    @EventListener(PersonErased.class)
    void forget() {
        known.invalidateAll();
    }

    @Bean
    GraphQlSourceBuilderCustomizer withKnownDocuments() {
        return source ->
            source.configureGraphQl(graphQl ->
                graphQl.preparsedDocumentProvider((input, parse) ->
                    CompletableFuture.completedFuture(known.get(input.getQuery(), _ -> parse.apply(input)))
                )
            );
    }
}
