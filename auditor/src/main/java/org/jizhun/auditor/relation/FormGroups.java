package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
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
 * What the document says of a group of indicators is the sum of the group's rows in the form: the weight and the score that
 * another table or a sentence gives for 决策, 过程 or 产出指标. The groups are the names in the columns before the indicators; a
 * statement counts against the form only where more of them agree with it than disagree.
 */
final class FormGroups implements Relation {

    /** 决策类指标（20分）: what may stand around a group's own name. */
    private static final Pattern DECORATION =
            Pattern.compile("（[^）]*）|(?:类|部分|方面|维度)?(?:指标|情况|效能)?$|^[一二三四五六七八九十\\d]+[、.]");

    /** 指标20分，得18分; （满分25分，得24.3分）; 得14.5分（满分15分）; （20分）. */
    private static final Sought TOLD = Sought.of(
            "^(?:类|部分|方面|维度|指标|效能|情况|分析)*(?:（|，|共|合计|总分|满分|分值|权重|为|设定|自评|评价|实际|综合|总体)*(?:(?<weight>\\d{1,3}(?:\\.\\d+)?)分)?(?:）|，|；)*(?:自评|评价|实际|综合|平均|共|合计|总|本项|该项|最终)*(?:(?:得分?|扣分后得)(?:为|是)?(?<score>\\d{1,3}(?:\\.\\d+)?)分)?(?:，?（(?:满分|分值|权重|总分|共|该项|标准分)*(?<after>\\d{1,3}(?:\\.\\d+)?)分）)?");

    /** 项目决策指标: a word before the name that is no part of it. */
    private static final Sought PREFIX = Sought.of("项目|其中|指标|资金|部门");

    private static final Sought IDLE = Sought.of("不适用|不涉及|无此项");
    private static final Sought BLANK = Sought.of("\\s|[-—–/]");

    private static final int LONGEST = 10;
    private static final int LEAST = 2;
    private static final int LEAST_TOGETHER = 3;

    /**
     * A group of rows with the figures of one column; those of rows that apply apart.
     *
     * @param above whether a row has a score above its weight, so that the group cannot be right
     */
    private record Group(String name, List<Figure> figures, List<Figure> applicable, boolean above) {}

