package org.coachbench.api;

import java.util.concurrent.Executors;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.data.method.annotation.support.AnnotatedControllerConfigurer;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import reactor.core.scheduler.Schedulers;

/**
 * An operation has one thread from its beginning to its end, and no other waits for it. With a thread for each field
 * instead, as the framework has it, the batch loaders of one level race with each other: what is loaded together, and so
 * the number of store commands, would depend on luck.
 */
@Configuration(proxyBeanMethods = false)
class OperationThreads {

    @Bean
    WebGraphQlInterceptor onOneThread() {
        var threads = Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor());
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
