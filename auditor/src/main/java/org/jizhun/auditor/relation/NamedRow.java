package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/**
 * A sentence that names a table row and one of its columns says what stands there: 特种设备监察项目预算192.50万元. The name
 * holds for the clauses after it that name a measure only. 占全部支出的43.31% after the name of a row is that row's share of
 * the total row.
 */
final class NamedRow implements Relation {

    private static final Sought OTHER = Sought.of(
            "上年|去年|同期|预计|拟|目标|计划|同比|环比|增加|减少|增长|下降|提高|降低|新增|追加|调增|调减|其中|每|人均|均|比|较|高于|低于|超|不足|扣|差|节约|剩余|累计完成投资|申请|下年|明年|来年|最|除|外|合计|共计|等");
    private static final Sought GOAL =
            Sought.of("目标(?:任务)?(?:为|是|如下|：)|目标(?:任务)?(?:设定|确定)为|确定[^，。；]{0,6}(?:任务|目标)[^，。；]{0,2}：");
    /** 总分90分（含）以上为优: the end of a band. */
    private static final Sought BOUND = Sought.of("^(?:（不?含[^）]{0,6}）)?(?:及?以[上下内]|（含）以|不满|[-—~～至到]\\d)|^（不?含）");

    private static final Sought FIRST_OF_ROW = Sought.of("[和、与及]");

    private static final Sought PERIOD = Sought.of("上半年|季度|\\d月|月底|\\d{4}年");
    private static final Sought PLAIN_REST =
            Sought.of("(?:项目|工程|专项|资金|工作|业务|类|指标|方面|科目|支出|的|（[^）]{1,12}）)*(?:实际|全年|本年|年度|共|累计)*(?:完成|达到?|实现|为|是|有|：)*");
    /** 平均等候时间由9.6天缩短到4.2天: what it has become is what was achieved. */
    private static final Sought BECAME =
            Sought.of("^[^，。；\\d]{0,3}(?:增加|增长|提高|提升|上升|扩大|减少|下降|降低|缩短|压缩|压减|延长|回落|降|升|增|减)(?:到了?|至)$");

    private static final Sought SCORED = Sought.of("(?:得|评分|获得?)(?:为|了)?$");
    private static final Sought OVERALL = Sought.of("综合|总体|整体|全部|全县|全市");
    private static final Sought QUALIFIED = Sought.of("[\\u4e00-\\u9fa5]{2}$");
    private static final Sought JOINED = Sought.of(
            "(?:的|其中|以?及|[和与为是在将对向于从按由使经]|[年月日季]|年度|半年|[县市区省镇乡村局委校所站部厅处科办]|[医学法]院|中心|本级|单位|全部|累计|共|总|已|实际|项目|指标|方面|实现|完成|达到|显示|表明|结果|调查|测评|测算|统计|此外|另外|同时|因此|但|而|则|目前|今年|当年|开展|建设|推进|实施|主要|分别|根据|除|新|即|系|包括|含|涉及|属|类|级|层|项|用于|安排|支付|投入|下达|拨付)$");
    private static final Sought SHARE = Sought.of("占[^，。；、\\d]{0,14}$");

    /** Digits of a figure that does not stand in two places by chance. */
    private static final int LONG = 4;

    private static final int NEAR = 40;

    @Override
    public String name() {
        return "named-row";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        RowNames names = RowNames.of(claims);
        if (names.isEmpty()) {
            return;
        }
        YearsOfSections years = YearsOfSections.of(claims);
        for (Passage passage : claims.passages()) {
            List<Check> told = new ArrayList<>();
            Optional<RowNames.Found> open = Optional.empty();
            int sentence = -1;
            for (Mention mention : claims.mentions(passage)) {
                open = mention.sentence() == sentence ? open : Optional.empty();
                sentence = mention.sentence();
                Optional<RowNames.Found> found = names.in(mention.before());
                boolean carried = found.isEmpty();
                open = carried ? open : found;
                boolean ofSeveral = FIRST_OF_ROW.is(mention.after()); // 两个项目执行率仅为60.43%和61.30%
                if (open.isPresent()
                        && (ofSeveral || isGoal(passage, mention.figure().start()))) {
                    continue;
                }
                if (open.isPresent() && mention.figure().nearness() == Figure.Nearness.EXACT) {
                    mention(mention, open.get(), carried, told, ledger);
                }
            }
            told.stream()
                    .filter(check -> !isOfParts(check, told) && !isOfOtherYear(check, years))
                    .forEach(ledger::check);
        }
    }

    /** 年度绩效目标为：……正常运营率达到95%；…… tells what was to be reached. */
    private static boolean isGoal(Passage passage, int at) {
        String text = passage.text();
        String before = text.substring(Math.max(text.lastIndexOf('。', at), 0), at);
        return GOAL.isIn(before);
    }

