package org.jizhun.auditor.claim;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.problem.Result;
import org.jizhun.kernel.yaml.YamlNode;

/** The alias data {@code measures.yaml}: what headings mean, and what must hold within one row. */
public final class Measures {

    private static final Measures STANDARD = read();
    private static final Sought DECORATION = Sought.of(
            "（[^）]*(?:元|%|分|[A-Z]|[＋+\\-/=×*])[^）]*）|\\d{4}年度?|[（]?[A-Z](?:[=+\\-/*×A-Z0-9%]*)[）]?$|[①-⑳=+\\-/×÷*%:：]+$");

    /**
     * A formula of one row.
     *
     * @param over divisors, the first one present counts; empty for a sum or difference
     * @param unless measures whose presence makes another formula the right one
     */
    public record RowFormula(
            String result,
            String code,
            Kind kind,
            List<String> plus,
            List<String> minus,
            List<String> over,
            List<String> unless) {}

    private final Map<String, String> measureByWord = new HashMap<>();
    /** Words that are a measure only where nothing else stands in the heading. */
    private final Map<String, String> measureByHeading = new HashMap<>();

    private final List<RowFormula> formulas = new ArrayList<>();
    private final List<String> totals;
    /** The characters one of which every total holds. */
    private final String totalEndings;

    private int longest;
    /** The lengths of the words that end with a character, as bits: most characters end none. */
    private final Map<Character, Integer> lengths = new HashMap<>();

    private Measures(YamlNode root) {
        YamlNode measures = root.get("measures").orElseThrow();
        for (String measure : measures.keys()) {
            for (YamlNode word : measures.items(measure)) {
                if (measureByWord.put(word.text(), measure) != null) {
                    throw new IllegalStateException("two measures for one word: " + word.text());
                }
                int length = word.text().length();
                longest = Math.max(longest, length);
                lengths.merge(word.text().charAt(length - 1), 1 << length, (one, two) -> one | two);
            }
        }
        YamlNode headings = root.get("headings").orElseThrow();
        headings.keys().forEach(word -> measureByHeading.put(word, headings.text(word, "")));
        for (YamlNode formula : root.items("formulas")) {
            formulas.add(new RowFormula(
                    formula.text("result", ""),
                    formula.text("code", ""),
                    Kind.valueOf(formula.text("kind", "")
                            .toUpperCase(java.util.Locale.ROOT)
                            .replace('-', '_')),
                    texts(formula, "plus"),
                    texts(formula, "minus"),
                    texts(formula, "over"),
                    texts(formula, "unless")));
        }
        totals = texts(root, "totals");
        totalEndings = totals.stream()
                .map(total -> total.substring(total.length() - 1))
                .distinct()
                .collect(Collectors.joining());
    }

    public static Measures standard() {
        return STANDARD;
    }

    public List<RowFormula> formulas() {
        return formulas;
    }

    /** The measure a label ends with. */
    public Optional<Ending> ending(String label) {
        int known = label.isEmpty() ? 0 : lengths.getOrDefault(label.charAt(label.length() - 1), 0);
        for (int length = Math.min(longest, label.length()); known != 0 && length > 0; length--) {
            String measure =
                    (known & (1 << length)) == 0 ? null : measureByWord.get(label.substring(label.length() - length));
            if (measure != null) {
                return Optional.of(new Ending(measure, label.substring(0, label.length() - length)));
            }
        }
        return Optional.empty();
    }

    /** A measure and what stands before its word. */
    public record Ending(String measure, String before) {}

    /** 预计全年支出 is no 支出 yet, and 上年同期执行率 not this year's. */
    private static final Sought OTHERWISE = Sought.of("预计|预测|拟|测算|上年|去年|上一年|同期|下年|次年");

    private static final Sought SPENT = Sought.of("(?:实际)?(?:支出|执行)(?:数|额|金额)?(?:（[^）]*）)?");
    private static final Sought OF_TOTAL = Sought.of("^[一二三四五六七八九十\\d]+[、.]|（[^）]*）|[:：]$");

    private static final Sought PERIOD = Sought.of(
            "^(?:\\d{4}年)?(?:\\d{1,2}[-—～~至]\\d{1,2}月份?|截[至止]\\d{1,2}月[底末]?(?:\\d{1,2}日)?|上半年|前[一二三]季度|累计)+(?:累计)?");

    /** The measure of a column heading, decorations such as units and letters taken off. */
    public Optional<String> ofHeading(String heading) {
        String plain = heading.replace(" ", "");
        String whole = measureByHeading.get(plain);
        if (whole != null) {
            return Optional.of(whole);
        }
        Matcher period = PERIOD.in(plain);
        if (period.find() && SPENT.is(plain.substring(period.end()))) {
            return Optional.of("actual");
        }
        for (int round = 0; round < 3; round++) {
            Optional<Ending> found = ending(plain);
            if (found.isPresent()) {
                return found.filter(ending -> !OTHERWISE.isIn(ending.before()) && !isOfContract(ending))
                        .map(Ending::measure);
            }
            if (isWord(plain)) {
                return Optional.empty();
            }
            plain = DECORATION.replaceAll(plain, "");
        }
        return ending(plain).map(Ending::measure);
    }

    /** 合同支付率 is of what the contracts come to and not of the budget. */
    private static boolean isOfContract(Ending ending) {
        return ending.measure().equals("execution-rate") && ending.before().endsWith("合同");
    }

    /** Whether a heading has Chinese characters only, so that no decoration can be taken off. */
    private static boolean isWord(String heading) {
        for (int i = 0; i < heading.length(); i++) {
            if (heading.charAt(i) < '\u4e00' || heading.charAt(i) > '\u9fa5') {
                return false;
            }
        }
        return true;
    }

    public boolean isTotal(String label) {
        if (totalEndings.chars().noneMatch(ending -> label.indexOf(ending) >= 0)) {
            return false;
        }
        String plain = OF_TOTAL.replaceAll(label.replace(" ", ""), "");
        return totals.contains(plain)
                || (plain.endsWith("合计") && plain.length() <= 8)
                || (plain.endsWith("总计") && plain.length() <= 8);
    }

    private static List<String> texts(YamlNode node, String key) {
        return node.items(key).stream().map(YamlNode::text).toList();
    }

    private static Measures read() {
        try (InputStream in = Measures.class.getResourceAsStream("measures.yaml")) {
            if (in == null) {
                throw new IllegalStateException("missing resource: measures.yaml");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Result<YamlNode> root = YamlNode.parse("measures.yaml", text);
            if (root.hasErrors()) {
                throw new IllegalStateException("measures.yaml: " + root.problems());
            }
            return new Measures(root.value());
        } catch (IOException unreadable) {
            throw new IllegalStateException("unreadable resource: measures.yaml", unreadable);
        }
    }
}
