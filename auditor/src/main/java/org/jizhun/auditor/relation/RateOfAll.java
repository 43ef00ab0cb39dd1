package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * The rate of all beside those of its parts: 线下培训3720人次、线上培训1240人次。合格率线下94.2%、线上88.6%，综合合格率92.8%. It is the mean of the parts' rates,
 * each weighted by the number of its name; told where it lies outside its parts, or where the text says that it is weighted.
 */
final class RateOfAll implements Relation {

    private static final Sought OF_ALL = Sought.of(
            "(?:综合|总体|整体|平均|总|合计|加权|全[市县区省镇乡校院部系]|汇总)[^，。；、\\d]{0,14}(?:率|度|比例|水平|产值|单价|成本|得分)?(?:约)?(?:为|是|达到?|：)?$");
    private static final Sought WEIGHTED = Sought.of("加权|权重");
    private static final Sought RATE_WORD = Sought.of("^.*(?:率|度|比例|产值|分别)(?:分别)?(?:为|是|达到?|：)?");
    private static final Sought NAMED_RATE = Sought.of("(?<word>[\\u4e00-\\u9fa5]{2}(?:率|度))");
    private static final Sought JOINER = Sought.of("^[，、；和与及：]+|(?:分别|为|是|达到?|达|：)+$");
    private static final Sought OTHER = Sought.of("上年|去年|同期|目标|比|较|高于|低于|提高|下降");
    private static final int SENTENCES = 1;

