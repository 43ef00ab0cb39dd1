package org.jizhun.kernel.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Cuts a formula into tokens. Full-width digits, brackets, commas and signs, as a Chinese keyboard gives them, count as
 * their half-width twins; inside quoted text nothing is changed.
 */
final class Lexer {

    static final int MAX_LENGTH = 20_000;
    static final int MAX_DIGITS = 60;

    private static final Map<Character, String> TWINS = Map.ofEntries(
            Map.entry('（', "("),
            Map.entry('）', ")"),
            Map.entry('【', "["),
            Map.entry('】', "]"),
            Map.entry('，', ","),
            Map.entry('＝', "="),
            Map.entry('＜', "<"),
            Map.entry('＞', ">"),
            Map.entry('＋', "+"),
            Map.entry('－', "-"),
            Map.entry('×', "*"),
            Map.entry('÷', "/"),
            Map.entry('％', "%"),
            Map.entry('≤', "<="),
            Map.entry('≥', ">="),
            Map.entry('≠', "!="));
    private static final List<String> SIGNS = List.of(
            "**", "!=", "<=", ">=", "..", "(", ")", "[", "]", ",", "=", "<", ">", "+", "-", "*", "/", "%", "@", ".");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new Fault(
                    new Span(MAX_LENGTH, MAX_LENGTH), "formula-too-long", "found", text.length(), "limit", MAX_LENGTH);
        }
        return new Lexer(text).all();
    }

    private List<Token> all() {
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0xFEFF) {
                at += Character.charCount(c);
            } else if (isDigit(at) || startsFraction()) {
                number();
            } else if (Character.isLetter(c) || c == '_') {
                word();
            } else if (c == '"' || c == '“') {
                quoted();
            } else {
                sign();
            }
        }
        tokens.add(new Token(Token.Type.END, "", new Span(text.length(), text.length())));
        return tokens;
    }

    /** {@code .5} is a number unless it follows something that may have a field. */
    private boolean startsFraction() {
        if (text.charAt(at) != '.' || !isDigit(at + 1)) {
            return false;
        }
        if (tokens.isEmpty()) {
            return true;
        }
        Token last = tokens.get(tokens.size() - 1);
        return last.type() == Token.Type.SIGN && !last.is(")") && !last.is("]");
    }

    private void number() {
        int start = at;
        StringBuilder digits = new StringBuilder();
        boolean point = false;
        while (isDigit(at) || (!point && at < text.length() && text.charAt(at) == '.' && isDigit(at + 1))) {
            char c = text.charAt(at++);
            point |= c == '.';
            digits.append(c == '.' ? "." : Character.digit(c, 10));
        }
        Span span = new Span(start, at);
        if (digits.length() > MAX_DIGITS) {
            throw new Fault(span, "formula-number-too-long", "found", digits.length(), "limit", MAX_DIGITS);
        }
        int end = exponentEnd();
        if (end > at) {
            throw new Fault(span, "formula-number-exponent", "found", text.substring(start, end));
        }
        tokens.add(new Token(Token.Type.NUMBER, digits.toString(), span));
    }

    /** Where scientific notation ends after a number; the end of the number itself where there is none. */
    private int exponentEnd() {
        if (at >= text.length() || "eE".indexOf(text.charAt(at)) < 0) {
            return at;
        }
        int digits = at + 1;
        if (digits < text.length() && "+-".indexOf(text.charAt(digits)) >= 0) {
            digits++;
        }
        int end = digits;
        while (isDigit(end)) {
            end++;
        }
        return end > digits ? end : at;
    }

    private void word() {
        int start = at;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (!Character.isLetterOrDigit(c) && c != '_') {
                break;
            }
            at += Character.charCount(c);
        }
        tokens.add(new Token(Token.Type.WORD, text.substring(start, at), new Span(start, at)));
    }

    private void quoted() {
        int start = at;
        char close = text.charAt(at) == '“' ? '”' : '"';
        StringBuilder content = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != close) {
            content.append(text.charAt(at) == '\\' ? escaped() : text.charAt(at));
            at++;
        }
        if (at >= text.length()) {
            throw new Fault(new Span(start, start + 1), "formula-text-not-closed");
        }
        at++;
        tokens.add(new Token(Token.Type.TEXT, content.toString(), new Span(start, at)));
    }

    private char escaped() {
        int start = at;
        at++;
        char c = at < text.length() ? text.charAt(at) : ' ';
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case '"', '\\', '”' -> c;
            case 'u' -> unicode(start);
            default -> throw new Fault(new Span(start, start + 2), "formula-escape-unknown", "found", "\\" + c);
        };
    }

    private char unicode(int start) {
        int code = 0;
        for (int i = 1; i <= 4; i++) {
            int digit = at + i < text.length() ? Character.digit(text.charAt(at + i), 16) : -1;
            if (digit < 0) {
                throw new Fault(new Span(start, start + 2), "formula-escape-unknown", "found", "\\u");
            }
            code = code * 16 + digit;
        }
        at += 4;
        return (char) code;
    }

    private void sign() {
        int start = at;
        String twin = TWINS.get(text.charAt(at));
        if (twin != null) {
            at++;
            boolean orEqual =
                    (twin.equals("<") || twin.equals(">")) && at < text.length() && isEqualSign(text.charAt(at));
            if (orEqual) {
                at++;
            }
            tokens.add(new Token(Token.Type.SIGN, orEqual ? twin + "=" : twin, new Span(start, at)));
            return;
        }
        for (String sign : SIGNS) {
            if (text.startsWith(sign, at)) {
                at += sign.length();
                tokens.add(new Token(Token.Type.SIGN, sign, new Span(start, at)));
                return;
            }
        }
        int c = text.codePointAt(at);
        throw new Fault(
                new Span(at, at + Character.charCount(c)), "formula-character-unknown", "found", Character.toString(c));
    }

    private static boolean isEqualSign(char c) {
        return c == '=' || c == '＝';
    }

    private boolean isDigit(int index) {
        return index < text.length() && Character.isDigit(text.charAt(index));
    }
}
