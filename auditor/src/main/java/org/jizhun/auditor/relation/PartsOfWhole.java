package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/** Whether parts that do not make up a whole are all of its parts, and which figure is the one to tell. */
final class PartsOfWhole {

    private static final Sought SOME = Sought.of("主要(?!领导|负责)|部分|其余(?:为|是|属)|(?<![高中平同优])等(?![级次候待于])");

    /** 主要包括工资、津贴补贴等 explains a part and names no other: no figure stands in it. */
    private static final Sought EXPLAINED = Sought.of("，?主要(?:包括|用于|是|为|有|由于|系)?[^\\d；。]*(?=[；。])|（[^）]*）");

    private static final Sought REST = Sought.of("(?:余款|尾款|剩余款项?|剩余资金|(?<=[，、；：])余额|其余)(?:为|共|支付)?$");
    /** 其他支出125.76万元 as the last part: what is left over. */
    private static final Sought OTHERS = Sought.of("(?:其他|其它)[^，。；、\\d]{0,8}$");

    /** ，其余为草地、水域等: more parts, which have no figure. */
    private static final Sought OPEN_REST =
            Sought.of("^(?:（[^（）]{0,12}）)?[，、；](?:其余|剩余|余下|(?:其他|其它)(?![^，。；]{0,8}(?:主要|是指|系|包括)))[^\\d。；]*(?:[。；]|$)");

    private static final Sought ANNOUNCED = Sought.of("其中|包括|由|分别");

    private static final Sought NAME = Sought.of("（?[^（），。；、\\d]{0,6}）?[、，；][^，。；、\\d]{1,16}");

    /** Nobody is of two of these. */
    private static final Sought STAFF =
            Sought.of("(?:行政|事业|参公|工勤|编外|聘用|临聘|合同制|在职|离休|退休|男性?|女性?|城镇|城市|农村|会计师|工程师|专家|助理)(?:编制|人员|类|职工|管理|工作|助手)*$");

    private static final int KINDS = 3;

    private static final int REST_WORDS = 60;

    private PartsOfWhole() {}

    /** Whether the words behind the last part name more of them: 等; ，其余为草地、水域等. */
    static boolean leavesRest(String text, int end) {
        return text.startsWith("等", end)
                || OPEN_REST.isIn(text.substring(end, Math.min(text.length(), end + REST_WORDS)));
    }

    /**
     * The sum as it is told.
     *
     * @param words from what announces the parts to the last of them
     */
    static Optional<Check> judged(Figure total, List<Figure> parts, String words, String measure, String label) {
        Equation equation = new Equation(total, Side.of(parts), Side.ONE);
        Exact sum = equation.expected().orElseThrow();
        boolean above = sum.compareTo(total.rounded().high()) > 0;
        Exact part = total.value().isZero() ? Exact.ZERO : sum.dividedBy(total.value());
        boolean within = part.compareTo(Exact.ofDecimal(90, 2)) >= 0 && part.compareTo(Exact.ofDecimal(115, 2)) <= 0;
        boolean nearly = isThings(total)
                && part.compareTo(Exact.ofDecimal(84, 2)) >= 0
                && !above
                && (isDigitSlip(equation) || part.compareTo(Exact.ofDecimal(90, 2)) >= 0);
        boolean people = total.kind() == Figure.Kind.COUNT && !isThings(total);
        boolean some = isSome(words) || (people && words.contains("；"));
        boolean oneKind =
                isThings(total) || (people && !some && parts.size() == 2 && !words.contains("另") && endAlike(parts));
        // people and households: 企业1068户，个体3110户 of 4215户 may well leave some out
        within &= !isThings(total) || above || equation.judge() != Verdict.DIFFERS || isDigitSlip(equation);
        within &= !people || above || equation.judge() != Verdict.DIFFERS || isDigitSlip(equation);
        boolean near = within || nearly || (above && oneKind && part.compareTo(Exact.ofDecimal(140, 2)) <= 0);
        above &= !some || total.kind() != Figure.Kind.COUNT;
        boolean told = (near && (!some || above)) || (!some && isExchanged(equation));
        // 其他用车2辆 closes the list: nothing is left out
        told |= !some
                && OTHERS.isIn(last(parts))
                && isThings(total)
                && isDigitSlip(equation)
                && part.compareTo(Exact.ofDecimal(5, 1)) > 0;
        // so many digits come out but for one by no accident, and more than the whole is never part of it
        told |= !some
                && total.kind() != Figure.Kind.POINTS
                && (Likely.isDigitSlip(equation)
                        || (above && ANNOUNCED.begins(words) && isListed(parts) && isDigitSlip(equation)));
        told |= !some && ANNOUNCED.begins(words) && areOneKind(parts) && isDigitSlip(equation);
        boolean totalInWrongUnit = total.kind() == Figure.Kind.AMOUNT && !some && NearMisses.isWrongUnit(total, sum);
        told |= totalInWrongUnit;
        Optional<Figure> inWrongUnit = told || some ? Optional.empty() : inWrongUnit(equation);
        if (equation.judge() == Verdict.DIFFERS && !told && inWrongUnit.isEmpty()) {
            return Optional.empty();
        }
        Kind kind = total.kind() == Figure.Kind.POINTS
                ? Kind.ROLLUP
                : total.kind() == Figure.Kind.COUNT ? Kind.BREAKDOWN : Kind.SUM;
        String subject = label.isEmpty() ? measure : label;
        if (inWrongUnit.isPresent()) {
            Figure wrong = inWrongUnit.get();
            List<Figure> others =
                    parts.stream().filter(other -> !other.equals(wrong)).toList();
            return Optional.of(rest(kind, total, others, wrong));
        }
        Figure last = parts.get(parts.size() - 1);
        if (isRest(last)) {
            return Optional.of(rest(kind, total, parts.subList(0, parts.size() - 1), last));
        }
        return Optional.of(new Check(kind, "sum-differs", subject, Formulas.sum(parts), equation));
    }

