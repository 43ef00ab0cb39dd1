package org.jizhun.auditor.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jizhun.auditor.text.Grid;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/** Reads a grid: what its columns measure, which rows close it, and one figure a cell. */
final class Tables {

    private static final Set<String> RATES = Set.of(
            "execution-rate",
            "initial-rate",
            "budget-rate",
            "arrival-rate",
            "adjustment-rate",
            "completion-rate",
            "score-rate",
            "use-rate",
            "share",
            "debt-rate",
            "staff-rate",
            "saving-rate",
            "growth");
    private static final Set<String> MONEY = Set.of(
            "initial",
            "adjustment",
            "adjusted",
            "budget",
            "arrived",
            "actual",
            "balance",
            "last",
            "current",
            "assets",
            "liabilities",
            "net-assets",
            "depreciation",
            "net-value",
            "whole-assets",
            "in-use",
            "saving",
            "procured",
            "principal",
            "interest",
            "growth-amount");
    private static final Sought FIGURE_ONLY = Sought.of("[≥≤><=]?[-+]?\\d[\\d,]*(?:\\.\\d+)?\\D{0,4}");
    private static final Sought LEVEL_ONE = Sought.of("^[一二三四五六七八九十]{1,3}、.*");
    private static final Sought LEVEL_TWO = Sought.of("^（[一二三四五六七八九十]{1,3}）.*");
    private static final Sought LEVEL_THREE = Sought.of("^(?:\\d{1,2}[.、]|（\\d{1,2}）).*");

    /** 新增新能源公交车（辆）: the unit of the row's target and result. */
    private static final Pattern OF_ROW =
            Pattern.compile("（(?<unit>%|个|座|公里|辆|人|人次|家|户|次|件|项|台|套|台套|亩|万亩|吨|万吨|场|所|处|批次|平方米)）$");

    /** 扣除不适用后分值, 适用分值, 折算后分值, 实际分值. */
    private static final Sought APPLICABLE = Sought.of("适用|剔除|扣除|折算|换算|调整后|实际|有效|核定|可得");

    private static final Set<String> OF_INDICATOR = Set.of("target", "achieved");

    /** 205教育支出, 20502普通教育: codes of functions or of economic kinds before the names. */
    private static final Sought CODED = Sought.of("[23]\\d{2}(?:\\d{2}){0,2}[\\u4e00-\\u9fa5]");

    private static final Sought OF_POINTS = Sought.of("合计|总计|小计|偏差|差异|分差|差值|差额");

    private static final Sought SUBCODE = Sought.of("[23]\\d{4}(?:\\d{2})?[\\u4e00-\\u9fa5]");

    /** 同比增加, 比上年增减: a change of amounts is one itself. */
    private static final Sought CHANGE = Sought.of("(?:同比|环比|[比较与][^率占]{1,8}|^)(?:增加|减少|增减|变动|变化)额?(?:（[^）]*）)?");

    /** 预算执行率（10分）: scores, and what they are out of. */
    private static final Sought OUT_OF =
            Sought.of("(?:率|度|指标|产出|效益|决策|过程|满意|管理|履职|质量|数量|时效|成本|投入|结果|绩效)[^（]{0,6}（(?:满分)?\\d{1,3}分）$");

    /** 项目数 beside amounts with fen: whole things. */
    private static final Sought NUMBER = Sought.of(".*数");

    /** 折合万元: the unit is named without brackets. */
    private static final Sought CONVERTED = Sought.of("(?:折合|折算|换算)[^（）]{0,6}(?:万元|亿元|元)");

    private static final Sought NOTHING = Sought.of("[-—–/]+");

    private Tables() {}

    /** @param otherwise unit of money where neither heading nor caption names one */
    static Table of(Grid grid, Supplier<String> otherwise) {
        List<Table.Column> columns = columns(grid, otherwise);
        List<Table.Row> rows = new ArrayList<>();
        for (List<Passage> cells : grid.body()) {
            rows.add(row(cells, columns));
        }
        return new Table(grid, columns, leveled(rows));
    }

    /** 决策 | — above rows whose first cell is blank: the names of groups and of what is in them stand in two columns. */
    private static List<Table.Row> leveled(List<Table.Row> rows) {
        if (rows.stream().filter(row -> SUBCODE.begins(row.label())).count() >= 2) {
            return rows.stream()
                    .map(row -> CODED.begins(row.label())
                            ? row.atLevel(code(Sought.kept("\\D.*").replaceAll(row.label(), "")))
                            : row)
                    .toList();
        }
        List<Table.Row> groups = rows.stream().filter(Tables::isGroup).toList();
        if (groups.size() < 2) {
            return rows;
        }
        return rows.stream()
                .map(row -> groups.contains(row) ? row.atLevel(1) : isInGroup(row) ? row.atLevel(2) : row)
                .toList();
    }

    private static boolean isGroup(Table.Row row) {
        return !row.total()
                && row.cells().size() > 3
                && !row.cells().get(0).text().isBlank()
                && Sought.kept("[-—–/]+").is(row.cells().get(1).text())
                && row.figures().get(0).isEmpty();
    }

