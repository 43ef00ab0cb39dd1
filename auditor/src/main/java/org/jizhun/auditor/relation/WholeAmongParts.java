package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;

/** A rate of the whole lies between those of its parts: 综合满意度92.6%，其中学员满意度91.2%，用人单位满意度90.0% is above both. */
final class WholeAmongParts {

    private static final Sought RATE = Sought.of("(?:率|度|比例)(?:分别|均|约)*(?:为|是|达到|达|：)?$");

    /** 全市公交准点率为, 综合满意度: the rate of all. */
    private static final Sought OF_ALL = Sought.of(
            "^，?(?:全[市区县省镇乡校院局州旗国部]|总体|整体|综合|平均|总|合计|全年|全部|汇总|加权)[^，。；\\d]{0,16}(?:率|度|比例)(?:均|约)*(?:为|是|达到?|：)?$");

    private static final Sought WHOLE_OF = Sought.of("^，?其中[：，]?");

    private static final Sought JOINED = Sought.of("[、和与及]");

    private WholeAmongParts() {}

    /** What joins the parts of a list: 、, 和. */
    static boolean isJoined(Mention part) {
        return JOINED.is(part.before());
    }

    /** 综合满意度92.6%，其中学员满意度91.2%，用人单位满意度90.0%: above both parts. */
    static void before(List<Mention> mentions, int at, String text, Ledger ledger) {
        Mention whole = mentions.get(at);
        boolean rate = whole.figure().kind() == Figure.Kind.PERCENT && RATE.isIn(whole.before());
        boolean announced = WHOLE_OF.isIn(text.substring(whole.figure().end()));
        if (!rate || !announced || ledger.judged(whole.figure())) {
            return;
        }
        List<Figure> parts = new ArrayList<>();
        String word = word(whole);
        for (int i = at + 1; i < mentions.size(); i++) {
            Mention part = mentions.get(i);
            boolean same =
                    part.figure().kind() == Figure.Kind.PERCENT && word(part).equals(word);
            if (part.sentence() != whole.sentence() || (!same && part.figure().kind() == Figure.Kind.PERCENT)) {
                break;
            }
            if (same) {
                parts.add(part.figure());
            }
        }
        if (parts.size() >= 2) {
            mean(whole, parts, ledger);
        }
    }

    /** 三个片区准点率分别为91.4%、89.7%和93.2%，全市准点率为88.5%: parts told together, then the whole of the same name. */
    static void after(List<Mention> mentions, int at, Ledger ledger) {
        Mention whole = mentions.get(at);
        boolean rate = whole.figure().kind() == Figure.Kind.PERCENT
                && whole.figure().nearness() == Figure.Nearness.EXACT
                && OF_ALL.isIn(whole.before());
        if (!rate || at < 2 || ledger.judged(whole.figure())) {
            return;
        }
        List<Figure> parts = new ArrayList<>();
        int first = at - 1;
        while (first >= 0
                && mentions.get(first).figure().kind() == Figure.Kind.PERCENT
                && whole.sentence() - mentions.get(first).sentence() <= 1) {
            parts.add(0, mentions.get(first).figure());
            if (!isJoined(mentions.get(first))) {
                break;
            }
            first--;
        }
        boolean listed =
                first >= 0 && parts.size() >= 2 && mentions.get(first).before().contains("分别");
        if (listed && word(mentions.get(first)).equals(word(whole)) && isOutside(whole.figure(), parts)) {
            outside(whole.figure(), parts, ledger);
        }
    }

    private static void mean(Mention whole, List<Figure> parts, Ledger ledger) {
        Equation mean = new Equation(whole.figure(), Side.of(parts), Side.constant(Exact.of(parts.size())));
        if (mean.judge() != Verdict.DIFFERS) {
            ledger.check(new Check(Kind.AVERAGE, "mean-differs", "", "", mean));
        } else if (isOutside(whole.figure(), parts)) {
            outside(whole.figure(), parts, ledger);
        }
    }

    static boolean isOutside(Figure whole, List<Figure> parts) {
        Exact low = parts.stream()
                .map(part -> part.truncated().low().min(part.rounded().low()))
                .reduce(Exact::min)
                .orElseThrow();
        Exact high = parts.stream()
                .map(part -> part.truncated().high())
                .reduce(Exact::max)
                .orElseThrow();
        return whole.rounded().high().compareTo(low) < 0
                || whole.rounded().low().compareTo(high) > 0;
    }

    static void outside(Figure whole, List<Figure> parts, Ledger ledger) {
        Problem problem = Problem.of(
                "whole-outside-parts",
                Place.NONE,
                "stated",
                whole.text(),
                "parts",
                parts.stream()
                        .map(Figure::text)
                        .reduce((one, two) -> one + "、" + two)
                        .orElse(""));
        ledger.find(Finding.of(
                Kind.WEIGHTED_MEAN,
                whole.text(),
                Optional.empty(),
                problem,
                whole.spot(),
                parts.stream().map(Figure::spot).toList()));
    }

    /** The last two characters of what is measured. */
    private static String word(Mention mention) {
        String plain = Sought.kept("(?:分别|均|约)*(?:为|是|达到|达|：)?$").replaceAll(mention.before(), "");
        return plain.substring(Math.max(0, plain.length() - 2));
    }
}
