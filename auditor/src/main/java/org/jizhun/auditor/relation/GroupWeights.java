package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Numerals;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * Weights of running text, by name, beside those that the document gives the same groups in its score table or where it scores them: of parts that do
 * not make up their whole the one is wrong that weighs otherwise there, and none that weighs the same.
 */
final class GroupWeights {

    /** 决策、过程、产出、效益4个一级指标: as many names as are counted behind them. */
    private static final Sought COUNTED = Sought.of(
            "(?<names>[\\u4e00-\\u9fa5]{2,14}(?:[、和及与][\\u4e00-\\u9fa5]{2,10}?){2,7})(?:等)?(?<count>[三四五六七八3-8])(?:个|类|项|大类|个?方面|个?维度|个?部分)");

    private static final Sought LEAD = Sought.of("^.*(?:由|包括|包含|分为?|含|设有?|设置|涵盖|围绕|从)(?=[\\u4e00-\\u9fa5]{2})");
    private static final Sought ENDED = Sought.of("[。；]");
    private static final int ALIKE = 2;

    /** One part of a whole, by the name it is told with. */
    record Part(Figure figure, String name) {

        Optional<ScoreBook.Points> elsewhere(ScoreBook book) {
            return name.isEmpty() ? Optional.empty() : book.weightBeside(name, figure);
        }

        boolean isConfirmed(ScoreBook book) {
            return elsewhere(book)
                    .filter(points -> points.value().equals(figure.value()))
                    .isPresent();
        }
    }

    private GroupWeights() {}

    /** Names of as many parts as are counted in the sentence before some figures told in their order; empty where there are none. */
    static List<String> namesBefore(String text, int count) {
        Matcher counted = COUNTED.in(text);
        List<String> names = List.of();
        while (counted.find()) {
            List<String> own = new ArrayList<>();
            for (String name : counted.group("names").split("[、和及与]", -1)) {
                own.add(ScoreNames.plain(own.isEmpty() ? LEAD.replaceFirst(name, "") : name));
            }
            boolean all = own.size() == count
                    && Numerals.count(counted.group("count")) == count
                    && !ENDED.isIn(text.substring(counted.end()));
            names = all ? own : names;
        }
        return names;
    }

    /** The only part that weighs otherwise elsewhere, held against that, where with it the parts make up their whole. */
    static Optional<Check> wrong(List<Part> parts, Exact whole, ScoreBook book) {
        List<Part> other = new ArrayList<>();
        Exact sum = Exact.ZERO;
        int alike = 0;
        for (Part part : parts) {
            Optional<ScoreBook.Points> points = part.elsewhere(book);
            boolean confirmed = part.isConfirmed(book);
            alike += confirmed ? 1 : 0;
            if (points.isPresent() && !confirmed) {
                other.add(part);
            }
            sum = sum.plus(
                    points.map(ScoreBook.Points::value).orElse(part.figure().value()));
        }
        if (other.size() != 1 || alike < ALIKE || !sum.equals(whole)) {
            return Optional.empty();
        }
        Part wrong = other.get(0);
        ScoreBook.Points right = wrong.elsewhere(book).orElseThrow();
        return Optional.of(new Check(
                Kind.WEIGHT,
                "sum-differs",
                wrong.name(),
                right.formula(),
                new Equation(wrong.figure(), right.side(), Side.ONE)));
    }
}
