package org.jizhun.kernel.formula;

/** The operators between two operands, with how strongly they bind (higher binds tighter), as FEEL orders them. */
enum Operator {
    OR("or", 1),
    AND("and", 2),
    EQUAL("=", 3),
    NOT_EQUAL("!=", 3),
    LESS("<", 3),
    AT_MOST("<=", 3),
    GREATER(">", 3),
    AT_LEAST(">=", 3),
    PLUS("+", 4),
    MINUS("-", 4),
    TIMES("*", 5),
    OVER("/", 5),
    POWER("**", 6);

    static final int COMPARISON = 3;
    static final int ADDITION = 4;

    private final String sign;
    private final int binding;

    Operator(String sign, int binding) {
        this.sign = sign;
        this.binding = binding;
    }

    String sign() {
        return sign;
    }

    int binding() {
        return binding;
    }
}
