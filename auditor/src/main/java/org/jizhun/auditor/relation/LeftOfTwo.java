package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.text.Sought;

/** What the second of two figures right before leaves of the first: 收回172份，剔除7份后，有效问卷165份; 排查72个，已整改66个，其余6个. */
final class LeftOfTwo {

    private static final Sought FEW = Sought.of("(?:尚|还|仍|剩余|其余|余下|未)[^，。；、\\d]{0,6}$");

    private static final Sought OTHERS = Sought.of("^[，；]?(?:其余|剩余|余下)的?$");

    private static final Sought NOT = Sought.of("^(?:尚|还)?未(?<name>[\\u4e00-\\u9fa5]{2})");

    /** 剔除不全的7份后, 扣除质保金9.60万元后: the next figure is what is left. */
    private static final Sought WITHOUT = Sought.of("(?:剔除|扣除|扣减|减去|核减|除去|去除|去掉|减除|审减|扣回|退回)[^，。；、\\d]{0,14}$");

    private static final Sought AFTERWARDS = Sought.of(
            "^(?:无效|问卷|[^，。；、\\d]{0,8})后[，]?[^，。；\\d]{0,14}$|^，(?:复核|核定|最终|认定)后?(?:的)?(?:综合|最终)?(?:得分|分数|总分)为?$");

    private LeftOfTwo() {}

    /** 收回172份，剔除7份后，有效问卷165份. */
    static Optional<Check> without(Told told, List<Told> paragraph) {
        int at = paragraph.indexOf(told);
        if (at < 2) {
            return Optional.empty();
        }
        Told taken = paragraph.get(at - 1);
        Told first = paragraph.get(at - 2);
        String between =
                told.text().substring(taken.figure().end(), told.figure().start());
        boolean row = taken.isLike(told)
                && first.isLike(told)
                && first.inSentenceOf(told)
                && WITHOUT.isIn(taken.mention().before())
                && AFTERWARDS.isIn(between)
                && first.role() != Role.EACH
                && !first.mention().bracketed()
                && taken.figure().value().compareTo(first.figure().value()) < 0;
        return row ? Optional.of(check(told, first, taken)) : Optional.empty();
    }

    /** 发现问题72个，已整改66个，整改率91.7%，其余6个正在推进: the two of the kind right before, and what the one leaves of the other. */
    static Optional<Check> others(Told told, List<Told> paragraph) {
        if (told.figure().kind() != Figure.Kind.COUNT
                || !OTHERS.isIn(told.mention().before())) {
            return Optional.empty();
        }
        List<Told> before = paragraph.stream()
                .filter(other -> other.isBefore(told) && other.inSentenceOf(told) && other.isLike(told))
                .filter(other -> !other.mention().bracketed())
                .toList();
        if (before.size() != 2) {
            return Optional.empty();
        }
        Told whole = before.get(0);
        Told done = before.get(1);
        boolean row = (WholeOrDone.isDone(done) || done.mention().before().contains("已"))
                && whole.role().isLevel()
                && done.role().isLevel()
                && whole.figure().value().compareTo(done.figure().value()) > 0
                && whole.figure().value().compareTo(told.figure().value()) > 0;
        return row ? Optional.of(check(told, whole, done)) : Optional.empty();
    }

    /** 任务15个，通过验收12个，尚有3个未通过: the only two of their kind, however few. */
    static Optional<Check> few(Told told, List<Told> before) {
        boolean two = told.figure().kind() == Figure.Kind.COUNT
                && FEW.isIn(told.mention().before())
                && before.size() == 2
                && before.stream().allMatch(other -> other.inSentenceOf(told));
        Matcher not = NOT.in(told.mention().after());
        boolean negated = two && not.find() && before.get(1).mention().before().contains(not.group("name"));
        if (!negated) {
            return Optional.empty();
        }
        Figure whole = before.get(0).figure();
        boolean less = before.get(1).figure().value().compareTo(whole.value()) < 0
                && told.figure().value().compareTo(whole.value()) < 0
                && WholeOrDone.isWhole(before.get(0))
                && WholeOrDone.isDone(before.get(1));
        return less ? Optional.of(check(told, before.get(0), before.get(1))) : Optional.empty();
    }

    static Check check(Told told, Told whole, Told done) {
        return Checks.difference(
                Kind.DIFFERENCE, told.mention().claim().label(), told.figure(), whole.figure(), done.figure());
    }
}
