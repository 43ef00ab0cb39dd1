package org.jizhun.documents.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A figure, or one other character. Spaces and line breaks part figures but are no tokens themselves: a page may break a
 * line anywhere.
 *
 * @param passage index of the passage it stands in
 * @param at position in the passage's text without spaces
 */
record Token(String text, boolean figure, int passage, int at) {

    private static final Pattern FIGURE = Pattern.compile("[-−]?\\d+(?:[.,]\\d+)*");

    /** All tokens of the passages, one after another. */
    static List<Token> of(List<String> passages) {
        List<Token> tokens = new ArrayList<>();
        for (int i = 0; i < passages.size(); i++) {
            of(passages.get(i), i, tokens);
        }
        return tokens;
    }

    /** Full-width digits count as digits, and spaces do not count. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        digits(text)
                .codePoints()
                .filter(each -> !Character.isWhitespace(each) && !Character.isSpaceChar(each) && each != 0xFEFF)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static void of(String passage, int index, List<Token> tokens) {
        String text = digits(passage);
        Matcher figure = FIGURE.matcher(text);
        int from = 0;
        int at = 0;
        while (figure.find()) {
            at = characters(text.substring(from, figure.start()), at, index, tokens);
            String found = plain(figure.group());
            tokens.add(new Token(found, true, index, at));
            at += found.length();
            from = figure.end();
        }
        characters(text.substring(from), at, index, tokens);
    }

    private static int characters(String text, int at, int index, List<Token> tokens) {
        String plain = plain(text);
        for (int i = 0; i < plain.length(); i++) {
            tokens.add(new Token(String.valueOf(plain.charAt(i)), false, index, at + i));
        }
        return at + plain.length();
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        text.codePoints()
                .map(each -> each >= '０' && each <= '９' ? each - '０' + '0' : each)
                .forEach(digits::appendCodePoint);
        return digits.toString();
    }

    /** Equal where they read the same, wherever they stand. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Token that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
