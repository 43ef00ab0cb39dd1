package org.jizhun.auditor.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one part of a pattern matches, as far as {@link Needs} reads it. Each of its lists is short; what would be many is null, and left
 * open.
 *
 * @param words every text that it can match; null if these are many
 * @param heads of which every match begins with one; null if that is left open
 * @param tails of which every match ends with one
 * @param needs what each match needs besides
 * @param longest how many characters it can take
 * @param begins whether it matches only at the beginning of a text
 * @param ends whether it matches only at its end
 * @param starts the characters that it can begin with
 * @param lasts the characters that it can end with
 */
record Part(
        @Nullable List<String> words,
        @Nullable List<String> heads,
        @Nullable List<String> tails,
        List<Need> needs,
        int longest,
        boolean begins,
        boolean ends,
        Edge starts,
        Edge lasts) {

    static final int ANY_NUMBER = 1 << 16;
    static final int MOST_WORDS = 64;

    static final Part OPEN = open(ANY_NUMBER, Edge.OPEN);
    /** One character, of which the rarest are kept as two. */
    static final Part CHARACTER = open(2, Edge.OPEN);
    /** Takes no characters, such as a look at what stands beside. */
    static final Part NOTHING = nothing(List.of(), false, false);

    static final Part BEGINNING = nothing(List.of(), true, false);
    static final Part END = nothing(List.of(), false, true);

    private static Part open(int longest, Edge edge) {
        return new Part(null, null, null, List.of(), longest, false, false, edge, edge);
    }

    private static Part nothing(List<Need> needs, boolean begins, boolean ends) {
        List<String> nothing = List.of("");
        return new Part(nothing, nothing, nothing, needs, 0, begins, ends, Edge.NONE, Edge.NONE);
    }

    /** Needs something beside it, and takes none of it. */
    static Part beside(List<Need> needs) {
        return nothing(needs, false, false);
    }

    /** One of some characters that are not read together with what stands beside them. */
    static Part oneOf(String characters) {
        Edge edge = new Edge(characters, false, false);
        List<String> each =
                characters.chars().mapToObj(one -> String.valueOf((char) one)).toList();
        return new Part(null, null, null, List.of(new Need(each, 0)), 1, false, false, edge, edge);
    }

    static Part of(List<String> words) {
        int longest = words.stream().mapToInt(String::length).max().orElse(0);
        return new Part(
                words,
                words,
                words,
                List.of(),
                longest,
                false,
                false,
                Edge.of(words, 0),
                Edge.of(words, Integer.MAX_VALUE));
    }

    /** All its needs, what its words have in common among them. */
    List<Need> all() {
        List<Need> all = new ArrayList<>(needs);
        Need.of(words, 0).ifPresent(all::add);
        return all;
    }

    /** One of several, of which a pattern leaves the choice. */
    static Part choice(List<Part> ways) {
        boolean begins = ways.stream().allMatch(Part::begins);
        boolean ends = true;
        int longest = 0;
        Edge starts = Edge.NEVER;
        Edge lasts = Edge.NEVER;
        List<Need> needs = new ArrayList<>();
        for (Part way : ways) {
            ends &= way.ends;
            longest = Math.max(longest, way.longest);
            starts = starts.or(way.begins && !begins ? Edge.AT_BEGINNING : way.starts);
            lasts = lasts.or(way.lasts);
            way.all().stream().min(Comparator.comparingInt(Need::commonness)).ifPresent(needs::add);
        }
        List<String> words = together(ways.stream().map(Part::words).toList());
        Need one = Need.together(needs);
        boolean needed =
                words == null && needs.size() == ways.size() && one.pieces().size() <= MOST_WORDS;
        return new Part(
                words,
                words == null ? together(ways.stream().map(Part::heads).toList()) : words,
                words == null ? together(ways.stream().map(Part::tails).toList()) : words,
                needed ? List.of(one) : List.of(),
                longest,
                begins,
                ends,
                starts,
                lasts);
    }

    private static @Nullable List<String> together(List<@Nullable List<String>> lists) {
        List<String> all = new ArrayList<>();
        for (List<String> list : lists) {
            if (list == null) {
                return null;
            }
            all.addAll(list);
        }
        List<String> distinct = all.stream().distinct().toList();
        return distinct.size() <= MOST_WORDS ? distinct : null;
    }

    /** So often one after the other. */
    Part repeated(boolean never, int times) {
        int most = (int) Math.min(ANY_NUMBER, (long) times * longest);
        Edge before = never ? starts.or(Edge.NONE) : starts;
        Edge behind = never ? lasts.or(Edge.NONE) : lasts;
        return never
                ? new Part(null, null, null, List.of(), most, false, false, before, behind)
                : new Part(null, heads, tails, all(), most, false, false, before, behind);
    }

    /** Once or not at all. */
    Part optional() {
        if (words == null || words.size() >= MOST_WORDS) {
            return repeated(true, 1);
        }
        List<String> more = new ArrayList<>(words);
        more.add("");
        return of(more.stream().distinct().toList());
    }

    /**
     * The characters at one end of what a part matches.
     *
     * @param characters those that stand there; null if that is left open
     * @param empty whether a match can be empty, so that what is beside stands there
     * @param beginning whether any may stand there at the beginning of a text
     */
    record Edge(@Nullable String characters, boolean empty, boolean beginning) {

        static final Edge OPEN = new Edge(null, true, false);
        static final Edge NONE = new Edge("", true, false);
        static final Edge NEVER = new Edge("", false, false);
        static final Edge AT_BEGINNING = new Edge("", false, true);

        private static Edge of(List<String> words, int at) {
            StringBuilder characters = new StringBuilder();
            words.stream()
                    .filter(word -> !word.isEmpty())
                    .forEach(word -> characters.append(word.charAt(Math.min(at, word.length() - 1))));
            return new Edge(characters.toString(), words.contains(""), false);
        }

        /** One or the other. */
        Edge or(Edge other) {
            return new Edge(both(other), empty || other.empty, beginning || other.beginning);
        }

        /** One, and where it is empty the other further in. */
        Edge then(Edge inner) {
            return empty ? new Edge(both(inner), inner.empty, beginning || inner.beginning) : this;
        }

        private @Nullable String both(Edge other) {
            return characters == null || other.characters == null ? null : characters + other.characters;
        }

        /** The characters one by one; none where they are not known, or none need be there. */
        List<String> each() {
            return characters == null || empty
                    ? List.of()
                    : characters
                            .chars()
                            .distinct()
                            .mapToObj(each -> String.valueOf((char) each))
                            .toList();
        }
    }
}
