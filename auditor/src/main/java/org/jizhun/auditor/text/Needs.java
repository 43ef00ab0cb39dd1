package org.jizhun.auditor.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads from a pattern what no match can do without: sets of pieces, each one character or two that stand beside each other, of
 * which every text that matches holds one. What the pattern leaves open, or is written in a way not understood here, is no
 * need; a need too few costs time, one too many would cost matches.
 */
final class Needs {

    private static final int MOST_WORDS = 64;
    private static final int ANY_NUMBER = 1 << 16;
    private static final int LONGEST_RANGE = 40;
    /** The end of a text stands before the end of its last line as well. */
    private static final int LINE_END = 2;

    private static final String DIGITS = "0123456789";
    /** Characters that nearly every paragraph holds: they are looked for last. */
    private static final String COMMON = "，。、：（）的为是一和在年项目资金支出预算" + DIGITS;
    /** What is written in a way not read here: flags, quotations, intersections, classes with a name, codes. */
    private static final Pattern NOT_READ = Pattern.compile("\\\\[QpPxcN0]|\\(\\?[^:=!<>]|&&|[\\ud800-\\udfff]");

    private final String pattern;
    private int at;

    private Needs(String pattern) {
        this.pattern = pattern;
    }

    /**
     * What one part of a pattern matches.
     *
     * @param words every text that it can match, if these are few; null if not
     * @param needs what each match needs besides
     * @param longest how many characters it can take
     * @param ends whether it matches only at the end of a text
     * @param starts what it can begin with
     */
    private record Part(
            @Nullable List<String> words, List<List<String>> needs, int longest, boolean ends, Starts starts) {

        static final Part OPEN = new Part(null, List.of(), ANY_NUMBER, false, Starts.OPEN);
        /** One character, of which the rarest are kept as two. */
        static final Part CHARACTER = new Part(null, List.of(), 2, false, Starts.OPEN);
        /** Takes no characters, such as the beginning of a text. */
        static final Part NOTHING = new Part(List.of(""), List.of(), 0, false, Starts.NONE);

        static final Part END = new Part(List.of(""), List.of(), 0, true, Starts.NONE);

        static Part of(List<String> words) {
            return new Part(
                    words,
                    List.of(),
                    words.stream().mapToInt(String::length).max().orElse(0),
                    false,
                    Starts.of(words));
        }

        /** All its needs, what its words have in common among them. */
        List<List<String>> all() {
            if (words == null || words.contains("")) {
                return needs;
            }
            List<List<String>> all = new ArrayList<>(needs);
            all.add(words.stream().map(Needs::rarest).distinct().toList());
            return all;
        }
    }

    /**
     * What a part of a pattern can begin with.
     *
     * @param characters those that a match begins with; null if that is left open
     * @param empty whether a match can be empty, so that what follows begins
     */
    private record Starts(@Nullable String characters, boolean empty) {

        static final Starts OPEN = new Starts(null, true);
        static final Starts NONE = new Starts("", true);

        static Starts of(List<String> words) {
            StringBuilder characters = new StringBuilder();
            words.stream().filter(word -> !word.isEmpty()).forEach(word -> characters.append(word.charAt(0)));
            return new Starts(characters.toString(), words.contains(""));
        }

        /** One or the other. */
        Starts or(Starts other) {
            return new Starts(both(other), empty || other.empty);
        }

        /** One after the other. */
        Starts then(Starts next) {
            return empty ? new Starts(both(next), next.empty) : this;
        }

        private @Nullable String both(Starts other) {
            return characters == null || other.characters == null ? null : characters + other.characters;
        }
    }

    /**
     * What is known of every match of a pattern.
     *
     * @param needs the sets, those that are rarely held first
     * @param reach how many characters before the end of a text it begins at most; -1 where that is not known
     * @param starts the characters one of which it begins with; empty where that is not known
     */
    record Known(List<List<String>> needs, int reach, List<String> starts) {}

    static Known of(Pattern pattern) {
        Part whole = read(pattern);
        boolean bounded = whole.ends() && whole.longest() < ANY_NUMBER;
        String starts = whole.starts().empty() ? null : whole.starts().characters();
        return new Known(
                sorted(whole.all()),
                bounded ? whole.longest() + LINE_END : -1,
                starts == null
                        ? List.of()
                        : starts.chars()
                                .distinct()
                                .mapToObj(each -> String.valueOf((char) each))
                                .toList());
    }

