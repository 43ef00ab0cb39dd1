package org.jizhun.auditor.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;

/**
 * What extraction leaves of the pages between the lines of a text: page numbers ({@code — 4 —}, {@code 第4页 共12页}, {@code 4/12}, or
 * bare numbers that count up through the text), and the headers that stand beside them again and again.
 */
final class PageFurniture {

    private static final String DASH = "[—–\\-－―─~～·•]{1,3}";
    private static final Sought NUMBERED = Sought.of("(?:" + DASH + "\\s*(?:第\\s*)?[\\d０-９]{1,4}(?:\\s*页)?\\s*" + DASH
            + "|第\\s*[\\d０-９]{1,4}\\s*页(?:[\\s，,/／]*(?:共|总)\\s*[\\d０-９]{1,4}\\s*页)?"
            + "|[\\d]{1,4}\\s*[/／]\\s*(?:共\\s*)?[\\d]{1,4}(?:\\s*页)?|[Pp]age\\s*\\d{1,4}(?:\\s*of\\s*\\d{1,4})?|" + DASH
            + "\\s*\\d{1,4}\\s*(?:of|/|／)\\s*\\d{1,4}\\s*" + DASH + ")");
    private static final Sought OF_ALL = Sought.of("(\\d{1,4})\\s*[/／]\\s*(\\d{1,4})");
    private static final Sought BARE = Sought.of("\\d{1,3}");
    private static final Sought CELL = Sought.of("[-+≥≤]?[\\d.,%]+[^，。；]{0,3}|[—–\\-/]{1,3}");

    /** Lines of text between two bare page numbers, at least. */
    private static final int BODY = 10;

    /** Lines of a page whose number stands among cells, at least: rows of a table are never so long. */
    private static final int PAGE = 24;

    private static final int REPEATED = 3;
    /** Characters of a line of running text, at least, that goes on over the end of a page. */
    private static final int LONG = 24;

    private static final Sought OPEN = Sought.of("[，、].*[\\u4e00-\\u9fa5，、]$");
    private static final Sought ENDED = Sought.of("[。；，]");

    private PageFurniture() {}

    /** The lines without those that belong to the pages; none of the lines is blank. */
    static List<SourceLine> cleared(List<SourceLine> lines) {
        Set<Integer> numbers = numbers(lines);
        if (numbers.isEmpty()) {
            return lines;
        }
        Set<String> headers = headers(lines, numbers);
        List<SourceLine> cleared = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            boolean header = isBeside(numbers, i, lines.size())
                    && headers.contains(lines.get(i).text().strip());
            if (!numbers.contains(i) && !header) {
                cleared.add(lines.get(i));
            }
        }
        return cleared;
    }

    private static Set<Integer> numbers(List<SourceLine> lines) {
        Set<Integer> numbers = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i).text().strip();
            if (NUMBERED.is(text) && isPage(text)) {
                numbers.add(i);
            }
        }
        numbers.addAll(counting(lines));
        numbers.addAll(evenlySpaced(lines));
        return numbers;
    }

    /** Bare numbers at equal distances, of which the first stands about as far down the text: 1 on line 39, 2 on 78, 3 on 117. */
    private static Set<Integer> evenlySpaced(List<SourceLine> lines) {
        Map<Integer, Integer> bare = new TreeMap<>();
        for (int i = 0; i < lines.size(); i++) {
            if (BARE.is(lines.get(i).text().strip())) {
                bare.put(lines.get(i).number(), i);
            }
        }
        for (int first : bare.keySet()) {
            for (int step = first; first >= PAGE && step <= first + 2; step++) {
                Set<Integer> pages = new HashSet<>();
                Integer at = bare.get(first);
                while (at != null && lines.get(at).text().strip().equals(String.valueOf(pages.size() + 1))) {
                    pages.add(at);
                    at = bare.get(first + step * pages.size());
                }
                if (pages.size() >= REPEATED) {
                    return pages;
                }
            }
        }
        return Set.of();
    }

    /** 4/12 is a page of all; 12/4 and 0/5 are figures. */
    private static boolean isPage(String text) {
        Matcher all = OF_ALL.in(text);
        return !all.matches()
                || (Integer.parseInt(all.group(1)) >= 1
                        && Integer.parseInt(all.group(1)) <= Integer.parseInt(all.group(2)));
    }

    /** Bare numbers, each one more than the last, far apart and among lines that are no cells. */
    private static Set<Integer> counting(List<SourceLine> lines) {
        List<Integer> longest = List.of();
        Map<Integer, List<Integer>> endingWith = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i).text().strip();
            if (!BARE.is(text) || isCell(lines, i - 1) || isCell(lines, i + 1)) {
                continue;
            }
            int number = Integer.parseInt(text);
            List<Integer> before = endingWith.getOrDefault(number - 1, List.of());
            List<Integer> chain = new ArrayList<>();
            if (!before.isEmpty() && i - before.get(before.size() - 1) > BODY) {
                chain.addAll(before);
            }
            chain.add(i);
            endingWith.put(number, chain);
            longest = chain.size() > longest.size() ? chain : longest;
        }
        boolean few = !longest.isEmpty()
                && lines.get(longest.get(0)).text().strip().equals("1")
                && longest.stream().anyMatch(at -> isWithinSentence(lines, at));
        return longest.size() >= REPEATED || few ? new HashSet<>(longest) : Set.of();
    }

    /** 完成任务 2 11,500人的99.83%。: a number alone between a long line that ends no sentence and the line that goes on. */
    private static boolean isWithinSentence(List<SourceLine> lines, int at) {
        String before = at == 0 ? "" : lines.get(at - 1).text().strip();
        String after = at + 1 >= lines.size() ? "" : lines.get(at + 1).text().strip();
        return before.length() >= LONG && OPEN.isIn(before) && ENDED.isIn(after);
    }

    private static boolean isCell(List<SourceLine> lines, int at) {
        return at >= 0 && at < lines.size() && CELL.is(lines.get(at).text().strip());
    }

    /** What stands again and again just before or after a page number. */
    private static Set<String> headers(List<SourceLine> lines, Set<Integer> numbers) {
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!numbers.contains(i) && isBeside(numbers, i, lines.size())) {
                counts.merge(lines.get(i).text().strip(), 1, Integer::sum);
            }
        }
        Set<String> headers = new HashSet<>();
        counts.forEach((text, count) -> {
            boolean words = text.chars().anyMatch(character -> character >= 0x4E00 && character <= 0x9FA5);
            if (count >= REPEATED && words) {
                headers.add(text);
            }
        });
        return headers;
    }

    private static boolean isBeside(Set<Integer> numbers, int at, int lines) {
        return (at > 0 && numbers.contains(at - 1)) || (at + 1 < lines && numbers.contains(at + 1));
    }
}
