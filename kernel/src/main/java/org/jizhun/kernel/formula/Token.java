package org.jizhun.kernel.formula;

/** One word, sign or literal of a formula. {@code text} is normalised (half-width); the span is that of the original. */
record Token(Type type, String text, Span span) {

    enum Type {
        NUMBER,
        WORD,
        TEXT,
        SIGN,
        END
    }

    boolean is(String sign) {
        return type == Type.SIGN && text.equals(sign);
    }

    boolean isWord(String word) {
        return type == Type.WORD && text.equals(word);
    }
}
