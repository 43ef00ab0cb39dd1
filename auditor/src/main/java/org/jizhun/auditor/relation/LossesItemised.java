package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Statement;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;

/** Points lost are points explained: a score below its weight in a report that nowhere says what was deducted for.
 * Where a row shows target and result, these explain it. */
final class LossesItemised implements Relation {

    private static final Sought EXPLAINED =
            Sought.of(Pattern.compile("扣\\d|扣[一二三四五六七八九十]|扣除|扣减|扣分|失分|未得分|得分率偏低|不得分|偏差原因|原因分析|未完成原因|得分较低|原因是|原因为"));

    private static final Sought REMARK = Sought.of("扣分|失分|原因|说明|备注|理由");
    private static final Sought NOTHING = Sought.of("[-—－–/／\\s]*|无");
    /** 扣分理由见附件: told elsewhere. */
    private static final Sought REFERRED =
            Sought.of(Pattern.compile("(?:扣分|失分)(?:理由|原因|说明|情况|明细|依据)?[^，。；]{0,4}(?:见|详见|附后|参见)"), "扣失", "见附参");

    private static final Sought PART = Sought.of(
            Pattern.compile(
                    "(?:^|[；。，：])(?<name>[^，。；：\\d]{2,12}?)(?:部分|类|指标)?(?:，)?(?:满分|分值|权重|标准分)(?:为|共)?(?<weight>\\d{1,3}(?:\\.\\d+)?)分[^；。]*?(?:实得|自评得|得分为?|得)(?<score>\\d{1,3}(?:\\.\\d+)?)分"),
            "满值权标",
            "得");
    private static final Sought REASON = Sought.of("扣|因|由于|未|不足|不够|原因|主要|不到位|偏|滞后|按.{0,12}计");

    /** A table of 决策、过程、产出、效益 alone shows no indicator that something was lost for. */
    private static final Sought FIRST_LEVEL = Sought.of("^[|\\s]*(?:项目)?(?:决策|过程|产出|效益|投入|结果|满意度)(?:类|指标)*$");

    /** Less than that is often explained in words. */
    private static final Exact LEAST = Exact.of(4);

    @Override
    public String name() {
        return "losses-itemised";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        FullMarks.examine(claims, ledger);
        int remarked = 0;
        for (Table table : claims.tables()) {
            remarked += unremarked(claims, table, ledger);
        }
        boolean referred = claims.passages().stream()
                .anyMatch(passage -> REFERRED.in(passage).find());
        claims.passages().forEach(passage -> told(claims, passage, referred, ledger));
        boolean explained = claims.passages().stream()
                        .anyMatch(passage -> EXPLAINED.in(passage).find())
                || claims.tables().stream()
                        .flatMap(table -> table.columns().stream())
                        .anyMatch(column -> EXPLAINED.in(column.heading()).find()
                                || column.heading().contains("原因"));
        boolean levels = claims.tables().stream()
                .filter(table -> table.column("weight").isPresent()
                        && table.column("score").isPresent())
                .flatMap(table -> table.rows().stream())
                .filter(row -> !row.total())
                .allMatch(row -> FIRST_LEVEL.isIn(row.label()));
        if (explained || remarked >= 2 || levels) {
            return;
        }
        for (Statement statement : claims.statements()) {
            Optional<Figure> weight = statement.figure("weight");
            Optional<Figure> score = statement.figure("score");
            if (weight.isPresent()
                    && score.isPresent()
                    && statement.fromTable()
                    && !statement.subject().isEmpty()
                    && statement.figure("achieved").isEmpty()
                    && statement.figure("execution-rate").isEmpty()
                    && statement.figure("completion-rate").isEmpty()
                    && score.get().value().plus(LEAST).compareTo(weight.get().value()) <= 0) {
                tell(score.get(), weight.get(), ledger);
                return;
            }
        }
    }

