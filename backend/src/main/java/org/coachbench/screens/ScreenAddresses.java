package org.coachbench.screens;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** Answers the address of a screen, such as /cycles/42, with the web client's page, which then shows that screen. */
@Configuration(proxyBeanMethods = false)
class ScreenAddresses implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        // Their names change with what is in them, so they are fetched once; by nobody but the browser, for a cookie may come along.
        registry
            .addResourceHandler("/assets/**")
            .addResourceLocations("classpath:/static/assets/")
            .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable());
        registry
            .addResourceHandler("/**")
            .addResourceLocations("classpath:/static/")
            .resourceChain(true)
            .addResolver(new FileOrPage());
    }

    private static class FileOrPage extends PathResourceResolver {

        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            Resource file = super.getResource(path, location);
            // A missing file, unlike a screen, has an extension: a page in its place would only puzzle the browser.
            return file != null || path.contains(".") ? file : super.getResource("index.html", location);
        }
    }
}
