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
    /** A text of which no paragraph was made is looked through anew for each character: only a few are worth that. */
    private static final int WORTH_IT = 12;

    private final Pattern pattern;
    private final List<String> needs;
    /** Those of them that are looked for in a text of which no paragraph was made. */
    private final List<String> quick;

    private Sought(Pattern pattern, List<String> needs, List<String> quick) {
        this.pattern = pattern;
        this.needs = needs;
        this.quick = quick;
    }

    /** @param needs each a set of characters of which every match holds one, the rarest first; else read from the pattern */
    public static Sought of(Pattern pattern, String... needs) {
        if (needs.length > 0) {
            return new Sought(pattern, List.of(needs), List.of(needs));
        }
        List<String> read = Needs.of(pattern);
        return new Sought(pattern, read, quick(read));
    }

    /** The matches in a text; none, and no search, where it lacks a need. */
    public Matcher in(String text) {
        return pattern.matcher(holdsNeeds(text) ? text : NOWHERE);
    }

    /** The matches in a paragraph, which knows its characters. */
    public Matcher in(Passage passage) {
        return pattern.matcher(mayBeIn(passage) ? passage.text() : NOWHERE);
    }

    /** Whether a paragraph can hold a match at all. */
    public boolean mayBeIn(Passage passage) {
        for (String need : needs) {
            if (!passage.mayHoldOneOf(need)) {
                return false;
            }
        }
        return true;
    }

    private static List<String> quick(List<String> needs) {
        int length = 0;
        int count = 0;
        while (count < needs.size() && length + needs.get(count).length() <= WORTH_IT) {
            length += needs.get(count++).length();
        }
        return List.copyOf(needs.subList(0, count));
    }

    private boolean holdsNeeds(String text) {
        for (String need : quick) {
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