    /** 门诊患者满意度91.42分，住院患者满意度93.86分: two figures for one cell are of its parts. */
    private static boolean isOfParts(Check check, List<Check> told) {
        Set<Figure> cell = check.equation().inputs();
        Figure said = check.equation().result();
        boolean holds = check.equation().judge() != Verdict.DIFFERS;
        String before = said.passage().text().substring(Math.max(0, said.start() - 10), said.start());
        return !holds
                && !OVERALL.isIn(before)
                && told.stream()
                        .anyMatch(other -> !other.equals(check)
                                && other.equation().inputs().equals(cell)
                                && !other.equation().result().value().equals(said.value()));
    }

    /** Told of 2023 in its chapter, and the table stands in that of 2024. */
    private static boolean isOfOtherYear(Check check, YearsOfSections years) {
        int said = check.equation().result().passage().order();
        return check.equation().judge() == Verdict.DIFFERS
                && check.equation().inputs().stream()
                        .anyMatch(cell -> years.differ(said, cell.passage().order()));
    }

    private static void mention(
            Mention mention, RowNames.Found found, boolean carried, List<Check> told, Ledger ledger) {
        String rest = carried ? mention.before() : found.rest();
        if (SHARE.isIn(rest)) {
            share(mention.figure(), found, ledger);
            return;
        }
        if (BOUND.isIn(mention.after())) {
            return;
        }
        boolean whole = carried && !Subjects.plain(mention.claim().subject()).isEmpty();
        if (whole || OTHER.isIn(rest) || OTHER.isIn(found.before()) || mention.bracketed()) {
            return;
        }
        List<Check> checks = new ArrayList<>();
        boolean named = false;
        for (RowNames.Place place : found.places()) {
            Optional<Table.Column> column = column(mention, rest, carried, place);
            boolean headed =
                    !carried && column.filter(one -> isHeading(one, rest)).isPresent();
            named |= headed;
            column.flatMap(one -> place.row().figures().get(one.index()))
                    .filter(cell -> cell.isLike(mention.figure()))
                    .filter(cell -> headed || !isOtherCell(mention.figure(), cell, place))
                    .ifPresent(cell -> checks.add(
                            ToldOtherwise.check(Kind.CROSS_REFERENCE, found.name(), mention.figure(), cell)));
        }
        boolean meant = !isOtherTime(mention, found) && !isOfMore(found.before());
        boolean single = found.places().size() == 1 && meant;
        if (checks.isEmpty() && !carried && single) {
            exchanged(mention.figure(), found, ledger);
        }
        chosen(checks, single || (named && meant))
                .filter(check -> !ledger.knows(check.equation()))
                .ifPresent(told::add);
        if (checks.size() == 1 && checks.get(0).equation().judge() == Verdict.DIFFERS) {
            rateInWords(mention.figure(), found.places().get(0), ledger);
        }
    }

    /** 受助学生满意度 is not 学生满意度: the name has a word more. */
    private static boolean isOfMore(String before) {
        return QUALIFIED.isIn(before) && !JOINED.isIn(before);
    }

    /** 泵站更新5座，已完成4座: the row has what is said in another column, the target. */
    private static boolean isOtherCell(Figure said, Figure cell, RowNames.Place place) {
        return !cell.value().equals(said.value())
                && place.row().figures().stream()
                        .flatMap(Optional::stream)
                        .anyMatch(other -> other.isLike(said) && other.value().equals(said.value()));
    }

    /** 120辆, 162辆, 完成（105.00%）: the rate among the words of the row shows which of two places is right. */
    private static void rateInWords(Figure said, RowNames.Place place, Ledger ledger) {
        Optional<Figure> target = figure(place, "target");
        Optional<Figure> achieved = figure(place, "achieved");
        for (Passage cell : place.row().cells()) {
            List<Figure> rates = Claims.figuresOfCell(cell).stream()
                    .filter(figure ->
                            figure.kind() == Figure.Kind.PERCENT && !cell.text().equals(figure.text()))
                    .toList();
            if (target.isPresent()
                    && achieved.isPresent()
                    && rates.size() == 1
                    && target.get().isLike(said)
                    && Near.tight(new Equation(rates.get(0), Side.of(said), Side.of(target.get())))) {
                ledger.check(new Check(
                        Kind.CROSS_REFERENCE,
                        "rate-differs",
                        place.row().label(),
                        Formulas.quotient(achieved.get(), target.get()),
                        new Equation(rates.get(0), Side.of(achieved.get()), Side.of(target.get()))));
            }
        }
    }

    private static Optional<Figure> figure(RowNames.Place place, String measure) {
        return place.table()
                .column(measure)
                .flatMap(column -> place.row().figures().get(column.index()));
    }

    /** No column is named, but the row has the figure with two digits exchanged, and not the figure itself. */
    private static void exchanged(Figure said, RowNames.Found found, Ledger ledger) {
        List<Figure> cells = found.places().get(0).row().figures().stream()
                .flatMap(Optional::stream)
                .filter(cell -> cell.isLike(said))
                .toList();
        List<Figure> slips = cells.stream()
                .filter(cell -> NearMisses.isExchange(said, cell.value()))
                .toList();
        boolean there = cells.stream().anyMatch(cell -> cell.value().equals(said.value()));
        if (slips.size() == 1 && !there && !ledger.judged(said)) {
            ledger.check(ToldOtherwise.check(Kind.CROSS_REFERENCE, found.name(), said, slips.get(0)));
        }
    }