    @Override
    public String name() {
        return "form-groups";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Table table : claims.tables()) {
            for (String measure : List.of("weight", "score")) {
                for (int level = 0; level < 2; level++) {
                    List<Group> groups = groups(table, level, measure);
                    if (groups.size() >= LEAST) {
                        enter(told(claims, table, groups, measure), above(groups), claims, ledger);
                    }
                }
            }
            fullMarks(claims, table, ledger);
        }
    }

    /** A row with full marks shows that its weight and its score are right. */
    private static void fullMarks(Claims claims, Table table, Ledger ledger) {
        for (Table.Row row : table.rows()) {
            Optional<Figure> weight = ScoreForms.figure(table, row, "weight");
            Optional<Figure> score = ScoreForms.figure(table, row, "score");
            boolean full = !row.total()
                    && weight.isPresent()
                    && score.isPresent()
                    && weight.get().value().equals(score.get().value());
            if (full && !StatedProportion.denies(claims, table, row)) {
                Equation equation = new Equation(score.get(), Side.of(weight.get()), Side.ONE);
                ledger.check(new Check(
                        Kind.SCORE, "score-differs", row.label(), weight.get().text(), equation));
            }
        }
    }

    /** 满分100分，其中产出50分、效益30分、…: the points told together make up the first of them. */
    private static Optional<Check> together(Claims claims, Figure told) {
        List<Figure> points = claims.figures(told.passage()).stream()
                .filter(figure -> figure.kind() == Figure.Kind.POINTS)
                .toList();
        int at = points.indexOf(told);
        for (int first = at - 1; first >= 0; first--) {
            Exact left = points.get(first).value();
            List<Figure> parts = new ArrayList<>();
            for (int i = first + 1; i < points.size() && left.signum() > 0; i++) {
                parts.add(points.get(i));
                left = left.minus(points.get(i).value());
            }
            if (left.isZero() && parts.size() >= LEAST_TOGETHER && parts.contains(told)) {
                return Optional.of(Checks.sum(Kind.WEIGHT, "", points.get(first), parts));
            }
        }
        return Optional.empty();
    }

    /** 得分97.91分，其中…产出41.39分、成本6.00分: whether the points told together make up the first of them only with what the form gives. */
    private static boolean closes(Claims claims, Check check) {
        Figure told = check.equation().result();
        List<Figure> points = claims.figures(told.passage()).stream()
                .filter(figure -> figure.kind() == Figure.Kind.POINTS)
                .toList();
        Exact right = check.equation().expected().orElse(told.value());
        int at = points.indexOf(told);
        for (int first = at - 1; first >= 0; first--) {
            Exact left = points.get(first).value();
            for (int i = first + 1; i < points.size() && left.signum() > 0; i++) {
                left = left.minus(i == at ? right : points.get(i).value());
                if (left.isZero() && i >= at && i - first >= LEAST_TOGETHER) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The groups that a column of names makes, if it does: no name twice, and one group at least with several rows. */
    private static List<Group> groups(Table table, int level, String measure) {
        Optional<Table.Column> column = table.columns().stream()
                .filter(any -> any.measure().equals(Optional.of(measure)))
                .reduce((one, two) -> two);
        if (column.isEmpty() || column.get().index() < level + 2 || !isOfNames(table, level + 1)) {
            return List.of();
        }
        Map<String, List<Figure>> groups = new LinkedHashMap<>();
        Set<Figure> idle = new HashSet<>();
        Set<String> above = new HashSet<>();
        String open = "";
        boolean whole = true;
        for (Table.Row row : table.rows()) {
            String cell = plain(row.cells().get(level).text());
            String next = level > 0 && !row.cells().get(0).text().isBlank() && cell.isEmpty() ? "" : cell;
            if (row.total()) {
                continue;
            }
            if (!next.isEmpty() && !next.equals(open)) {
                whole &= groups.put(next, new ArrayList<>()) == null;
                open = next;
            }
            Optional<Figure> figure = row.figures().get(column.get().index());
            if (figure.isPresent() && !open.isEmpty()) {
                groups.computeIfAbsent(open, key -> new ArrayList<>()).add(figure.get());
                if (TargetRows.isAboveWeight(table, row)) {
                    above.add(open);
                }
                row.cells().stream()
                        .filter(other -> IDLE.is(other.text()))
                        .findFirst()
                        .ifPresent(other -> idle.add(figure.get()));
            }
        }
        boolean several = groups.values().stream().anyMatch(own -> own.size() > 1);
        List<Group> found = new ArrayList<>();
        groups.forEach((name, figures) -> {
            if (!figures.isEmpty()) {
                List<Figure> applicable =
                        figures.stream().filter(each -> !idle.contains(each)).toList();
                found.add(new Group(name, figures, applicable, "score".equals(measure) && above.contains(name)));
            }
        });
        return whole && several ? found : List.of();
    }

    private static boolean isOfNames(Table table, int index) {
        return table.columns().get(index).measure().isEmpty()
                && table.rows().stream()
                        .allMatch(row -> row.figures().get(index).isEmpty());
    }

    static String plain(String name) {
        return DECORATION
                .matcher(DECORATION.matcher(BLANK.replaceAll(name, "")).replaceAll(""))
                .replaceAll("");
    }

    /** One check a group and place where the document gives its weight or score. */
    private static List<Check> told(Claims claims, Table form, List<Group> groups, String measure) {
        List<Check> checks = new ArrayList<>();
        GroupPlaces places = GroupPlaces.of(claims);
        for (Group group : groups) {
            for (GroupPlaces.Place place : places.rows(group.name())) {
                if (!place.table().grid().equals(form.grid())) {
                    place.figure(measure).ifPresent(figure -> checks.add(check(group, figure, measure)));
                }
            }
            for (Figure figure : places.figures(group.name(), measure)) {
                checks.add(check(group, figure, measure));
            }
            if (measure.equals("score")) {
                places.figures(group.name(), "weight").stream()
                        .filter(figure -> figure.scale() > 0)
                        .map(figure -> check(group, figure, measure))
                        .filter(check -> check.equation().judge() != Verdict.DIFFERS || closes(claims, check))
                        .forEach(checks::add);
            }
        }
        return checks;
    }

    /** The weight or the score that a paragraph of points tells of a group. */
    static Optional<Figure> said(Claims claims, Passage passage, String group, String measure) {
        String text = passage.text();
        if (group.length() < 2 || group.length() > LONGEST) {
            return Optional.empty();
        }
        for (int at = text.indexOf(group); at >= 0; at = text.indexOf(group, at + 1)) {
            int from = at + group.length();
            boolean begins = at == 0
                    || PREFIX.is(text.substring(Math.max(0, at - 2), at))
                    || "，。；：、（）其中“ ".indexOf(text.charAt(at - 1)) >= 0
                    || isNumber(text.charAt(at - 1));
            if (!begins) {
                continue;
            }
            Matcher told = TOLD.in(text.substring(from, Math.min(text.length(), from + 60)));
            if (told.find() && told.end() > 0) {
                String name = "weight".equals(measure) && told.group("weight") == null ? "after" : measure;
                if (told.group(name) != null) {
                    int start = from + told.start(name);
                    return claims.figures(passage).stream()
                            .filter(figure -> figure.start() == start)
                            .findFirst();
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isNumber(char character) {
        return character == '.' || Character.isDigit(character);
    }

    /** Of all rows, or of those that apply where that is what the text counts. */
    private static Check check(Group group, Figure told, String measure) {
        Check all = check(group.name(), group.figures(), told, measure);
        boolean some = all.equation().judge() == Verdict.DIFFERS
                && !group.applicable().isEmpty()
                && group.applicable().size() < group.figures().size();
        return some ? check(group.name(), group.applicable(), told, measure) : all;
    }

    private static Check check(String name, List<Figure> figures, Figure told, String measure) {
        return Checks.sum("weight".equals(measure) ? Kind.WEIGHT : Kind.ROLLUP, name, told, figures);
    }

    private static Set<String> above(List<Group> groups) {
        Set<String> above = new HashSet<>();
        groups.stream().filter(Group::above).map(Group::name).forEach(above::add);
        return above;
    }

    /** 产出指标49.27分 beside 效益指标30分: told without 得, and no weight ends so. */
    private static boolean isScore(Check check) {
        return check.kind() == Kind.WEIGHT
                && check.equation().judge() == Verdict.DIFFERS
                && check.equation().result().scale() > 0
                && (!check.equation().result().printed().times(Exact.of(10)).isWhole()
                        || check.equation().inputs().stream().allMatch(weight -> weight.scale() == 0));
    }

    /** All of them where those that hold outnumber the others; else only those that hold, and those of a group that cannot be right. */
    private static void enter(List<Check> checks, Set<String> above, Claims claims, Ledger ledger) {
        long failing = checks.stream()
                .filter(check -> check.equation().judge() == Verdict.DIFFERS)
                .count();
        long holding = checks.size() - failing;
        boolean most = holding >= LEAST && holding >= 2 * failing;
        checks.stream()
                .filter(check -> (most && !isScore(check))
                        || (check.kind() == Kind.ROLLUP && closes(claims, check))
                        || above.contains(check.subject())
                        || check.equation().judge() != Verdict.DIFFERS)
                .forEach(check -> {
                    ledger.check(check);
                    if (check.kind() == Kind.WEIGHT) {
                        together(claims, check.equation().result()).ifPresent(ledger::check);
                    }
                });
    }
}