    private static boolean isInGroup(Table.Row row) {
        return !row.total()
                && row.cells().size() > 3
                && row.cells().get(0).text().isBlank()
                && Sought.kept(".*[\\u4e00-\\u9fa5].*").is(row.cells().get(1).text());
    }

    private static List<Table.Column> columns(Grid grid, Supplier<String> otherwise) {
        String captionUnit = Units.inHeading(grid.caption())
                .or(() -> unitOfNames(grid))
                .or(() -> unitOfOthers(grid))
                .orElseGet(otherwise);
        List<String> loose = grid.headingRows() == 0 ? LooseHeadings.read(grid) : List.of();
        List<Table.Column> columns = new ArrayList<>();
        for (int index = 0; index < grid.width(); index++) {
            String heading = grid.heading(index);
            Optional<String> measure = index > 0 && !loose.isEmpty()
                    ? Optional.of(loose.get(index - 1)).filter(name -> !name.isEmpty())
                    : Measures.standard().ofHeading(heading);
            if (OUT_OF.isIn(heading) || (measure.isEmpty() && Table.Column.isOfAllScores(heading))) {
                columns.add(new Table.Column(index, heading, Optional.empty(), "分"));
                continue;
            }
            boolean counted = measure.isEmpty() && NUMBER.is(heading) && !isFen(grid, index) && anyFen(grid);
            String unit = counted ? "" : unit(heading, measure, captionUnit);
            boolean money = unit.isEmpty()
                    && (measure.isEmpty()
                            || (measure.filter(OF_INDICATOR::contains).isPresent() && isOfMoney(grid)))
                    && Units.isMoney(captionUnit)
                    && (CHANGE.is(heading)
                            || !Sought.kept(".*(?:率|比|序号|数量|人数|个数|次数|分值|得分|指标|面积|标准|%).*")
                                    .is(heading))
                    && isFen(grid, index);
            columns.add(new Table.Column(index, heading, measure, money ? captionUnit : unit));
        }
        return applicable(scored(columns));
    }

    /** 资金来源 | 计划数 | 到位数: a plan of amounts and no indicator's target. */
    private static boolean isOfMoney(Grid grid) {
        return IntStream.range(1, grid.width())
                .mapToObj(index -> Measures.standard().ofHeading(grid.heading(index)))
                .anyMatch(measure -> measure.filter(MONEY::contains).isPresent());
    }

    /** 决策（20分） | 过程（20分） | 合计; 自评得分 | 复核得分 | 偏差: what is made of two columns of points or more is told in points. */
    private static List<Table.Column> scored(List<Table.Column> columns) {
        for (int i = 2; i < columns.size(); i++) {
            Table.Column column = columns.get(i);
            boolean points = column.measure().isEmpty()
                    && OF_POINTS.is(column.heading())
                    && columns.get(i - 1).unit().equals("分")
                    && columns.get(i - 2).unit().equals("分");
            if (points) {
                columns.set(i, new Table.Column(i, column.heading(), Optional.empty(), "分"));
            }
        }
        return columns;
    }

    /** 分值 | 扣除不适用后分值: of two weights side by side the second is the one that the scores are held against. */
    private static List<Table.Column> applicable(List<Table.Column> columns) {
        for (int i = 0; i + 1 < columns.size(); i++) {
            Table.Column first = columns.get(i);
            if (first.measure().equals(Optional.of("weight"))
                    && columns.get(i + 1).measure().equals(Optional.of("weight"))
                    && APPLICABLE.isIn(columns.get(i + 1).heading())) {
                columns.set(i, new Table.Column(i, first.heading(), Optional.empty(), first.unit()));
            }
        }
        return columns;
    }

    /** 项目资金（万元）over the names of a table is the unit of its amounts. */
    private static Optional<String> unitOfNames(Grid grid) {
        return grid.width() == 0
                ? Optional.empty()
                : Units.inHeading(grid.heading(0)).filter(Units::isMoney);
    }

    /** 年初预算（万元） beside 调整额 and 执行数 without a unit: the only unit of money among the headings is that of all amounts. */
    private static Optional<String> unitOfOthers(Grid grid) {
        List<String> units = new ArrayList<>();
        for (int index = 1; index < grid.width(); index++) {
            Units.inHeading(grid.heading(index)).filter(Units::isMoney).ifPresent(units::add);
        }
        return units.stream().distinct().count() == 1 ? Optional.of(units.get(0)) : Optional.empty();
    }

    private static boolean anyFen(Grid grid) {
        return IntStream.range(0, grid.width()).anyMatch(index -> isFen(grid, index));
    }

    /** Whether most figures of a column have two decimals, as amounts have. */
    private static boolean isFen(Grid grid, int index) {
        int fen = 0;
        int figures = 0;
        for (List<Passage> row : grid.body()) {
            String cell = index < row.size() ? row.get(index).text().replace(" ", "") : "";
            if (Sought.kept("-?\\d[\\d,]*(?:\\.\\d+)?").is(cell)) {
                figures++;
                fen += Sought.kept(".*\\.\\d{2}").is(cell) ? 1 : 0;
            }
        }
        return fen >= 2 && 4 * fen >= 3 * figures;
    }

