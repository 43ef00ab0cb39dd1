package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Claim;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Sentence;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Sought;

/** A change told from one figure to the other: 由上年的320件下降到256件，降幅20%; 由18家增加到21家，增加3家. */
final class FromTo {

    private static final Sought MOVED = Sought.of(
            "(?:/[^，。；\\d]{1,4}?)?起?，?(增长|增加|上升|提高|提升|扩大|扩增|上涨|下降|减少|降低|压减|压缩|缩减|降|升|增|减)(?:到了?|至|为)(?:(?:(?:19|20)\\d{2}|今|本)年度?的?)?");

    private FromTo() {}

    /** 由上年的320件下降到256件，降幅20%. */
    static void enter(Sentence sentence, Ledger ledger) {
        List<Claim> claims = sentence.claims();
        for (int i = 0; i + 2 < claims.size(); i++) {
            Figure from = claims.get(i).figure();
            Figure to = claims.get(i + 1).figure();
            Figure rate = claims.get(i + 2).figure();
            String text = sentence.passage().text();
            Matcher moved = MOVED.in(text.substring(from.end(), to.start()));
            String before = text.substring(to.end(), rate.start());
            changed(from, to, rate, moved, before, ledger);
            if (i + 3 < claims.size() && rate.isLike(to) && moved.matches()) {
                before = text.substring(rate.end(), claims.get(i + 3).figure().start());
                rate = claims.get(i + 3).figure();
            }
            boolean changed = (YearComparison.UP.matcher(before).find()
                            || YearComparison.DOWN.matcher(before).find())
                    && !AverageGrowth.isNamed(before);
            if (YearComparison.isMeasured(from)
                    && from.kind() == to.kind()
                    && from.unit().equals(to.unit())
                    && moved.matches()
                    && changed
                    && rate.kind() == Figure.Kind.PERCENT
                    && before.length() <= 10) {
                boolean up = YearComparison.UP.matcher(before).find();
                new YearComparison(to, Optional.of(from), Optional.empty(), Optional.of(rate), up).enter(ledger);
            }
        }
    }

    /** 由18家增加到21家，增加3家. */
    private static void changed(Figure from, Figure to, Figure change, Matcher moved, String before, Ledger ledger) {
        boolean words = YearComparison.UP.matcher(before).find()
                || YearComparison.DOWN.matcher(before).find();
        boolean like = YearComparison.isMeasured(from) && from.isLike(to) && to.isLike(change) && before.length() <= 6;
        if (moved.matches() && words && like) {
            boolean up = to.value().compareTo(from.value()) > 0;
            Figure more = up ? to : from;
            Figure less = up ? from : to;
            ledger.check(Checks.difference(Kind.YOY, "", change, more, less));
        }
    }
}
