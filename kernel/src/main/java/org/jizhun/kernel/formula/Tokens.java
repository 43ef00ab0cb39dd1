package org.jizhun.kernel.formula;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tokens of a formula, taken one after the other; what stands where another thing must is told with its place. */
final class Tokens {

    private final List<Token> tokens;
    private int at;

    Tokens(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(at);
    }

    /** The token so many places further on. */
    Token peek(int further) {
        return tokens.get(at + further);
    }

    Token next() {
        Token token = tokens.get(at);
        if (token.type() != Token.Type.END) {
            at++;
        }
        return token;
    }

    void skip(int count) {
        at += count;
    }

    Token expect(String sign) {
        Token token = next();
        if (!token.is(sign)) {
            throw unexpected(token, sign, sign);
        }
        return token;
    }

    void expectWord(String word) {
        Token token = next();
        if (!token.isWord(word)) {
            throw unexpected(token, word, word);
        }
    }

    /** The operator that stands next; null where none does. */
    @Nullable Operator operator() {
        Token token = peek();
        if (token.type() != Token.Type.SIGN && token.type() != Token.Type.WORD) {
            return null;
        }
        for (Operator operator : Operator.values()) {
            if (operator.sign().equals(token.text())) {
                return operator;
            }
        }
        return null;
    }

    /** The span from a place up to the end of the last token taken, closing brackets included. */
    Span from(int start) {
        return new Span(start, tokens.get(at - 1).span().end());
    }

    /** What stands next is nothing that a formula, or a part of it, may begin with. */
    Fault noBeginning() {
        return unexpected("数、名称、函数或括号", "a number, name, function or bracket");
    }

    Fault unexpected(String expectedZh, String expectedEn) {
        return unexpected(peek(), expectedZh, expectedEn);
    }

    static Fault unexpected(Token token, String expectedZh, String expectedEn) {
        boolean end = token.type() == Token.Type.END;
        return new Fault(
                token.span(),
                "formula-unexpected",
                "found",
                end ? "…" : token.text(),
                "expectedZh",
                expectedZh,
                "expectedEn",
                expectedEn);
    }
}
