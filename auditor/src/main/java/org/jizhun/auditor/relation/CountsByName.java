package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/** One thing counted place by place: 辖42个村民小组…柳沟村1862人、7个组；上湾村1245人、5个组；… The numbers called the same make up the one before. */
final class CountsByName implements Relation {

    /** The name right behind a number: 个【村民小组】, 个【组】. */
    private static final Sought NAME = Sought.of("^(?<name>[\\u4e00-\\u9fa5]{1,8}?)(?=[，。；、（）]|$)");

    private static final int LEAST = 3;

    @Override
    public String name() {
        return "counts-by-name";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            List<Mention> mentions = claims.mentions(passage);
            Map<String, List<Mention>> parts = new LinkedHashMap<>();
            for (Mention mention : mentions) {
                Matcher name = NAME.in(mention.after());
                boolean part = mention.figure().kind() == Figure.Kind.COUNT
                        && mention.figure().nearness() == Figure.Nearness.EXACT
                        && name.find();
                if (part) {
                    parts.computeIfAbsent(mention.figure().thing() + name.group("name"), key -> new ArrayList<>())
                            .add(mention);
                }
            }
            parts.values().stream().filter(same -> same.size() >= LEAST).forEach(same -> sum(same, mentions, ledger));
        }
    }

    private static void sum(List<Mention> parts, List<Mention> mentions, Ledger ledger) {
        Mention first = parts.get(0);
        Matcher own = NAME.in(first.after());
        String name = own.find() ? own.group("name") : "";
        for (int i = mentions.indexOf(first) - 1; i >= 0; i--) {
            Mention total = mentions.get(i);
            Matcher called = NAME.in(total.after());
            boolean whole = total.isLike(first)
                    && called.find()
                    && called.group("name").endsWith(name)
                    && called.group("name").length() > name.length();
            if (whole) {
                List<Figure> figures = parts.stream().map(Mention::figure).toList();
                Check check = Checks.sum(Kind.SUM, called.group("name"), total.figure(), figures);
                boolean slip = check.equation()
                        .expected()
                        .filter(right -> NearMisses.isDigitSlip(total.figure(), right))
                        .isPresent();
                if (check.equation().judge() != Verdict.DIFFERS || slip) {
                    ledger.check(check);
                }
                return;
            }
        }
    }
}
