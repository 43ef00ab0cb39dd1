package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
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

/**
 * A formula stated in words, 公用经费控制率=实际支出公用经费总额÷预算安排公用经费总额×100%, applied to the figures that the same
 * section gives under these names.
 */
final class NamedFormula implements Relation {

    private static final String NAME = "[\\u4e00-\\u9fa5“”\"][\\u4e00-\\u9fa5“”\"（）、]{1,30}?";
    private static final Sought FORMULA = Sought.of(
            Pattern.compile("(?<result>[\\u4e00-\\u9fa5“”]{2,20})=[（\\[]?(?<first>" + NAME + ")(?:-(?<second>" + NAME
                    + "))?[）\\]]?[÷/](?<over>" + NAME + ")[）\\]]?(?=[×*=。，；]|$)"),
            "=",
            "÷/");
    private static final int NEXT = 3;

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
                apply(matcher, mentions, ledger);
            }
        }
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
        boolean change = matcher.group("result").matches(".*(?:变动|增长|增减|下降).*");
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
            String label = plain(mention.before().replaceAll("(?:共|共计|合计)?(?:为|是|达|：|=)*$", ""));
            boolean full = label.endsWith(wanted) || (label.length() >= 4 && wanted.endsWith(label));
            boolean end = result && label.length() >= 3 && wanted.endsWith(label);
            if (full || end) {
                return Optional.of(mention);
            }
        }
        return Optional.empty();
    }

    private static String plain(String name) {
        return name.replaceAll("[“”\"（）]", "")
                .replaceAll("(?<=.{3})(?:总金额|总额|数额|金额|总数|数)$", "")
                .replaceAll("^(?:其中|我[局委办部厅]|本部门|本单位)", "");
    }
}
