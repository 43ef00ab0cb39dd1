package org.jizhun.auditor.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.jizhun.auditor.text.Sought;

/** Puts figures together that speak about one subject. */
final class Statements {

    /** What is said last about a subject; the next sentence speaks of something else. */
    private static final Set<String> CLOSING = Set.of(
            "score",
            "execution-rate",
            "adjustment-rate",
            "completion-rate",
            "score-rate",
            "use-rate",
            "growth",
            "initial-rate",
            "budget-rate",
            "debt-rate",
            "staff-rate",
            "saving-rate");

    private static final Set<String> STAFF = Set.of("staff", "establishment");
    private static final Sought PARTS = Sought.of("^[，（：]?(?:其中|包括)[^。；]*$");
    private static final Set<String> SCORED = Set.of("score", "weight", "score-rate");
    private static final Sought SEVERAL = Sought.of("(?:分别|依次)(?:为|是|达到?)?$");

    private static final Sought GENERAL = Sought.of("(?:该|本|此|这一)?(?:项|指标|部分|一级指标|二级指标|三级指标|类指标|项指标)?(?:的)?");
    /** 采购意向公开合规性：本指标分值2分: a paragraph that begins with what it is about. */
    private static final Sought LABEL = Sought.of("^[^，。；：\\d（）]{2,24}(?=：)");

    private static final Sought LIMIT_BEFORE = Sought.of("(?:≤|<|＜|不超过|不高于|低于|不大于|小于|控制在|不多于|少于|不得超过)[^，。；\\d]{0,4}$");
    private static final Sought SIGN = Sought.of("≤|<|＜|小于等于|小于|不大于|不高于|不超过");
    private static final Sought LIMIT_AFTER = Sought.of("^[^，。；\\d]{0,4}(?:以内|以下|之内)");
    private static final Sought WHOLE = Sought.of("结论|总体|综合|结果|得分情况|概况|概述|基本情况|自评情况|评价情况|整体");

    /** Below 本年支出合计 stands what was carried over; the 总计 after that is not what the year spent. */
    private static final Sought OF_YEAR = Sought.of("本年.{0,4}合计|^(?:收入|支出)合计$");

    private static final Sought COUNTED = Sought.of("^(?:计(?!提|征|缴)|封顶|认定|视同)");

    private Statements() {}

    /** Neighbouring clauses of a passage: a new statement begins where a measure comes again or another subject is named. */
    static List<Statement> of(List<Sentence> sentences, String heading) {
        String about = sentences.isEmpty() ? heading : label(sentences.get(0)).orElse(heading);
        return statements(sentences).stream()
                .map(statement -> underHeading(statement, about))
                .toList();
    }

    private static Optional<String> label(Sentence first) {
        Matcher label = LABEL.in(first.passage());
        return label.find() ? Optional.of(label.group()) : Optional.empty();
    }

    /** 该指标得9分 is about what the heading above names. */
    private static Statement underHeading(Statement statement, String heading) {
        boolean scored =
                SCORED.stream().anyMatch(measure -> statement.figure(measure).isPresent());
        boolean general = GENERAL.is(statement.subject());
        boolean named = !heading.isEmpty() && !WHOLE.isIn(heading);
        return scored && general && named
                ? new Statement(heading, statement.figures(), statement.fromTable())
                : statement;
    }

    private static List<Statement> statements(List<Sentence> sentences) {
        List<Statement> statements = new ArrayList<>();
        Map<String, Figure> current = new LinkedHashMap<>();
        String subject = "";
        for (Sentence sentence : sentences) {
            for (Claim claim : sentence.claims()) {
                Optional<String> measure = claim.measure()
                        .filter(name -> fits(name, claim.figure())
                                && !isOneOfSeveral(claim.figure())
                                && !isCountedAs(claim.figure()));
                if (measure.isEmpty()) {
                    continue;
                }
                Figure whole = current.get(measure.get());
                if (whole != null && STAFF.contains(measure.get()) && isPartOf(claim.figure(), whole)) {
                    continue;
                }
                boolean other = !claim.subject().isEmpty() && !claim.subject().equals(subject) && !current.isEmpty();
                if (other || current.containsKey(measure.get())) {
                    add(statements, subject, current);
                    current = new LinkedHashMap<>();
                    subject = claim.subject();
                } else if (current.isEmpty()) {
                    subject = claim.subject();
                }
                boolean target = measure.get().equals("target");
                String meant = target && isLimit(claim.figure()) ? "limit" : measure.get();
                current.put(meant, target ? claim.figure().exactly() : claim.figure());
            }
            if (sentence.text().endsWith("。") && current.keySet().stream().anyMatch(CLOSING::contains)) {
                add(statements, subject, current);
                current = new LinkedHashMap<>();
            }
        }
        add(statements, subject, current);
        return statements;
    }

