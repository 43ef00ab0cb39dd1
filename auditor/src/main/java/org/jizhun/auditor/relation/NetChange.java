package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/** What rose less what fell: 增加支出112.40万元，增加305.00万元，减少21.65万元，相抵后净增加395.75万元. */
final class NetChange {

    /** Characters before a figure in which it is said to be what is left of changes. */
    private static final int WORDS = 16;

    /** 三项相抵，净增加; 增减相抵后. */
    private static final Sought NET = Sought.of("相抵|净[增减]");

    private static final Sought ROSE = Sought.of("(?:增加|新增|追加|多支|调增)[^，。；、\\d]{0,10}$");

    private static final Sought FELL = Sought.of("(?:减少|压减|核减|少支|调减|下降)[^，。；、\\d]{0,10}$");

    private NetChange() {}

    static Optional<Check> of(Told told, List<Told> own) {
        String text = told.text();
        int from = Math.max(0, told.figure().start() - WORDS);
        if (!NET.isIn(text.substring(from, told.figure().start()))) {
            return Optional.empty();
        }
        Map<Figure, Exact> weights = new LinkedHashMap<>();
        Exact sum = Exact.ZERO;
        List<Figure> rose = new ArrayList<>();
        List<Figure> fell = new ArrayList<>();
        for (Told other : own) {
            String before = other.mention().before();
            boolean up = other.role() == Role.RISE || ROSE.isIn(before);
            boolean down = other.role() == Role.FALL || FELL.isIn(before);
            if (other.isBefore(told) && other.isLike(told) && up != down) {
                (up ? rose : fell).add(other.figure());
                weights.put(other.figure(), up == (told.role() == Role.RISE) ? Exact.ONE : Exact.of(-1));
                sum = sum.plus(other.figure().value());
            }
        }
        if (rose.isEmpty() || fell.isEmpty()) {
            return Optional.empty();
        }
        boolean up = told.role() == Role.RISE;
        Check check = new Check(
                Kind.SUM,
                "sum-differs",
                "",
                Formulas.combined(up ? rose : fell, up ? fell : rose),
                new Equation(told.figure(), new Side(weights, Exact.ZERO), Side.ONE));
        boolean added = told.figure().rounded().holds(sum);
        return Optional.of(check).filter(any -> Near.tight(any.equation()) || added || Likely.isSlip(any.equation()));
    }
}