    private static Part read(Pattern pattern) {
        String text = pattern.pattern();
        if (pattern.flags() != 0 || NOT_READ.matcher(text).find()) {
            return Part.OPEN;
        }
        Needs needs = new Needs(text);
        Part whole = needs.choice();
        if (needs.at < text.length()) {
            throw new IllegalStateException("not read to its end: " + text);
        }
        return whole;
    }

    static List<List<String>> sorted(List<List<String>> needs) {
        return needs.stream()
                .sorted(Comparator.comparingInt(Needs::commonness))
                .distinct()
                .toList();
    }

    private static int commonness(List<String> need) {
        return need.stream().mapToInt(Needs::commonness).sum();
    }

    private static int commonness(String piece) {
        int common = (int) piece.chars()
                .filter(character -> COMMON.indexOf(character) >= 0)
                .count();
        return piece.length() == 1 ? 10 + 200 * common : 1 + 3 * common;
    }

    /** Of a word the two characters that stand together most rarely. */
    private static String rarest(String word) {
        String rarest = word.length() < 2 ? word : word.substring(0, 2);
        for (int i = 1; i + 2 <= word.length(); i++) {
            String piece = word.substring(i, i + 2);
            rarest = commonness(piece) < commonness(rarest) ? piece : rarest;
        }
        return rarest;
    }

    /** Ways parted by |: all their words, or of each the need that is rarest, all together. */
    private Part choice() {
        List<Part> ways = new ArrayList<>();
        ways.add(sequence());
        while (at < pattern.length() && pattern.charAt(at) == '|') {
            at++;
            ways.add(sequence());
        }
        if (ways.size() == 1) {
            return ways.get(0);
        }
        List<String> words = new ArrayList<>();
        List<String> together = new ArrayList<>();
        boolean known = true;
        boolean needed = true;
        boolean ends = true;
        int longest = 0;
        Starts starts = new Starts("", false);
        for (Part way : ways) {
            List<String> own = way.words();
            starts = starts.or(way.starts());
            known &= own != null;
            ends &= way.ends();
            longest = Math.max(longest, way.longest());
            words.addAll(own == null ? List.of() : own);
            List<String> best = way.all().stream()
                    .min(Comparator.comparingInt(Needs::commonness))
                    .orElse(List.of());
            needed &= !best.isEmpty();
            together.addAll(best);
        }
        List<String> distinct = words.stream().distinct().toList();
        if (known && distinct.size() <= MOST_WORDS) {
            return new Part(distinct, List.of(), longest, ends, starts);
        }
        List<String> need = together.stream().distinct().toList();
        return new Part(null, needed && need.size() <= MOST_WORDS ? List.of(need) : List.of(), longest, ends, starts);
    }

