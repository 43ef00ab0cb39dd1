package org.jizhun.bench.corpus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.kernel.calendar.WorkingDays;
import org.jizhun.kernel.quantity.Exact;

/** The figures and words of one rendering: assignments in order, {@code name = expression} or {@code name = one of a ¦ b}. */
final class Model {

    private static final Pattern FIGURE = Pattern.compile("\\{([^{}:$]+):([^{}]+)\\}");
    private static final Pattern WORD = Pattern.compile("\\{\\$(\\w+)\\}");
    private static final String CHOICE = "one of ";

    private final Map<String, Exact> values = new LinkedHashMap<>();
    private final Map<String, String> words = new LinkedHashMap<>();
    private final Arithmetic arithmetic;

    Model(List<String> assignments, long seed, WorkingDays calendar) {
        Random random = new Random(seed);
        arithmetic = new Arithmetic(values, random, calendar);
        for (String assignment : assignments) {
            String[] sides = assignment.split(" = ", 2);
            if (sides[1].startsWith(CHOICE)) {
                String[] choices = sides[1].substring(CHOICE.length()).split(" ¦ ", -1);
                words.put(sides[0], choices[(int) (seed % choices.length)]);
            } else {
                values.put(sides[0], arithmetic.evaluate(sides[1]));
            }
        }
    }

    /** The text with every figure and word put in. */
    String filled(String text) {
        String worded = WORD.matcher(text).replaceAll(word -> Matcher.quoteReplacement(word(word.group(1))));
        return FIGURE.matcher(worded)
                .replaceAll(figure ->
                        Matcher.quoteReplacement(Print.of(arithmetic.evaluate(figure.group(1)), figure.group(2))));
    }

    private String word(String name) {
        String word = words.get(name);
        if (word == null) {
            throw new IllegalArgumentException("unknown word " + name);
        }
        return word;
    }
}
