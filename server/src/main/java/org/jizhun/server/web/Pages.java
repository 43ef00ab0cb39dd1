package org.jizhun.server.web;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * The files of the pages. Those with a hash in their name never change and are kept by the browser for a year; the page that
 * names them is asked for again each time. An address of a page, such as {@code /d/1/2026/evaluation}, is no file: it gets
 * that same page, whose script reads the address.
 */
@Configuration(proxyBeanMethods = false)
class Pages implements WebMvcConfigurer {

    private static final String FILES = "classpath:/static/";
    private static final String PAGE = "index.html";
    /** What programs ask for and the server's own pages for the public; never one of these pages. */
    private static final List<String> OTHERS = List.of("api/", "v3/", "actuator/", "public/", "assets/", "error");

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(FILES + "assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/**")
                .addResourceLocations(FILES)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(false)
                .addResolver(new PageResolver());
    }

    private static final class PageResolver extends PathResourceResolver {

        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            Resource file = path.isEmpty() ? null : super.getResource(path, location);
            if (file != null) {
                return file;
            }
            return isPage(path) ? super.getResource(PAGE, location) : null;
        }

        /** A name with a dot at its end is a file that is not there, and is told so. */
        private static boolean isPage(String path) {
            return OTHERS.stream().noneMatch(path::startsWith)
                    && path.substring(path.lastIndexOf('/') + 1).indexOf('.') < 0;
        }
    }
}
