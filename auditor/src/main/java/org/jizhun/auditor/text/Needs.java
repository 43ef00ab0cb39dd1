package org.jizhun.auditor.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads from a pattern what no match can do without: sets of characters of which every text that matches holds one. What
 * the pattern leaves open, or is written in a way not understood here, is no need; a need too few costs time, one too many
 * would cost matches.
 */
final class Needs {

    private static final int LARGEST = 40;
    private static final String DIGITS = "0123456789";
    /** Characters that nearly every paragraph holds: they are looked for last. */
    private static final String COMMON = "，。、：（）的为是一和在年项目资金支出预算" + DIGITS;

    private final String pattern;
    private int at;

    private Needs(String pattern) {
        this.pattern = pattern;
    }

    /** The sets, those that are rarely held first. */
    static List<String> of(Pattern pattern) {
        String text = pattern.pattern();
        if (pattern.flags() != 0 || text.contains("\\Q") || text.contains("(?i") || text.contains("&&")) {
            return List.of();
        }
        Needs needs = new Needs(text);
        List<String> found = new ArrayList<>(needs.choice());
        if (needs.at < text.length()) {
            throw new IllegalStateException("not read to its end: " + text);
        }
        found.sort((one, two) -> Integer.compare(commonness(one), commonness(two)));
        return found.stream().distinct().toList();
    }

    private static int commonness(String need) {
        return need.length()
                + 100
                        * (int) need.chars()
                                .filter(character -> COMMON.indexOf(character) >= 0)
                                .count();
    }

    /** Ways parted by |: of each the need that is rarest, all together. */
    private List<String> choice() {
        List<List<String>> ways = new ArrayList<>();
        ways.add(sequence());
        while (at < pattern.length() && pattern.charAt(at) == '|') {
            at++;
            ways.add(sequence());
        }
        if (ways.size() == 1) {
            return ways.get(0);
        }
        StringBuilder together = new StringBuilder();
        for (List<String> way : ways) {
            String best = way.stream()
                    .min((one, two) -> Integer.compare(commonness(one), commonness(two)))
                    .orElse("");
            if (best.isEmpty()) {
                return List.of();
            }
            best.chars()
                    .filter(character -> together.indexOf(String.valueOf((char) character)) < 0)
                    .forEach(character -> together.append((char) character));
        }
        return together.length() > LARGEST ? List.of() : List.of(together.toString());
    }

    private List<String> sequence() {
        List<String> needs = new ArrayList<>();
        while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            List<String> own = atom();
            if (!mayBeLeftOut()) {
                needs.addAll(own);
            }
        }
        return needs;
    }

    private List<String> atom() {
        char character = pattern.charAt(at++);
        return switch (character) {
            case '(' -> group();
            case '[' -> set();
            case '\\' -> escaped();
            case '.', '^', '$' -> List.of();
            default -> List.of(String.valueOf(character));
        };
    }

    private List<String> group() {
        boolean needed = true;
        if (pattern.startsWith("?<=", at) || pattern.startsWith("?<!", at)) {
            needed = pattern.charAt(at + 2) == '=';
            at += 3;
        } else if (pattern.startsWith("?<", at)) {
            at = pattern.indexOf('>', at) + 1;
        } else if (pattern.startsWith("?", at)) {
            needed = pattern.charAt(at + 1) != '!';
            at += 2;
        }
        List<String> inside = choice();
        at++;
        return needed ? inside : List.of();
    }

    /** A set of single characters; ranges, and what is excluded, are left open. */
    private List<String> set() {
        boolean open = pattern.charAt(at) == '^';
        at += open ? 1 : 0;
        StringBuilder held = new StringBuilder();
        for (boolean first = true; first || pattern.charAt(at) != ']'; first = false) {
            char character = pattern.charAt(at++);
            if (character == '[') {
                set();
                open = true;
            } else if (character == '\\') {
                List<String> one = escaped();
                open |= one.isEmpty();
                one.forEach(held::append);
            } else if (character == '-' && !first && pattern.charAt(at) != ']') {
                open = true;
            } else {
                held.append(character);
            }
        }
        at++;
        return open || held.length() > LARGEST ? List.of() : List.of(held.toString());
    }

    private List<String> escaped() {
        char character = pattern.charAt(at++);
        if (character == 'd') {
            return List.of(DIGITS);
        }
        if (character == 'u') {
            String code = pattern.substring(at, at + 4);
            at += 4;
            return List.of(String.valueOf((char) Integer.parseInt(code, 16)));
        }
        if (character == 'k') {
            at = pattern.indexOf('>', at) + 1;
            return List.of();
        }
        boolean letter = (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
        return letter || Character.isDigit(character) ? List.of() : List.of(String.valueOf(character));
    }

    /** Reads how often the atom before may come, and whether that can be never. */
    private boolean mayBeLeftOut() {
        char sign = at < pattern.length() ? pattern.charAt(at) : ' ';
        boolean never = sign == '?' || sign == '*';
        if (sign == '{') {
            int end = pattern.indexOf('}', at);
            never = pattern.substring(at + 1, end).split(",", -1)[0].equals("0");
            at = end + 1;
        } else if (never || sign == '+') {
            at++;
        } else {
            return false;
        }
        boolean lazyOrFinal = at < pattern.length() && (pattern.charAt(at) == '?' || pattern.charAt(at) == '+');
        at += lazyOrFinal ? 1 : 0;
        return never;
    }
}