    private static boolean isOtherTime(Mention mention, RowNames.Found found) {
        String text = mention.figure().passage().text();
        int from = Math.max(text.lastIndexOf('。', mention.figure().start()), 0);
        Matcher period = PERIOD.in(text.substring(from, mention.figure().start()));
        return period.find()
                && found.places().stream()
                        .flatMap(place -> place.table().columns().stream())
                        .noneMatch(column -> column.heading().contains(period.group()));
    }

    /** One that holds is entered; one that fails only where a single row can be meant and the values are near. */
    private static Optional<Check> chosen(List<Check> checks, boolean single) {
        Optional<Check> holding = checks.stream()
                .filter(check -> check.equation().judge() != Verdict.DIFFERS)
                .findFirst();
        return holding.or(() -> single && checks.size() == 1
                ? checks.stream().filter(check -> isNear(check.equation())).findFirst()
                : Optional.empty());
    }

    private static boolean isNear(Equation equation) {
        return Near.within(equation, 25)
                || equation.expected()
                        .filter(right -> NearMisses.isExchange(equation.result(), right)
                                || (equation.result().digits() >= 4
                                        && NearMisses.isDigitSlip(equation.result(), right)))
                        .isPresent();
    }

    /** The one column that the words between name and figure name, by its measure or by its heading. */
    private static Optional<Table.Column> column(Mention mention, String rest, boolean carried, RowNames.Place place) {
        List<Table.Column> columns = place.table().columns();
        List<Table.Column> named = columns.stream()
                .filter(column ->
                        column.measure().isPresent() && column.measure().equals(mention.measure()))
                .toList();
        if (named.isEmpty()) {
            named = columns.stream().filter(column -> isHeading(column, rest)).toList();
        }
        if (named.isEmpty() && mention.figure().kind() == Figure.Kind.POINTS && SCORED.isIn(rest)) {
            named = columns.stream()
                    .filter(column -> column.measure().equals(Optional.of("score")))
                    .toList();
        }
        boolean plain = named.isEmpty() && mention.measure().isEmpty();
        if (plain && (carried ? BECAME.isIn(rest) : PLAIN_REST.is(rest))) {
            named = columns.stream()
                    .filter(column -> column.measure().equals(Optional.of("achieved")))
                    .toList();
        }
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    private static boolean isHeading(Table.Column column, String rest) {
        String heading = Sought.kept("（[^）]*）|\\s").replaceAll(column.heading(), "");
        return heading.length() >= 2
                && Sought.kept("(?:为|是|达到?|共|：|约)+$").replaceAll(rest, "").endsWith(heading);
    }

    /** The only row of that name, or of several the one that has the figure told right before its share. */
    private static Optional<RowNames.Place> meant(Figure rate, RowNames.Found found) {
        if (found.places().size() == 1) {
            return Optional.of(found.places().get(0));
        }
        List<RowNames.Place> having = found.places().stream()
                .filter(place -> place.row().figures().stream()
                        .flatMap(Optional::stream)
                        .anyMatch(cell -> cell.digits() >= LONG && isToldBefore(cell, rate)))
                .toList();
        return having.size() == 1 ? Optional.of(having.get(0)) : Optional.empty();
    }

    private static boolean isToldBefore(Figure cell, Figure rate) {
        String before = rate.passage().text().substring(Math.max(0, rate.start() - NEAR), rate.start());
        String number = Sought.kept("[^\\d.,]").replaceAll(cell.text(), "");
        return before.contains(number);
    }

    /** Where exactly one column of figures of the table has a total row, or one of them fits. */
    private static void share(Figure rate, RowNames.Found found, Ledger ledger) {
        Optional<RowNames.Place> meant = meant(rate, found);
        if (rate.kind() != Figure.Kind.PERCENT || meant.isEmpty()) {
            return;
        }
        RowNames.Place place = meant.get();
        Optional<Table.Row> total =
                place.table().rows().stream().filter(Table.Row::total).reduce((one, two) -> two);
        List<Check> checks = new ArrayList<>();
        for (Table.Column column : place.table().columns()) {
            Optional<Figure> part = place.row().figures().get(column.index());
            Optional<Figure> whole = total.flatMap(row -> row.figures().get(column.index()));
            if (part.isPresent()
                    && whole.isPresent()
                    && whole.get().kind() != Figure.Kind.PERCENT
                    && whole.get().value().compareTo(part.get().value()) > 0) {
                checks.add(Checks.quotient(found.name(), rate, part.get(), whole.get()));
            }
        }
        chosen(checks, true)
                .filter(check -> !ledger.knows(check.equation()))
                .filter(check ->
                        found.places().size() == 1 || (Likely.isDigitSlip(check.equation()) && !ledger.judged(rate)))
                .ifPresent(ledger::check);
    }
}
