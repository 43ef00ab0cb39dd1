package org.jizhun.server.web;

import java.beans.PropertyEditorSupport;
import java.util.function.Function;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Numbers in addresses are decimal: the framework would read 0x10 and #10 as sixteen, so that a row had several addresses. An
 * editor, for a converter that refuses a text leaves it to the framework's own.
 */
@ControllerAdvice
class DecimalNumbers {

    @InitBinder
    void read(WebDataBinder binder) {
        binder.registerCustomEditor(long.class, new Decimal(Long::valueOf));
        binder.registerCustomEditor(Long.class, new Decimal(Long::valueOf));
        binder.registerCustomEditor(int.class, new Decimal(Integer::valueOf));
        binder.registerCustomEditor(Integer.class, new Decimal(Integer::valueOf));
    }

    /** Nothing where nothing is given. */
    private static final class Decimal extends PropertyEditorSupport {

        private final Function<String, Number> reading;

        Decimal(Function<String, Number> reading) {
            this.reading = reading;
        }

        @Override
        public void setAsText(String text) {
            setValue(text.isBlank() ? null : reading.apply(text.strip()));
        }
    }
}
