package org.jizhun.auditor.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads from a pattern what no match can do without: sets of pieces, each one character or two that stand beside each other, of
 * which every text that matches holds one, and where a match can begin and end. What the pattern leaves open, or is written in a way
 * not understood here, is no need; a need too few costs time, one too many would cost matches.
 */
final class Needs {

    private static final int LONGEST_RANGE = 40;
    /** The end of a text stands before the end of its last line as well. */
    private static final int LINE_END = 2;

    private static final String DIGITS = "0123456789";
    /** What {@code \\s} stands for. */
    private static final String BLANKS = " \t\n\u000b\f\r";

    /** What is written in a way not read here: flags, quotations, classes with a name, codes. */
    private static final Pattern NOT_READ = Pattern.compile("\\\\[QpPxcN0]|\\(\\?[^:=!<>]|[\\ud800-\\udfff]");

    private final String pattern;
    private int at;

    private Needs(String pattern) {
        this.pattern = pattern;
    }

    /**
     * What is known of every match of a pattern.
     *
     * @param needs the sets, those that are rarely held first
     * @param begins whether it begins where the text does
     * @param reach how many characters before the end of a text it begins at most; -1 where that is not known
     * @param starts the characters one of which it begins with, but for one at the beginning where so told; empty where that is not known
     * @param lasts the characters one of which the text ends with; empty where that is not known, or need not be
     */
    record Known(
            List<Need> needs,
            boolean begins,
            int reach,
            List<String> starts,
            boolean orBeginning,
            List<String> lasts) {}

    static Known of(Pattern pattern) {
        Part whole = read(pattern);
        boolean bounded = whole.ends() && whole.longest() < Part.ANY_NUMBER;
        return new Known(
                sorted(whole.all()),
                whole.begins(),
                bounded ? whole.longest() + LINE_END : -1,
                whole.starts().each(),
                whole.starts().beginning(),
                whole.ends() ? whole.lasts().each() : List.of());
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

    /** The rarest first; of the same pieces those that stand nearest to the beginning. */
    static List<Need> sorted(List<Need> needs) {
        Set<List<String>> told = new HashSet<>();
        return needs.stream()
                .sorted(Comparator.comparingInt(Need::commonness).thenComparingInt(Need::within))
                .filter(need -> told.add(need.pieces()))
                .toList();
    }

    /** Ways parted by |. */
    private Part choice() {
        List<Part> ways = new ArrayList<>();
        ways.add(sequence());
        while (at < pattern.length() && pattern.charAt(at) == '|') {
            at++;
            ways.add(sequence());
        }
        return ways.size() == 1 ? ways.get(0) : Part.choice(ways);
    }

    /** Parts one after the other. */
    private Part sequence() {
        PartsInOrder parts = new PartsInOrder();
        while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            parts.add(repeated(atom()));
        }
        return parts.whole();
    }

    private Part atom() {
        char character = pattern.charAt(at++);
        return switch (character) {
            case '(' -> group();
            case '[' -> set();
            case '\\' -> escaped();
            case '.' -> Part.CHARACTER;
            case '^' -> Part.BEGINNING;
            case '$' -> Part.END;
            default -> Part.of(List.of(String.valueOf(character)));
        };
    }

    private Part group() {
        boolean beside = false;
        boolean before = false;
        boolean needed = true;
        if (pattern.startsWith("?<=", at) || pattern.startsWith("?<!", at)) {
            beside = true;
            before = true;
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
        if (!needed) {
            return Part.NOTHING;
        }
        int from = before ? Part.ANY_NUMBER : 0; // what stands before the beginning is not within any of it
        return Part.beside(inside.all().stream().map(need -> need.behind(from)).toList());
    }

    /** A set of single characters; long ranges, and what is excluded, are left open. */
    private Part set() {
        boolean open = pattern.charAt(at) == '^';
        boolean blank = false;
        at += open ? 1 : 0;
        List<String> held = new ArrayList<>();
        for (boolean first = true; first || pattern.charAt(at) != ']'; first = false) {
            if (pattern.charAt(at) == '[') {
                at++;
                set();
                open = true;
                continue;
            }
            if (pattern.startsWith("&&", at)) {
                at += 2;
                open = true;
                continue;
            }
            if (pattern.startsWith("\\s", at)) {
                at += 2;
                blank = true;
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
        if (open || held.size() > Part.MOST_WORDS) {
            return Part.CHARACTER;
        }
        return blank
                ? Part.oneOf(String.join("", held) + BLANKS)
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
        if (character == 's') {
            return Part.oneOf(BLANKS);
        }
        boolean letter = (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
        return letter ? Part.CHARACTER : Part.of(List.of(String.valueOf(character)));
    }

    /** A part with how often it may come, which is read here. */
    private Part repeated(Part part) {
        char sign = at < pattern.length() ? pattern.charAt(at) : ' ';
        boolean never = sign == '?' || sign == '*';
        boolean once = sign == '?';
        int times = once ? 1 : Part.ANY_NUMBER;
        if (sign == '{') {
            int end = pattern.indexOf('}', at);
            String[] bounds = pattern.substring(at + 1, end).split(",", -1);
            String most = bounds[bounds.length - 1];
            never = bounds[0].equals("0");
            times = most.isEmpty() ? Part.ANY_NUMBER : Integer.parseInt(most);
            at = end + 1;
        } else if (never || sign == '+') {
            at++;
        } else {
            return part;
        }
        boolean lazyOrFinal = at < pattern.length() && (pattern.charAt(at) == '?' || pattern.charAt(at) == '+');
        at += lazyOrFinal ? 1 : 0;
        return once ? part.optional() : part.repeated(never, times);
    }
}
