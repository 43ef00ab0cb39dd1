package org.jizhun.auditor.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern that is looked for only in text that holds what no match can do without: one character at least of each of its
 * needs. Most paragraphs lack one, and to see that takes a fraction of a search.
 */
public final class Sought {

    private static final String NOWHERE = "";

    private final Pattern pattern;
    private final List<String> needs;

    private Sought(Pattern pattern, List<String> needs) {
        this.pattern = pattern;
        this.needs = needs;
    }

    /** @param needs each a set of characters of which every match holds one; the rarest first */
    public static Sought of(Pattern pattern, String... needs) {
        return new Sought(pattern, List.of(needs));
    }

    /** The matches in a text; none, and no search, where it lacks a need. */
    public Matcher in(String text) {
        return pattern.matcher(holdsNeeds(text) ? text : NOWHERE);
    }

    private boolean holdsNeeds(String text) {
        for (String need : needs) {
            if (!holdsOne(text, need)) {
                return false;
            }
        }
        return true;
    }

    private static boolean holdsOne(String text, String characters) {
        for (int i = 0; i < characters.length(); i++) {
            if (text.indexOf(characters.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