    static String unit(String heading, Optional<String> measure, String captionUnit) {
        Optional<String> own = Units.inHeading(heading);
        if (own.isPresent()) {
            return own.get();
        }
        if (CONVERTED.is(heading)) {
            return Sought.kept("^.*?(?=(?:万元|亿元|元)$)").replaceAll(heading, "");
        }
        if (heading.endsWith("%")) {
            return "%";
        }
        if (measure.map(RATES::contains).orElse(false)) {
            return "%";
        }
        if (measure.isPresent() && Set.of("score", "weight", "lost").contains(measure.get())) {
            return "分";
        }
        boolean money = measure.map(MONEY::contains)
                .orElse(Sought.kept(
                                ".*(?:金额|资金|拨款|支出|收入|经费|合计|(?<![人个次户件项台套辆处座间所家村校班期场批笔宗起例条份篇张床头只株棵天月组岗门名位票组站点车目])数)$")
                        .is(heading));
        return money && Units.isMoney(captionUnit) ? captionUnit : "";
    }

    private static Table.Row row(List<Passage> cells, List<Table.Column> columns) {
        List<Optional<Figure>> figures = new ArrayList<>();
        StringBuilder label = new StringBuilder();
        boolean labelOpen = true;
        for (int i = 0; i < cells.size(); i++) {
            Optional<Figure> figure = i == 0 && isNamedByCode(cells.get(0), columns.get(0))
                    ? Optional.empty()
                    : figure(cells.get(i), columns.get(i));
            boolean number = i == 0
                    && (isNumber(columns.get(i)) || columns.get(i).heading().isEmpty());
            labelOpen &= (figure.isEmpty() || number)
                    && (i == 0 || columns.get(i).measure().isEmpty());
            boolean nothing = i > 0 && NOTHING.is(cells.get(i).text());
            if (labelOpen
                    && !number
                    && !nothing
                    && !label.toString().endsWith(cells.get(i).text())) {
                label.append(cells.get(i).text());
            } else if (i == 0 && figure.isEmpty()) {
                label.append(cells.get(i).text());
            }
            figures.add(number && isNumber(columns.get(i)) ? Optional.empty() : figure);
        }
        Matcher own = OF_ROW.matcher(label);
        for (int i = 1; own.find() && i < cells.size(); i++) {
            Table.Column column = columns.get(i);
            boolean plain = column.unit().isEmpty()
                    && column.measure().filter(OF_INDICATOR::contains).isPresent();
            if (plain) {
                Table.Column named = new Table.Column(i, column.heading(), column.measure(), own.group("unit"));
                figures.set(i, figure(cells.get(i), named));
            }
            own.reset();
        }
        boolean total =
                cells.stream().limit(3).anyMatch(cell -> Measures.standard().isTotal(cell.text()))
                        || Measures.standard().isTotal(label.toString());
        boolean numbered = isNumber(columns.get(0));
        boolean coded = numbered
                || (columns.get(0).heading().isEmpty()
                        && CODED.begins(cells.get(0).text() + label));
        int level = coded ? code(cells.get(0).text()) : 0;
        if (level > 0) {
            figures.set(0, Optional.empty());
        }
        return new Table.Row(label.toString(), level > 0 ? level : level(label.toString()), total, figures, cells);
    }

    /** 科目编码及名称: 21002公立医院 is no number of things. */
    private static boolean isNamedByCode(Passage cell, Table.Column column) {
        return CODED.begins(cell.text()) && Sought.kept(".*(?:科目|编码|代码|功能分类).*").is(column.heading());
    }

    private static boolean isNumber(Table.Column column) {
        return Sought.kept("序号|编号|行次|行号|.{0,8}(?:编码|代码)").is(column.heading());
    }

    /** The level of a code of functions: 201, 20126 under it, 2012601 under that. */
    private static int code(String text) {
        return Sought.kept("[1-9]\\d{2}(?:\\d{2}){0,2}").is(text) ? (text.length() - 1) / 2 : 0;
    }

    static int level(String label) {
        return LEVEL_ONE.is(label) ? 1 : LEVEL_TWO.is(label) ? 2 : LEVEL_THREE.is(label) ? 3 : 0;
    }

    /** The figure of a cell that holds nothing else; the column's unit counts where the cell has none. */
    static Optional<Figure> figure(Passage cell, Table.Column column) {
        if (!FIGURE_ONLY.is(cell.text().replace(" ", ""))) {
            return Optional.empty();
        }
        List<Figure> found = FigureFinder.find(cell).figures();
        if (found.size() != 1) {
            return Optional.empty();
        }
        Figure figure = found.get(0);
        if (figure.kind() == Figure.Kind.PLAIN && !column.unit().isEmpty()) {
            Exact printed = figure.printed();
            return Optional.of(Units.figure(
                    cell, figure.start(), figure.end(), printed, figure.scale(), column.unit(), Figure.Nearness.EXACT));
        }
        return Optional.of(figure.exactly());
    }
}
