package org.jizhun.auditor.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pattern that is looked for only in text that holds what no match can do without: one piece at least of each of its
 * needs. Most texts lack one, and to see that takes a fraction of a search.
 */
public final class Sought {

    /** Finds nothing; each thread has one, since most of what is asked for is nowhere and a new one takes longer than to see that. */
    private static final ThreadLocal<Matcher> NONE =
            ThreadLocal.withInitial(() -> Pattern.compile("(?!)").matcher(""));

    private static final Map<String, Sought> KEPT = new ConcurrentHashMap<>();
    /** So short a text is looked through as quickly as its pieces are asked, and they need not be gathered. */
    private static final int SHORT = 16;

    /** The rarest needs tell nearly all; each takes time. */
    private static final int MOST_NEEDS = 4;

    /** What stands further from the beginning of a match says too little of where that can be. */
    private static final int FARTHEST = 64;

    /** A text ends before them as well. */
    private static final String LINE_ENDS = "\n\r\u0085\u2028\u2029";

    private final Pattern pattern;
    /** From how far before the end of a text a match can begin at all; -1 where that is not known. */
    private final int reach;

    private final Pieces[] needs;
    /** The rarest, which alone is looked for in a text of which no paragraph was made. */
    private final Pieces[] rarest;
    /** One of which every match begins with; null where that is not known. */
    private final @Nullable Pieces starts;
    /** One of which ends the text of every match; null where that is not known. */
    private final @Nullable Pieces lasts;
    /** Whether matches begin at the beginning of a text only. */
    private final boolean begins;
    /** Whether one at the beginning may begin with anything. */
    private final boolean orBeginning;
    /** Of which one stands near the beginning of every match; null where none is known to. */
    private final @Nullable Pieces near;

    private final int nearness;

    private Sought(Pattern pattern, Needs.Known known, List<Need> needs, int asked) {
        this.pattern = pattern;
        this.reach = known.reach();
        this.needs = needs.stream().limit(MOST_NEEDS).map(Pieces::of).toArray(Pieces[]::new);
        this.rarest = needs.stream().limit(asked).map(Pieces::of).toArray(Pieces[]::new);
        this.starts = known.starts().isEmpty() ? null : new Pieces(known.starts());
        this.lasts = known.lasts().isEmpty() ? null : new Pieces(known.lasts());
        this.begins = known.begins();
        this.orBeginning = known.orBeginning();
        Optional<Need> first =
                needs.stream().filter(need -> need.within() <= FARTHEST).findFirst();
        this.near = first.map(Pieces::of).orElse(null);
        this.nearness = first.map(Need::within).orElse(0);
    }

    /** A pattern with the needs that are read from it. */
    public static Sought of(String pattern) {
        return of(Pattern.compile(pattern));
    }

    /** A pattern told where it is used, compiled the first time only. */
    public static Sought kept(String pattern) {
        Sought known = KEPT.get(pattern);
        return known == null ? KEPT.computeIfAbsent(pattern, Sought::of) : known;
    }

    /** @param needs besides those read from the pattern: each a set of characters of which every match holds one */
    public static Sought of(Pattern pattern, String... needs) {
        Needs.Known known = Needs.of(pattern);
        List<Need> all = new ArrayList<>(known.needs());
        for (String need : needs) {
            all.add(new Need(
                    need.chars().mapToObj(each -> String.valueOf((char) each)).toList(), Part.ANY_NUMBER));
        }
        List<Need> sorted = Needs.sorted(all);
        return new Sought(pattern, known, sorted, needs.length > 0 ? MOST_NEEDS : 1);
    }

    /** The matches in a text; none, and no search, where it lacks a need. */
    public Matcher in(String text) {
        return mayBeIn(text) ? matches(text) : NONE.get();
    }

    /** The matches in a paragraph, which knows its pieces. */
    public Matcher in(Passage passage) {
        return mayBeIn(passage) ? matches(passage.text()) : NONE.get();
    }

    /** A paragraph that may be a match from its beginning to its end, to be asked for that and no more. */
    public Matcher whole(Passage passage) {
        return mayBeIn(passage) ? pattern.matcher(passage.text()) : NONE.get();
    }

