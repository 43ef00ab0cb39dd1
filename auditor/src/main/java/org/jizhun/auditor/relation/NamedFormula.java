package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * A formula stated in words, 公用经费控制率=实际支出公用经费总额÷预算安排公用经费总额×100%, applied to the figures that the same
 * section gives under these names.
 */
final class NamedFormula implements Relation {

    private static final String NAME = "[\\u4e00-\\u9fa5“”\"][\\u4e00-\\u9fa5“”\"（）、]{1,30}?";
    private static final Sought FORMULA = Sought.of(
            Pattern.compile(
                    "(?<result>[\\u4e00-\\u9fa5“”]{2,20}?)(?:=|按照?“)[（\\[]?(?<first>" + NAME + ")(?:-(?<second>" + NAME
                            + "))?[）\\]]?[÷/][（\\[]?(?<over>" + NAME
                            + ")(?:[×*](?<times>\\d{2,3}))?[）\\]]?(?=[×*=。，；”]|$)"),
            "=“",
            "÷/");
    private static final int NEXT = 3;
    /** Characters between a formula and its result. */
    private static final int BEHIND = 24;

    @Override
    public String name() {
        return "named-formula";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        List<Passage> passages = claims.passages();
        for (int i = 0; i < passages.size(); i++) {
            Matcher matcher = FORMULA.in(passages.get(i).text());
            while (matcher.find()) {
                List<Mention> mentions = new ArrayList<>();
                for (Passage near : passages.subList(i, Math.min(passages.size(), i + NEXT))) {
                    mentions.addAll(claims.mentions(near));
                }
                if (matcher.group("times") == null) {
                    apply(matcher, mentions, ledger);
                } else {
                    timed(matcher, claims.mentions(passages.get(i)), claims, ledger);
                }
            }
        }
    }

    /** 病床使用率按“实际占用总床日数÷（实际开放床位×365）×100%”计算，为96.75%: the result stands behind, its figures anywhere. */
    private static void timed(Matcher matcher, List<Mention> mentions, Claims claims, Ledger ledger) {
        Optional<Figure> result = mentions.stream()
                .map(Mention::figure)
                .filter(figure -> figure.start() > matcher.end()
                        && figure.kind() == Figure.Kind.PERCENT
                        && !figure.value().equals(Exact.ONE))
                .findFirst();
        Optional<Figure> first = only(claims, matcher.group("first"));
        Optional<Figure> over = only(claims, matcher.group("over"));
        if (result.isEmpty()
                || first.isEmpty()
                || over.isEmpty()
                || result.get().start() - matcher.end() > BEHIND) {
            return;
        }
        Exact times = Exact.parse(matcher.group("times"));
        ledger.check(new Check(
                Kind.RATIO,
                "rate-differs",
                matcher.group("result"),
                first.get().text() + " ÷ (" + over.get().text() + " × " + matcher.group("times") + ")",
                new Equation(result.get(), Side.of(first.get()), new Side(Map.of(over.get(), times), Exact.ZERO))));
    }

    /** The figure that the document gives under a name, if it gives one value only. */
    private static Optional<Figure> only(Claims claims, String name) {
        List<Figure> called = new ArrayList<>();
        String wanted = plain(name);
        for (Passage passage : claims.passages()) {
            for (Mention mention : claims.mentions(passage)) {
                if (plain(Sought.kept("(?:共|共计|合计)?(?:为|是|达|：|=)*$").replaceAll(mention.before(), ""))
                        .endsWith(wanted)) {
                    called.add(mention.figure());
                }
            }
        }
        boolean one = called.stream()
                .allMatch(figure -> figure.value().equals(called.get(0).value()));
        return one ? called.stream().findFirst() : Optional.empty();
    }

    private static void apply(Matcher matcher, List<Mention> mentions, Ledger ledger) {
        Optional<Mention> result = named(matcher.group("result"), mentions, true);
        Optional<Mention> first = named(matcher.group("first"), mentions, false);
        Optional<Mention> over = named(matcher.group("over"), mentions, false);
        String second = matcher.group("second");
        if (result.isEmpty()
                || first.isEmpty()
                || over.isEmpty()
                || result.get().figure().kind() != Figure.Kind.PERCENT) {
            return;
        }
        Optional<Mention> minus = second == null ? Optional.empty() : named(second, mentions, false);
        boolean alike = first.get().isLike(over.get())
                && !first.get().figure().equals(over.get().figure());
        if (!alike || over.get().figure().value().isZero() || (second != null && minus.isEmpty())) {
            return;
        }
        Side top = Side.of(first.get().figure());
        Side whole = minus.map(Mention::figure).map(top::minus).orElse(top);
        String text = first.get().figure().text()
                + minus.map(other -> " - " + other.figure().text()).orElse("");
        boolean change = Sought.kept(".*(?:变动|增长|增减|下降).*").is(matcher.group("result"));
        ledger.check(new Check(
                change ? Kind.YOY : Kind.RATIO,
                change ? "growth-differs" : "rate-differs",
                matcher.group("result"),
                (minus.isPresent() ? "(" + text + ")" : text) + " ÷ "
                        + over.get().figure().text(),
                new Equation(result.get().figure(), whole, Side.of(over.get().figure()))));
    }

    /** The figure that stands right after a name; a result may be named by the end of its name. */
    private static Optional<Mention> named(String name, List<Mention> mentions, boolean result) {
        String wanted = plain(name);
        for (Mention mention : mentions) {
            String label = plain(Sought.kept("(?:共|共计|合计)?(?:为|是|达|：|=)*$").replaceAll(mention.before(), ""));
            boolean full = label.endsWith(wanted) || (label.length() >= 4 && wanted.endsWith(label));
            boolean end = result && label.length() >= 3 && wanted.endsWith(label);
            if (full || end) {
                return Optional.of(mention);
            }
        }
        return Optional.empty();
    }

    private static String plain(String name) {
        return Sought.kept("^(?:其中|我[局委办部厅]|本部门|本单位)")
                .replaceAll(
                        Sought.kept("(?<=.{3})(?:总金额|总额|数额|金额|总数|数)$")
                                .replaceAll(Sought.kept("[“”\"（）]").replaceAll(name, ""), ""),
                        "");
    }
}