    /** A table in which every other loss has its remark. */
    private static int unremarked(Claims claims, Table table, Ledger ledger) {
        Optional<Table.Column> weights = table.column("weight");
        Optional<Table.Column> scores = table.column("score");
        Optional<Table.Column> remarks = table.columns().stream()
                .filter(column -> REMARK.isIn(column.heading()))
                .reduce((one, two) -> two);
        if (weights.isEmpty() || scores.isEmpty() || remarks.isEmpty()) {
            return 0;
        }
        List<Table.Row> open = new ArrayList<>();
        int explained = 0;
        for (Table.Row row : table.rows()) {
            Optional<Figure> weight = row.figures().get(weights.get().index());
            Optional<Figure> score = row.figures().get(scores.get().index());
            int at = remarks.get().index();
            if (row.total()
                    || weight.isEmpty()
                    || score.isEmpty()
                    || at >= row.cells().size()
                    || score.get().value().compareTo(weight.get().value()) >= 0) {
                continue;
            }
            boolean blank = NOTHING.is(row.cells().get(at).text());
            boolean shown = measured(table, row) || row.label().contains("执行");
            explained += blank ? 0 : 1;
            if (blank && !shown && !ledger.doubts(weight.get()) && !elsewhere(claims, row)) {
                open.add(row);
            }
        }
        if (open.size() == 1 && explained >= 2) {
            Table.Row row = open.get(0);
            tell(
                    row.figures().get(scores.get().index()).orElseThrow(),
                    row.figures().get(weights.get().index()).orElseThrow(),
                    ledger);
        }
        return explained;
    }

    private static boolean measured(Table table, Table.Row row) {
        return table.column("achieved")
                .flatMap(column -> row.figures().get(column.index()))
                .isPresent();
    }

    /** Whether a paragraph names the indicator and takes points off. */
    private static boolean elsewhere(Claims claims, Table.Row row) {
        return claims.passages().stream()
                .filter(passage ->
                        passage.text().contains("扣") || REFERRED.in(passage).find())
                .anyMatch(passage -> REFERRED.in(passage).find()
                        || row.cells().stream()
                                .anyMatch(cell ->
                                        Sought.kept("[\\u4e00-\\u9fa5]{4,20}").is(cell.text())
                                                && passage.text().contains(cell.text())));
    }

    /** 过程满分40分，…扣2.5分，得37.5分；…；效益满分30分，得28.5分: one loss among others that says nothing of its reason. */
    private static void told(Claims claims, Passage passage, boolean referred, Ledger ledger) {
        Matcher matcher = PART.in(passage);
        List<Figure[]> open = new ArrayList<>();
        int explained = 0;
        while (matcher.find()) {
            Optional<Figure> weight = at(claims, passage, matcher.start("weight"));
            Optional<Figure> score = at(claims, passage, matcher.start("score"));
            if (weight.isEmpty()
                    || score.isEmpty()
                    || score.get().value().compareTo(weight.get().value()) >= 0) {
                continue;
            }
            int end = matcher.end();
            while (end < passage.text().length() && "；。".indexOf(passage.text().charAt(end)) < 0) {
                end++;
            }
            String said = passage.text().substring(matcher.end("weight"), end);
            if (REASON.isIn(said)) {
                explained++;
            } else {
                String name = matcher.group("name");
                boolean named = name.length() >= 2
                        && claims.passages().stream()
                                .anyMatch(other -> other.text().contains("扣")
                                        && other.order() != passage.order()
                                        && other.text().contains(name.substring(name.length() - 2)));
                if (!named && !referred) {
                    open.add(new Figure[] {score.get(), weight.get()});
                }
            }
        }
        if (open.size() == 1 && explained >= 2) {
            tell(open.get(0)[0], open.get(0)[1], ledger);
        }
    }

    private static Optional<Figure> at(Claims claims, Passage passage, int start) {
        return claims.figures(passage).stream()
                .filter(figure -> figure.start() == start)
                .findFirst();
    }

    private static void tell(Figure score, Figure weight, Ledger ledger) {
        Problem problem = Problem.of(
                "loss-unexplained",
                Place.NONE,
                "stated",
                score.text(),
                "weight",
                weight.text(),
                "loss",
                weight.value().minus(score.value()));
        ledger.find(Finding.of(
                Kind.COVERAGE, score.text(), Optional.empty(), problem, score.spot(), List.of(weight.spot())));
    }
}
