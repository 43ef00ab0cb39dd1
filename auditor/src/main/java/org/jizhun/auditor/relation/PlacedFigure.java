package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/**
 * A figure of the text or of a table with the words that say what it is of: in the text those around it, in a table its row and column.
 *
 * @param measure what it measures, empty where that is not known
 * @param before in the text the words right before it, in a table the label of its row
 * @param after in the text the words right behind it, in a table the heading of its column
 * @param sentence in the text the whole sentence as far as the figure; of a cell empty
 * @param group the paragraph, or the table as a number below zero
 * @param rank the sentence within the paragraph, or the row
 */
record PlacedFigure(Figure figure, String measure, String before, String after, String sentence, int group, int rank) {

    private static final Sought FILLER =
            Sought.of("(?:共计?|总计|合计|累计|总额|总数|达到?|已|仅|只有|为|是|有|约|的|（|：|“|实际|全部|全年|本年|年末|年底|数)+$");
    private static final Sought TIMES = Sought.of("预计|上半年|下半年|季度|(?:[—～至-]|截[至止](?:20\\d{2}年)?)\\d{1,2}月(?!\\d)|计划数");
    /** Of the figure right behind only: 年初预算…，调整后预算…. */
    private static final Sought OWN_TIMES = Sought.of("上年|去年|年初|期初|期末");

    private static final Sought LABEL =
            Sought.of("^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\\d]{1,3}）|\\d{1,2}[.、]|其中[：:]?)|（[^）]{1,8}）$|\\s");
    /** 综合得分94.2分, 合计92.4分. */
    private static final Sought TOTAL_SCORE =
            Sought.of("(?:综合|总|最终|评价|自评|整体)(?:评价|自评)?(?:总)?得?分(?:值|数)?(?:合计|共计)?$|^(?:合计|总计|总分|共计)得?$");

    private static final int NEAR = 14;
    /** So many characters in a row in common make one name. */
    private static final int RUN = 4;

    /**
     * A figure whose words are read only when they are asked for.
     *
     * @param told whether it is exact, and of a kind or measure that the text or the table's heading tells
     */
    record Unread(Figure figure, boolean told, Supplier<PlacedFigure> placed) {}

    static List<Unread> all(Claims claims) {
        List<Unread> all = new ArrayList<>();
        for (Passage passage : claims.passages()) {
            for (Mention mention : claims.mentions(passage)) {
                Figure figure = mention.figure();
                boolean told = figure.kind() != Figure.Kind.PLAIN
                        || !mention.measure().orElse("").isEmpty();
                all.add(new Unread(figure, told && isExact(figure), () -> of(mention)));
            }
        }
        int group = 0;
        for (Table table : claims.tables()) {
            group--;
            int rank = 0;
            for (Table.Row row : table.rows()) {
                rank++;
                for (Table.Column column : table.columns()) {
                    int own = group;
                    int line = rank;
                    row.figures()
                            .get(column.index())
                            .ifPresent(figure -> all.add(
                                    new Unread(figure, isExact(figure), () -> cell(figure, row, column, own, line))));
                }
            }
        }
        return all;
    }

    private static PlacedFigure cell(Figure figure, Table.Row row, Table.Column column, int group, int rank) {
        String label = LABEL.replaceAll(row.label(), "");
        return new PlacedFigure(figure, column.measure().orElse(""), label, column.heading(), "", group, rank);
    }

    static PlacedFigure of(Mention mention) {
        Figure figure = mention.figure();
        String text = figure.passage().text();
        return new PlacedFigure(
                figure,
                mention.measure().orElse(""),
                FILLER.replaceFirst(mention.before(), ""),
                mention.after(),
                text.substring(text.lastIndexOf('。', figure.start()) + 1, figure.start()),
                figure.passage().order(),
                mention.sentence());
    }

    private boolean isCell() {
        return group < 0;
    }

    private static boolean isExact(Figure figure) {
        return figure.nearness() == Figure.Nearness.EXACT;
    }

    /** 预计全年271.60万元 and 1—9月217.60万元 are two figures. */
    boolean isOfSameTimeAs(PlacedFigure other) {
        return times().equals(other.times());
    }

    private Set<String> times() {
        Set<String> times = new TreeSet<>();
        Matcher matcher = TIMES.in(isCell() ? before + after : sentence);
        while (matcher.find()) {
            times.add(matcher.group());
        }
        Matcher own = OWN_TIMES.in(isCell() ? before + after : before);
        while (own.find() && !isCell()) {
            times.add(own.group());
        }
        return times;
    }

