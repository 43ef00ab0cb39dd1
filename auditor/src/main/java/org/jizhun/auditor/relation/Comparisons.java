package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.claim.Statement;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.auditor.text.Spot;

/**
 * Words that compare two figures: 执行率57%，低于序时进度58.33%; 控制率97%，小于100%; 决算数大于年初预算数. The word must go the way of the
 * figures.
 */
final class Comparisons implements Relation {

    private static final Sought WORD = Sought.of(
            "^，?(?:均|但|仍|远|略|明显|总体|增速|增幅)?(?<word>高于|大于|低于|小于|少于|多于|超过|超出|不足|未达到|快于|慢于)(?<base>[^，。；\\d]{0,16})$");
    /** 小于或等于100%计5分: a rule of scoring, no statement. */
    private static final Sought RULE = Sought.of("^(?:（含）|的|时|以内)?[，：]?(?:按\\d|(?:不?计|不?得|扣|加|为)(?:满分|\\d|分))");

    /** 大于预算的有6类，小于预算的有3类; 低于序时进度的项目5个: how many lie below, nothing compared with their number. */
    private static final Sought COUNTED =
            Sought.of("的(?:有|为|共|共有|(?:项目|单位|部门|指标|企业|地区|县区?|乡镇|街道|学校|事项|任务)(?:有|为|共|共有)?)$");

    private static final Sought DISTANCE = Sought.of("^，?[比较]");
    private static final Sought OVER = Sought.of("超过|超出");

    private static final Sought OUTTURN =
            Sought.of(Pattern.compile("(?:支出)?决算数(?<word>大于|小于|高于|低于|等于|与)(?<base>(?:年初预算数?|预算数)(?:持平)?)"));