    private Matcher matches(String text) {
        Matcher matcher = pattern.matcher(text);
        if (!isStepwise(text)) {
            return matcher;
        }
        return foundStepwise(matcher, text)
                ? matcher.reset().useTransparentBounds(false).useAnchoringBounds(true)
                : NONE.get();
    }

    /** Whether a text holds a match. */
    public boolean isIn(String text) {
        return mayBeIn(text) && found(pattern.matcher(text), text);
    }

    /** Whether a paragraph holds a match. */
    public boolean isIn(Passage passage) {
        return mayBeIn(passage) && found(pattern.matcher(passage.text()), passage.text());
    }

    /** Whether a text is a match from its beginning to its end. */
    public boolean is(String text) {
        return mayBeIn(text) && pattern.matcher(text).matches();
    }

    /** Whether a text begins with a match. */
    public boolean begins(String text) {
        return mayBeIn(text) && pattern.matcher(text).lookingAt();
    }

    /** A text with every match replaced, as {@link Matcher#replaceAll(String)} does. */
    public String replaceAll(String text, String replacement) {
        return mayBeIn(text) ? pattern.matcher(text).replaceAll(replacement) : text;
    }

    /** A text with its first match replaced, as {@link Matcher#replaceFirst(String)} does. */
    public String replaceFirst(String text, String replacement) {
        Matcher matcher = pattern.matcher(text);
        if (!mayBeIn(text) || !found(matcher, text)) {
            return text;
        }
        StringBuilder replaced = new StringBuilder();
        return matcher.appendReplacement(replaced, replacement)
                .appendTail(replaced)
                .toString();
    }

    /** Finds the first match; one that only the end of a text can hold is looked for there. */
    private boolean found(Matcher matcher, String text) {
        int from = text.length() - reach;
        if (reach >= 0 && from > 0) {
            return matcher.find(from);
        }
        return isStepwise(text) ? foundStepwise(matcher, text) : matcher.find();
    }

    private boolean isStepwise(String text) {
        return (starts != null || near != null || begins) && text.length() > SHORT;
    }

    /** Tries only where a match can begin: to see that it cannot takes longer at every character of a text. */
    private boolean foundStepwise(Matcher matcher, String text) {
        matcher.useTransparentBounds(true).useAnchoringBounds(false);
        if (begins || near == null) {
            return isFrom(matcher, text, 0, begins ? 0 : text.length() - 1);
        }
        int from = 0;
        for (int at = near.next(text, 0); at >= 0; at = near.next(text, at + 1)) {
            if (isFrom(matcher, text, Math.max(from, at - nearness), at)) {
                return true;
            }
            from = at + 1;
        }
        return false;
    }

    /** Whether a match begins at one of the places from one to another. */
    private boolean isFrom(Matcher matcher, String text, int from, int to) {
        for (int at = from; at <= to; at++) {
            boolean may = starts == null || starts.holds(text.charAt(at)) || (at == 0 && orBeginning);
            if (may && matcher.region(at, text.length()).lookingAt()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a paragraph can hold a match at all. */
    public boolean mayBeIn(Passage passage) {
        if (passage.text().length() <= SHORT) {
            return mayBeIn(passage.text());
        }
        if (!hasEdges(passage.text())) {
            return false;
        }
        Pieces.Held held = passage.held();
        for (Pieces need : needs) {
            if (!need.mayBeAmong(held)) {
                return false;
            }
        }
        return true;
    }

    private boolean mayBeIn(String text) {
        if (!hasEdges(text)) {
            return false;
        }
        for (Pieces need : rarest) {
            if (!need.anyIn(text)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a text begins and ends with what every match begins and ends with, where these are at its edges. */
    private boolean hasEdges(String text) {
        if (text.isEmpty()) {
            return lasts == null && !(begins && starts != null && !orBeginning);
        }
        if (begins && starts != null && !orBeginning && !starts.holds(text.charAt(0))) {
            return false;
        }
        char last = text.charAt(text.length() - 1);
        return lasts == null || lasts.holds(last) || LINE_ENDS.indexOf(last) >= 0;
    }
}
