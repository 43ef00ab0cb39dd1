package org.jizhun.kernel.formula;

/** Stops reading a formula at its first mistake of grammar. Never leaves the package. */
final class Fault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Span span;
    private final String code;
    private final transient Object[] arguments;

    Fault(Span span, String code, Object... arguments) {
        super(code, null, false, false);
        this.span = span;
        this.code = code;
        this.arguments = arguments.clone();
    }

    Span span() {
        return span;
    }

    String code() {
        return code;
    }

    Object[] arguments() {
        return arguments.clone();
    }
}