    /** 核定编制85名，其中行政编制38名、事业编制47名: a kind of those told before, which all that follows is not about. */
    private static boolean isPartOf(Figure part, Figure whole) {
        return part.passage().equals(whole.passage())
                && part.start() > whole.end()
                && PARTS.isIn(part.passage().text().substring(whole.end(), part.start()));
    }

    /** 执行率分别为98.0%和94.2%: the rates of two things told before. */
    private static boolean isOneOfSeveral(Figure figure) {
        return figure.kind() == Figure.Kind.PERCENT
                && SEVERAL.isIn(figure.passage().text().substring(Math.max(0, figure.start() - 6), figure.start()));
    }

    /** 完成率均按100%计: what several are taken for, not what one of them came to. */
    private static boolean isCountedAs(Figure figure) {
        String text = figure.passage().text();
        return text.substring(0, figure.start()).endsWith("按") && COUNTED.isIn(text.substring(figure.end()));
    }

    static List<Statement> of(Table table) {
        List<Statement> statements = new ArrayList<>();
        boolean year = false;
        for (Table.Row row : table.rows()) {
            Map<String, Figure> figures = new LinkedHashMap<>();
            for (Table.Column column : table.columns()) {
                row.figures()
                        .get(column.index())
                        .ifPresent(figure -> column.measure()
                                .filter(measure -> fits(measure, figure))
                                .ifPresent(measure -> figures.putIfAbsent(
                                        measure.equals("target") && isLimit(row, figure) ? "limit" : measure, figure)));
            }
            if (!figures.isEmpty()) {
                String subject = row.total() ? (year ? "收支总计" : "") : row.label();
                statements.add(new Statement(subject, row.label(), figures, true));
            }
            year |= row.total() && OF_YEAR.isIn(row.label());
        }
        return statements;
    }

    /** Whether a target is one to stay below: ≤3, 不超过3天, 3天以内. */
    private static boolean isLimit(Figure target) {
        String text = target.passage().text();
        return LIMIT_BEFORE.isIn(text.substring(0, target.start())) || LIMIT_AFTER.isIn(text.substring(target.end()));
    }

    /** The sign may stand in a cell of its own. */
    private static boolean isLimit(Table.Row row, Figure target) {
        return isLimit(target) || row.cells().stream().anyMatch(cell -> SIGN.is(cell.text()));
    }

    private static void add(List<Statement> statements, String subject, Map<String, Figure> figures) {
        if (!figures.isEmpty()) {
            statements.add(new Statement(subject, figures, false));
        }
    }

    /** A rate must be a percentage, money must not: 得分 90% is no score, 执行率 5 places is no rate. */
    private static boolean fits(String measure, Figure figure) {
        boolean percent = figure.kind() == Figure.Kind.PERCENT;
        return switch (measure) {
            case "execution-rate",
                    "initial-rate",
                    "budget-rate",
                    "arrival-rate",
                    "adjustment-rate",
                    "score-rate",
                    "use-rate",
                    "share",
                    "debt-rate",
                    "staff-rate",
                    "saving-rate",
                    "growth" -> percent || figure.value().isZero();
            case "completion-rate" -> percent;
            case "initial",
                    "adjusted",
                    "adjustment",
                    "budget",
                    "arrived",
                    "actual",
                    "balance",
                    "price",
                    "saving",
                    "procured",
                    "assets",
                    "liabilities",
                    "net-assets",
                    "depreciation",
                    "net-value",
                    "growth-amount" -> figure.kind() == Figure.Kind.AMOUNT || figure.kind() == Figure.Kind.PLAIN;
            case "score", "lost" -> figure.kind() == Figure.Kind.POINTS || figure.kind() == Figure.Kind.PLAIN;
            case "weight" -> figure.kind() == Figure.Kind.POINTS || figure.kind() == Figure.Kind.PLAIN;
            case "staff", "establishment" -> figure.kind() == Figure.Kind.COUNT || figure.kind() == Figure.Kind.PLAIN;
            default -> true;
        };
    }
}
