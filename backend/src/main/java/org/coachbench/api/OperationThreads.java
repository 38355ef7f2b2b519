package org.coachbench.api;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.data.method.annotation.support.AnnotatedControllerConfigurer;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import reactor.core.publisher.Hooks;
import reactor.core.scheduler.Schedulers;

/**
 * An operation has one thread from its beginning to its end, and no other waits for it. With a thread for each field
 * instead, as the framework has it, the batch loaders of one level race with each other: what is loaded together, and so
 * the number of store commands, would depend on luck.
 */
@Configuration(proxyBeanMethods = false)
class OperationThreads {

    private static final Logger log = LoggerFactory.getLogger(OperationThreads.class);

    OperationThreads() {
        // By default an error with a stack trace for each browser that leaves at a bad moment.
        Hooks.resetOnErrorDropped();
        Hooks.onErrorDropped(fault -> log.warn("Nobody waited any more for what failed: {}", fault.toString()));
    }

    @Bean
    WebGraphQlInterceptor onOneThread() {
        // Not an executor service: that would interrupt a change that is being written when a client goes away.
        var threads = Schedulers.fromExecutor(Thread::startVirtualThread);
        return (request, chain) -> chain.next(request).subscribeOn(threads);
    }

    /** As the framework makes it, but for its executor of fields. */
    @Bean
    AnnotatedControllerConfigurer controllers() {
        var controllers = new AnnotatedControllerConfigurer();
        controllers.configureBinder(binder ->
            binder.conversionService(ApplicationConversionService.getSharedInstance())
        );
        return controllers;
    }
}