    @Override
    public String name() {
        return "rate-of-all";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            List<Mention> mentions = claims.mentions(passage);
            for (int i = 2; i < mentions.size(); i++) {
                Mention whole = mentions.get(i);
                boolean open = whole.figure().nearness() == Figure.Nearness.EXACT
                        && whole.figure().kind() != Figure.Kind.COUNT
                        && !OTHER.isIn(whole.before())
                        && OF_ALL.isIn(whole.before())
                        && !ledger.judged(whole.figure());
                if (open) {
                    whole(claims, mentions, i).ifPresent(ledger::check);
                }
            }
        }
    }

    private static Optional<Check> whole(Claims claims, List<Mention> mentions, int at) {
        Mention whole = mentions.get(at);
        List<Mention> parts = parts(mentions, at);
        if (parts.size() < 2 || isOfOther(whole, parts.get(0))) {
            return Optional.empty();
        }
        String clause = sentence(whole);
        boolean weighted = WEIGHTED.isIn(clause);
        List<List<Figure>> weights = new ArrayList<>();
        inOrder(mentions, parts, whole).ifPresent(weights::add);
        byName(claims.mentions(whole.figure().passage()), parts, whole).ifPresent(weights::add);
        int own = weights.size();
        for (Table table : claims.tables()) {
            weights.addAll(inTable(table, parts));
        }
        List<Check> checks =
                weights.stream().map(each -> check(whole, parts, each)).toList();
        Optional<Check> holds =
                checks.stream().filter(check -> Near.tight(check.equation())).findFirst();
        boolean outside = isOutside(whole.figure(), parts);
        boolean meant = outside || (weighted && own > 0);
        return holds.or(() -> meant
                ? checks.stream()
                        .filter(check ->
                                check.equation().judge() == Verdict.DIFFERS && Near.within(check.equation(), 25))
                        .findFirst()
                : Optional.empty());
    }

    /** 满意率 is not of the 办结率 of the parts. */
    private static boolean isOfOther(Mention whole, Mention first) {
        Matcher own = NAMED_RATE.in(whole.before());
        Matcher parts = NAMED_RATE.in(first.before());
        return own.find() && parts.find() && !own.group("word").equals(parts.group("word"));
    }

    private static String sentence(Mention whole) {
        String text = whole.figure().passage().text();
        return text.substring(
                text.lastIndexOf('。', whole.figure().start()) + 1,
                whole.figure().start());
    }

    /** The figures of the same kind right before, each with a short name of its own. */
    private static List<Mention> parts(List<Mention> mentions, int at) {
        Mention whole = mentions.get(at);
        List<Mention> parts = new ArrayList<>();
        for (int i = at - 1; i >= 0; i--) {
            Mention part = mentions.get(i);
            boolean number =
                    part.figure().kind() == Figure.Kind.COUNT || part.figure().kind() == Figure.Kind.PLAIN;
            boolean like = part.figure().kind() == whole.figure().kind()
                    && part.figure().nearness() == Figure.Nearness.EXACT
                    && !OTHER.isIn(part.before());
            if (whole.sentence() - part.sentence() > SENTENCES || !(like || (number && parts.isEmpty()))) {
                break;
            }
            if (like) {
                parts.add(0, part);
                if (!Sought.kept("[，、；和与及][^，。；、\\d]{0,10}").is(part.before())) {
                    break;
                }
            }
        }
        return parts;
    }

    /** As many numbers in a row as there are parts, of one kind, before or behind them: 人次分别为5000、3000和2000. */
    private static Optional<List<Figure>> inOrder(List<Mention> mentions, List<Mention> parts, Mention whole) {
        List<Figure> run = new ArrayList<>();
        for (Mention mention : mentions) {
            boolean number = (mention.isMeasured() || mention.figure().kind() == Figure.Kind.PLAIN)
                    && !mention.isLike(whole)
                    && mention.figure().end() <= whole.figure().start()
                    && whole.sentence() - mention.sentence() <= SENTENCES;
            boolean goesOn = number
                    && (run.isEmpty()
                            || mention.figure().kind() == run.get(0).kind()
                            || run.get(0).kind() == Figure.Kind.PLAIN);
            if (goesOn) {
                run.add(mention.figure());
            } else if (run.size() == parts.size()) {
                break;
            } else {
                run.clear();
            }
        }
        boolean sum = run.size() == parts.size()
                && run.stream().noneMatch(weight -> weight.value().signum() <= 0);
        return sum ? Optional.of(run) : Optional.empty();
    }

    /** The number that goes by the name of each part: 线下培训3720人次 for 线下94.2%. */
    private static Optional<List<Figure>> byName(List<Mention> mentions, List<Mention> parts, Mention whole) {
        List<Figure> weights = new ArrayList<>();
        for (Mention part : parts) {
            String name = name(part);
            Figure own = null;
            for (Mention mention : mentions) {
                boolean called = mention.isMeasured()
                        && !mention.isLike(part)
                        && mention.figure().end() <= whole.figure().start()
                        && name.length() >= 2
                        && mention.before().contains(name)
                        && (weights.isEmpty() || mention.figure().isLike(weights.get(0)));
                own = called ? mention.figure() : own;
            }
            if (own == null || weights.contains(own) || own.value().signum() <= 0) {
                return Optional.empty();
            }
            weights.add(own);
        }
        return Optional.of(weights);
    }

    /** The columns of numbers of a table in which each part has one row. */
    private static List<List<Figure>> inTable(Table table, List<Mention> parts) {
        List<Table.Row> rows = new ArrayList<>();
        for (Mention part : parts) {
            String name = name(part);
            List<Table.Row> called = table.rows().stream()
                    .filter(row ->
                            name.length() >= 2 && !row.total() && row.label().contains(name))
                    .toList();
            if (called.size() != 1 || rows.contains(called.get(0))) {
                return List.of();
            }
            rows.add(called.get(0));
        }
        List<List<Figure>> columns = new ArrayList<>();
        for (Table.Column column : table.columns()) {
            List<Figure> figures = rows.stream()
                    .flatMap(row -> row.figures().get(column.index()).stream())
                    .filter(figure -> figure.kind() != Figure.Kind.PERCENT
                            && figure.value().signum() > 0)
                    .toList();
            if (figures.size() == parts.size()) {
                columns.add(figures);
            }
        }
        return columns;
    }

    /** 线下 of 培训合格率线下, 学员 of 、学员满意度. */
    private static String name(Mention part) {
        String before = JOINER.replaceAll(part.before(), "");
        Matcher rate = RATE_WORD.in(before);
        String behind = rate.find() ? before.substring(rate.end()) : before;
        String name = behind.length() >= 2
                ? behind
                : Sought.kept("(?:综合)?[^，。；]{2}(?:率|度|比例)$").replaceAll(before, "");
        return name.substring(Math.max(0, name.length() - 6));
    }

    private static boolean isOutside(Figure whole, List<Mention> parts) {
        boolean below = parts.stream()
                .allMatch(
                        part -> part.figure().value().compareTo(whole.rounded().high()) > 0);
        boolean above = parts.stream()
                .allMatch(
                        part -> part.figure().value().compareTo(whole.rounded().low()) < 0);
        return below || above;
    }

    private static Check check(Mention whole, List<Mention> parts, List<Figure> weights) {
        Exact sum = weights.stream().map(Figure::value).reduce(Exact.ZERO, Exact::plus);
        Map<Figure, Exact> weighted = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            weighted.put(parts.get(i).figure(), weights.get(i).value().dividedBy(sum));
        }
        return new Check(
                Kind.WEIGHTED_MEAN,
                "mean-differs",
                whole.claim().label(),
                Formulas.weighted(weighted),
                new Equation(whole.figure(), new Side(weighted, Exact.ZERO), Side.ONE));
    }
}