    /** Parts one after the other; the words of those side by side are read together. */
    private Part sequence() {
        List<List<String>> needs = new ArrayList<>();
        Part beside = Part.NOTHING;
        boolean whole = true;
        boolean ends = false;
        int longest = 0;
        Starts starts = Starts.NONE;
        while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            Part part = repeated(atom());
            needs.addAll(part.needs());
            ends = part.ends();
            starts = starts.then(part.starts());
            longest = Math.min(ANY_NUMBER, longest + part.longest());
            List<String> words = followed(beside.words(), part.words());
            if (words == null) {
                whole = false;
                needs.addAll(beside.all());
                beside = part.words() == null ? Part.NOTHING : Part.of(part.words());
            } else {
                beside = Part.of(words);
            }
        }
        if (whole) {
            return new Part(beside.words(), needs, longest, ends, starts);
        }
        needs.addAll(beside.all());
        return new Part(null, needs, longest, ends, starts);
    }

    private static @Nullable List<String> followed(@Nullable List<String> first, @Nullable List<String> second) {
        if (first == null || second == null || first.size() * second.size() > MOST_WORDS) {
            return null;
        }
        return first.stream()
                .flatMap(before -> second.stream().map(after -> before + after))
                .distinct()
                .toList();
    }

    private Part atom() {
        char character = pattern.charAt(at++);
        return switch (character) {
            case '(' -> group();
            case '[' -> set();
            case '\\' -> escaped();
            case '.' -> Part.CHARACTER;
            case '^' -> Part.NOTHING;
            case '$' -> Part.END;
            default -> Part.of(List.of(String.valueOf(character)));
        };
    }

    private Part group() {
        boolean beside = false;
        boolean needed = true;
        if (pattern.startsWith("?<=", at) || pattern.startsWith("?<!", at)) {
            beside = true;
            needed = pattern.charAt(at + 2) == '=';
            at += 3;
        } else if (pattern.startsWith("?<", at)) {
            at = pattern.indexOf('>', at) + 1;
        } else if (pattern.startsWith("?", at)) {
            beside = pattern.charAt(at + 1) == '=' || pattern.charAt(at + 1) == '!';
            needed = pattern.charAt(at + 1) != '!';
            at += 2;
        }
        Part inside = choice();
        at++;
        if (!beside) {
            return inside;
        }
        return needed ? new Part(Part.NOTHING.words(), inside.all(), 0, false, Starts.NONE) : Part.NOTHING;
    }

    /** A set of single characters; long ranges, and what is excluded, are left open. */
    private Part set() {
        boolean open = pattern.charAt(at) == '^';
        at += open ? 1 : 0;
        List<String> held = new ArrayList<>();
        for (boolean first = true; first || pattern.charAt(at) != ']'; first = false) {
            if (pattern.charAt(at) == '[') {
                at++;
                set();
                open = true;
                continue;
            }
            List<String> from = single();
            if (pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']') {
                at++;
                from = range(from, single());
            }
            open |= from == null;
            held.addAll(from == null ? List.of() : from);
        }
        at++;
        return open || held.size() > MOST_WORDS
                ? Part.CHARACTER
                : Part.of(held.stream().distinct().toList());
    }

    /** What one place of a set stands for; null if that is left open. */
    private @Nullable List<String> single() {
        char character = pattern.charAt(at++);
        return character == '\\' ? escaped().words() : List.of(String.valueOf(character));
    }

    private static @Nullable List<String> range(@Nullable List<String> from, @Nullable List<String> to) {
        if (from == null || to == null || from.size() != 1 || to.size() != 1) {
            return null;
        }
        char first = from.get(0).charAt(0);
        char last = to.get(0).charAt(0);
        if (last - first > LONGEST_RANGE) {
            return null;
        }
        List<String> all = new ArrayList<>();
        for (char character = first; character <= last; character++) {
            all.add(String.valueOf(character));
        }
        return all;
    }

    private Part escaped() {
        char character = pattern.charAt(at++);
        if (character == 'd') {
            return Part.of(DIGITS.chars()
                    .mapToObj(digit -> String.valueOf((char) digit))
                    .toList());
        }
        if (character == 'u') {
            String code = pattern.substring(at, at + 4);
            at += 4;
            return Part.of(List.of(String.valueOf((char) Integer.parseInt(code, 16))));
        }
        if (character == 'k') {
            at = pattern.indexOf('>', at) + 1;
            return Part.OPEN;
        }
        if (Character.isDigit(character) || character == 'R' || character == 'X') {
            return Part.OPEN;
        }
        boolean letter = (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
        return letter ? Part.CHARACTER : Part.of(List.of(String.valueOf(character)));
    }

    /** A part with how often it may come, which is read here. */
    private Part repeated(Part part) {
        char sign = at < pattern.length() ? pattern.charAt(at) : ' ';
        boolean never = sign == '?' || sign == '*';
        boolean often = sign == '+' || sign == '*';
        int times = often ? ANY_NUMBER : 1;
        if (sign == '{') {
            int end = pattern.indexOf('}', at);
            String[] bounds = pattern.substring(at + 1, end).split(",", -1);
            String most = bounds[bounds.length - 1];
            never = bounds[0].equals("0");
            times = most.isEmpty() ? ANY_NUMBER : Integer.parseInt(most);
            often = true;
            at = end + 1;
        } else if (never || often) {
            at++;
        } else {
            return part;
        }
        boolean lazyOrFinal = at < pattern.length() && (pattern.charAt(at) == '?' || pattern.charAt(at) == '+');
        at += lazyOrFinal ? 1 : 0;
        int longest = (int) Math.min(ANY_NUMBER, (long) times * part.longest());
        if (often) {
            Starts starts = never ? part.starts().or(Starts.NONE) : part.starts();
            return new Part(null, never ? List.of() : part.all(), longest, false, starts);
        }
        return part.words() == null || part.words().size() >= MOST_WORDS
                ? new Part(null, List.of(), longest, false, part.starts().or(Starts.NONE))
                : Part.of(with(part.words(), ""));
    }

    private static List<String> with(List<String> words, String word) {
        List<String> more = new ArrayList<>(words);
        more.add(word);
        return more.stream().distinct().toList();
    }
}
