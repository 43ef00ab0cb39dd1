package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claim;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/**
 * Parts of a whole that an earlier sentence or paragraph gives: 税收收入分税种看：增值税4125万元，企业所得税1360万元…; 从支出结构看，人员经费…，公用经费…. The whole is
 * the figure of that name, or where none is named the one that the parts make up but for a slip.
 */
final class NamedBreakdown implements Relation {

    private static final Sought PARTS = Sought.of(
            Pattern.compile(
                    "(?:^|[。；，：）])(?<name>[\\u4e00-\\u9fa5“”]{0,12}?)(?:中|里)?，?(?:分|按|从)(?<by>[\\u4e00-\\u9fa5]{1,12}?)(?:来看|来分|看|分析|划分|构成|分类|分|统计)[：，]"
                            + "|(?:^|[。；])(?<inner>[\\u4e00-\\u9fa5“”]{3,12})(?:中|里)，"
                            + "|(?:^|[。；，])(?<batches>[\\u4e00-\\u9fa5]{0,6}?)分(?:为|成)?[两三四五六七八九](?:批|期|次|笔|年|块|部分|档)[^，。；：\\d]{0,8}[：，]"));
    private static final Pattern ENDS = Pattern.compile("[。！]|合计|共计|总计|其中");
    private static final Sought SOME =
            Sought.of("主要(?![^\\d；。]*(?:[；。]|$))|部分|(?<![高中平同优])等(?![级次候待于])|以上|最|前[一二三四五六七八九十\\d]");

    /** How many paragraphs back the whole may stand. */
    private static final int BACK = 6;

    @Override
    public String name() {
        return "named-breakdown";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        List<Passage> passages = claims.passages();
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            Matcher words = PARTS.in(passage);
            while (words.find()) {
                List<Claim> parts = parts(claims.claims(passage), passage, words.end());
                if (parts.size() >= 2) {
                    List<Claim> before = new ArrayList<>();
                    for (Passage near : passages.subList(Math.max(0, i - BACK), i)) {
                        before.addAll(claims.claims(near));
                    }
                    int start = words.start();
                    claims.claims(passage).stream()
                            .filter(claim -> claim.figure().end() <= start)
                            .forEach(before::add);
                    told(before, parts, name(words)).ifPresent(ledger::checkUnlessKnown);
                }
            }
        }
    }

    private static String name(Matcher words) {
        return Optional.ofNullable(words.group("name"))
                .or(() -> Optional.ofNullable(words.group("inner")))
                .or(() -> Optional.ofNullable(words.group("batches")))
                .orElse("");
    }

    /** The amounts or numbers of the sentence, one after each name. */
    private static List<Claim> parts(List<Claim> all, Passage passage, int from) {
        Matcher ends = ENDS.matcher(passage.text());
        int end = ends.find(from) ? ends.start() : passage.text().length();
        List<Claim> parts = new ArrayList<>();
        for (Claim claim : all) {
            Figure figure = claim.figure();
            boolean within = figure.start() >= from && figure.end() <= end;
            if (!within || figure.kind() == Figure.Kind.PERCENT) {
                continue;
            }
            if (!Addable.is(passage, figure)) {
                continue;
            }
            boolean alike = parts.isEmpty() || figure.isLike(parts.get(0).figure());
            if (figure.nearness() != Figure.Nearness.EXACT) {
                return List.of();
            }
            if (alike) {
                parts.add(claim);
            }
        }
        return SOME.isIn(passage.text().substring(from, end)) ? List.of() : parts;
    }

    private static Optional<Check> told(List<Claim> before, List<Claim> parts, String name) {
        List<Figure> figures = parts.stream().map(Claim::figure).toList();
        Claim called = null;
        Claim slip = null;
        for (int i = before.size() - 1; i >= 0; i--) {
            Claim whole = before.get(i);
            if (!mayBe(whole.figure(), figures)) {
                continue;
            }
            Equation equation = new Equation(whole.figure(), Side.of(figures), Side.ONE);
            if (Near.tight(equation)) {
                return check(whole, figures);
            }
            boolean near = Near.within(equation, 10);
            boolean named = near && name.length() >= 2 && whole.label().endsWith(name);
            called = called == null && named ? whole : called;
            boolean exchanged = near && figures.size() >= 3 && PartsOfWhole.isExchanged(equation);
            slip = slip == null && exchanged ? whole : slip;
        }
        Claim whole = called == null ? slip : called;
        return whole == null ? Optional.empty() : check(whole, figures);
    }

    /** Whether a figure is of the kind of the parts and more than each. */
    private static boolean mayBe(Figure whole, List<Figure> parts) {
        return whole.isLike(parts.get(0))
                && whole.nearness() == Figure.Nearness.EXACT
                && parts.stream().allMatch(part -> part.value().compareTo(whole.value()) < 0);
    }

    private static Optional<Check> check(Claim whole, List<Figure> parts) {
        return PartsOfWhole.judged(whole.figure(), parts, "", "", whole.label()).map(ClosingTotal::asSum);
    }
}