    @Override
    public String name() {
        return "comparisons";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            List<Mention> mentions = claims.mentions(passage);
            for (int i = 1; i < mentions.size(); i++) {
                int at = i - 1;
                while (at > 0
                        && mentions.get(at).bracketed()
                        && !mentions.get(i).bracketed()) {
                    at--;
                }
                while (at > 0 && isDistanceOfRate(mentions.get(at), mentions.get(i))) {
                    at--;
                }
                if (!ledger.doubts(mentions.get(at).figure())
                        && !ledger.doubts(mentions.get(i).figure())) {
                    if (!DistanceWords.isDistance(mentions, mentions.get(i), mentions.get(at))) {
                        compared(mentions.get(at), mentions.get(i), mentions.subList(0, i), passage, ledger);
                    }
                }
            }
        }
        outturns(claims, ledger);
    }

    /** 满意度92.70%，比目标高2.70个百分点，低于上年的91.30%: what lies between is no rate to compare. */
    private static boolean isDistanceOfRate(Mention distance, Mention base) {
        return distance.figure().kind() == Figure.Kind.PERCENTAGE_POINTS
                && base.figure().kind() == Figure.Kind.PERCENT
                && distance.sentence() == base.sentence()
                && DISTANCE.isIn(distance.before());
    }

    /**
     * 培训2000人次，平均每期40人次，超出年度指标400人次: by how much more than planned, of what is told before and not of the mean.
     */
    private static boolean isDistance(String word, Mention current, Mention base, List<Mention> before) {
        return OVER.is(word)
                && current.figure().value().compareTo(base.figure().value()) < 0
                && before.stream()
                        .anyMatch(other -> other.isLike(base)
                                && !other.equals(current)
                                && other.sentence() == base.sentence()
                                && other.figure()
                                                .value()
                                                .compareTo(base.figure().value())
                                        > 0);
    }

    private static void compared(Mention current, Mention base, List<Mention> before, Passage passage, Ledger ledger) {
        Figure last = before.get(before.size() - 1).figure();
        Figure from = isDistanceOfRate(before.get(before.size() - 1), base) ? last : current.figure();
        String between = passage.text().substring(from.end(), base.figure().start());
        Matcher matcher = WORD.in(Sought.kept("^（[^（）]*）").replaceFirst(between, ""));
        boolean rates =
                current.figure().kind() == Figure.Kind.PERCENT && base.figure().kind() == Figure.Kind.PERCENT;
        boolean things = current.isMeasured() && current.isLike(base) && Role.change(current.before()) == Role.VALUE;
        boolean bare = current.figure().nearness() == Figure.Nearness.EXACT && current.sentence() == base.sentence();
        boolean rule = RULE.isIn(passage.text().substring(base.figure().end()));
        if (!(rates || things)
                || !bare
                || rule
                || !matcher.find()
                || COUNTED.isIn(matcher.group("base"))
                || matcher.group("base").contains("分别") // 均低于平均水平（分别为3.8万元、22.5万元）
                || base.after().startsWith("个百分点")
                || ledger.findsAt(base.figure().spot())) { // 低于序时进度15.33%: a distance, told as that
            return;
        }
        String word = matcher.group("word");
        int order = current.figure().value().compareTo(base.figure().value());
        boolean above = List.of("高于", "大于", "快于", "多于", "超过", "超出").contains(word);
        if ((order != 0 && above == order > 0) || isDistance(word, current, base, before)) {
            return;
        }
        int start = passage.text().lastIndexOf(word, base.figure().start());
        tell(
                word,
                OppositeWords.of(word).orElse(""),
                passage.spot(start, base.figure().end()),
                base.figure(),
                current.figure(),
                ledger);
    }

    /** 决算数大于年初预算数 against the figures of the same paragraph. */
    private static void outturns(Claims claims, Ledger ledger) {
        Map<Integer, List<Statement>> byPassage = claims.statements().stream()
                .filter(statement -> !statement.fromTable())
                .collect(java.util.stream.Collectors.groupingBy(statement ->
                        statement.figures().values().iterator().next().passage().order()));
        for (Passage passage : claims.passages()) {
            Matcher matcher = OUTTURN.in(passage);
            while (matcher.find()) {
                outturn(byPassage.getOrDefault(passage.order(), List.of()), passage, matcher, ledger);
            }
        }
    }

    private static void outturn(List<Statement> statements, Passage passage, Matcher matcher, Ledger ledger) {
        Optional<Figure> actual = Optional.empty();
        Optional<Figure> budget = Optional.empty();
        for (Statement statement : statements) {
            Optional<Figure> own = statement.figure("actual").filter(figure -> figure.end() <= matcher.start());
            Optional<Figure> base = statement
                    .figure("initial")
                    .or(() -> statement.figure("budget"))
                    .filter(figure -> figure.end() <= matcher.start());
            if (own.isPresent() && base.isPresent()) {
                actual = own;
                budget = base;
            }
        }
        if (actual.isEmpty() || budget.isEmpty()) {
            return;
        }
        String word = matcher.group("word");
        int order = actual.get().value().compareTo(budget.get().value());
        String right = order > 0 ? "大于" : order < 0 ? "小于" : "等于";
        boolean above = word.equals("大于") || word.equals("高于");
        boolean below = word.equals("小于") || word.equals("低于");
        boolean fits = above ? order > 0 : below ? order < 0 : order == 0;
        if (!fits && (above || below || matcher.group().contains("持平") || word.equals("等于"))) {
            tell(
                    word,
                    right,
                    passage.spot(matcher.start("word"), matcher.end("word")),
                    budget.get(),
                    actual.get(),
                    ledger);
        }
    }

    private static void tell(String stated, String expected, Spot where, Figure base, Figure current, Ledger ledger) {
        boolean told = ledger.findsInLine(Kind.TARGET, where) || ledger.findsInLine(Kind.DIRECTION, where);
        if (told) {
            return;
        }
        ledger.find(WrongWord.compared(stated, Optional.of(expected), where, current, base));
    }
}