    /** 小学14家、公办幼儿园3家: nothing but names stands between the parts, and each is of a kind of its own. */
    private static boolean isListed(List<Figure> parts) {
        for (int i = 1; i < parts.size(); i++) {
            String between = parts.get(i)
                    .passage()
                    .text()
                    .substring(parts.get(i - 1).end(), parts.get(i).start());
            if (!NAME.is(between)) {
                return false;
            }
        }
        return isThings(parts.get(0)) || endAlike(parts) || parts.stream().allMatch(part -> STAFF.isIn(before(part)));
    }

    /** 东岭县4个、白石县4个、南坞县3个: three names or more that end alike leave out none. */
    private static boolean areOneKind(List<Figure> parts) {
        return parts.size() >= KINDS
                && isThings(parts.get(0))
                && isListed(parts)
                && parts.stream()
                                .map(part ->
                                        part.passage().text().substring(Math.max(0, part.start() - 1), part.start()))
                                .distinct()
                                .count()
                        == 1;
    }

    /** 行政人员36人、事业人员46人 are two kinds of one thing; 女性41人、党员36人 are not. */
    private static boolean endAlike(List<Figure> parts) {
        return parts.stream()
                        .map(part -> part.passage().text().substring(Math.max(0, part.start() - 2), part.start()))
                        .distinct()
                        .count()
                == 1;
    }

    /** 分三笔支付：首付60万元，验收后付90万元，余款50万元: what is left is worked out from the others. */
    static Check rest(Kind kind, Figure total, List<Figure> paid, Figure rest) {
        Side left = Side.of(total);
        for (Figure figure : paid) {
            left = left.minus(figure);
        }
        String formula = total.text()
                + paid.stream().map(figure -> " - " + figure.text()).reduce("", String::concat);
        return new Check(kind, "sum-differs", "", formula, new Equation(rest, left, Side.ONE));
    }

    /** The part that would make the sum right in another unit: 400万元 for 4000万元. */
    private static Optional<Figure> inWrongUnit(Equation equation) {
        return equation.inputs().stream()
                .filter(part -> equation.solve(part, Map.of())
                        .filter(right -> NearMisses.isWrongUnit(part, right))
                        .isPresent())
                .findFirst();
    }

    /** Whether a figure with two of its digits exchanged makes the sum right. */
    static boolean isExchanged(Equation equation) {
        return equation.figures().stream()
                .anyMatch(figure -> equation.solve(figure, Map.of())
                        .filter(right -> NearMisses.isExchange(figure, right))
                        .isPresent());
    }

    /** Whether one digit, or two exchanged, of one figure makes the sum right. */
    private static boolean isDigitSlip(Equation equation) {
        return equation.figures().stream()
                .anyMatch(figure -> equation.solve(figure, Map.of())
                        .filter(right -> NearMisses.isDigitSlip(figure, right))
                        .isPresent());
    }

    private static boolean isSome(String words) {
        return SOME.isIn(words) && SOME.isIn(EXPLAINED.replaceAll(words, ""));
    }

    private static String last(List<Figure> parts) {
        return before(parts.get(parts.size() - 1));
    }

    private static String before(Figure figure) {
        return figure.passage().text().substring(0, figure.start());
    }

    /** Whether the words before a last part say that it is what the others leave. */
    private static boolean isRest(Figure last) {
        String before = before(last);
        return REST.isIn(before) || (last.kind() == Figure.Kind.AMOUNT && OTHERS.isIn(before));
    }

    /** People are counted twice, by age and by sex; things seldom are. */
    static boolean isThings(Figure total) {
        return total.kind() == Figure.Kind.COUNT
                && !Sought.kept("人|名|人次|户|户次|位").is(total.thing());
    }
}