    /** In one sentence or in one table two figures are two things. */
    boolean isBeside(PlacedFigure other) {
        return group == other.group && (isCell() || rank == other.rank);
    }

    /** Whether this is a cell whose row the other's sentence names: 教育支出决算3,089.75万元. */
    boolean isRowOf(PlacedFigure text) {
        return isCell()
                && !text.isCell()
                && !before.isEmpty()
                && (before.length() >= 3
                        ? text.sentence.contains(before)
                        : before.length() == 2 && text.near().contains(before))
                && isColumnOf(text);
    }

    private String near() {
        return sentence.substring(Math.max(0, sentence.length() - NEAR));
    }

    /** Points are told of a column of scores, rates of one of rates, and the words before the figure name no other column. */
    private boolean isColumnOf(PlacedFigure text) {
        if (!measure.isEmpty() && measure.equals(text.measure)) {
            return true;
        }
        return switch (text.figure.kind()) {
            case POINTS -> after.contains("分");
            case PERCENT -> figure.kind() == Figure.Kind.PERCENT;
            default -> figure.kind() != Figure.Kind.PERCENT && !after.endsWith("分");
        };
    }

    /** 14批次 in the text, 国内公务接待批次（个） in the table. */
    boolean sharesUnit(PlacedFigure other) {
        return isCell()
                ? before.endsWith(other.figure.unit()) && other.figure.unit().length() > 1
                : other.sharesUnitOf(this);
    }

    private boolean sharesUnitOf(PlacedFigure other) {
        return before.endsWith(other.figure.unit()) && other.figure.unit().length() > 1;
    }

    /** Whether the words right before both end alike, or one is told of what stands right behind the other. */
    boolean isNamedAs(PlacedFigure other, int least) {
        if (isCell() != other.isCell()) {
            PlacedFigure cell = isCell() ? this : other;
            PlacedFigure text = isCell() ? other : this;
            String unit = text.figure.unit();
            boolean counted = unit.length() > 1
                    && cell.before.endsWith(unit)
                    && GeneralWords.shareOther(cell.before, text.sentence);
            return counted || (least < RUN && cell.isColumnOf(text) && sharesRun(cell.before, text.before));
        }
        if (isCell()) {
            return before.length() >= least && before.equals(other.before) && after.equals(other.after);
        }
        int common = commonEnd(before, other.before);
        boolean whole = common >= 2 && (common == before.length() || common == other.before.length());
        return (common >= least && !isGeneral(before.substring(before.length() - common)))
                || (whole && common >= 3 && figure.kind() == Figure.Kind.PERCENT)
                || isBehind(other, least)
                || other.isBehind(this, least);
    }

    /** 村卫生室63所, 36所村卫生室. */
    private boolean isBehind(PlacedFigure other, int least) {
        for (int length = Math.min(8, before.length()); length >= least; length--) {
            String name = before.substring(before.length() - length);
            if (other.after.startsWith(name)) {
                return !isGeneral(name);
            }
        }
        return false;
    }

    private static boolean isGeneral(String name) {
        return GeneralWords.without(name).length() < 2;
    }

    private static int commonEnd(String one, String two) {
        int common = 0;
        while (common < Math.min(one.length(), two.length())
                && one.charAt(one.length() - 1 - common) == two.charAt(two.length() - 1 - common)) {
            common++;
        }
        return common;
    }

    boolean isTotalScoreAs(PlacedFigure other) {
        return figure.kind() == Figure.Kind.POINTS
                && other.figure.kind() == Figure.Kind.POINTS
                && TOTAL_SCORE.isIn(clause())
                && TOTAL_SCORE.isIn(other.clause());
    }

    /** The words of the text right before it as they stand. */
    private String clause() {
        int from = sentence.length();
        while (from > 0 && "，。；：、（".indexOf(sentence.charAt(from - 1)) < 0) {
            from--;
        }
        return isCell() ? before : sentence.substring(from);
    }

    boolean sharesWord(PlacedFigure other) {
        return GeneralWords.shareOther(before, other.before);
    }

    /** 月均供养特困人员 in the text, 特困人员救助供养 in the table. */
    private static boolean sharesRun(String one, String two) {
        for (int i = 0; i + RUN <= one.length(); i++) {
            String run = one.substring(i, i + RUN);
            if (two.contains(run) && !isGeneral(run)) {
                return true;
            }
        }
        return false;
    }
}
