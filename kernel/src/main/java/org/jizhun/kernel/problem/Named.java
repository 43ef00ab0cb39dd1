package org.jizhun.kernel.problem;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What something is called in both languages. As the argument of a {@link Problem} each language says its own: {@code {column}}
 * is the Chinese name in a Chinese sentence and the English one in an English sentence.
 */
public record Named(String zh, String en) {

    private static final Pattern WORD_BEGINS = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    /** The English name is the identifier taken apart into words: {@code staffInPost} is “Staff in post”. */
    public static Named of(String zh, String identifier) {
        String words = WORD_BEGINS.matcher(identifier).replaceAll(" ").toLowerCase(Locale.ROOT);
        return new Named(
                zh, words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
    }

    public String in(Language language) {
        return language == Language.ZH ? zh : en;
    }
}
