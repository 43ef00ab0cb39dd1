package org.jizhun.server.web;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Numbers in addresses are decimal: the framework would read 0x10 and #10 as sixteen, so that a row had several addresses. */
@Configuration(proxyBeanMethods = false)
class DecimalNumbers implements WebMvcConfigurer {

    @Override
    @SuppressWarnings("NullAway") // a converter may answer null, which NullAway does not read from its type variable
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, Long.class, DecimalNumbers::number);
        registry.addConverter(String.class, Integer.class, DecimalNumbers::count);
    }

    private static @Nullable Long number(String text) {
        return text.isBlank() ? null : Long.valueOf(text.strip());
    }

    private static @Nullable Integer count(String text) {
        return text.isBlank() ? null : Integer.valueOf(text.strip());
    }
}
