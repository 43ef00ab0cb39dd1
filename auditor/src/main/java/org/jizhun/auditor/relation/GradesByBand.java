package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.auditor.text.Spot;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;

/** Scores and the grades said of them, held against the bands that the document itself states: 得92.6分，列A档. */
final class GradesByBand {

    private static final Sought SAID = Sought.of(
            Pattern.compile(
                    "(?:评定|确定|认定|评|定|列|划|归|属|等级|等次|档次|级别|结果|结论|达到)(?:等级|等次|档次|级别|结果)?(?:确定为|评定为|评为|为|成|入|于|属|是|：|“)?[“\"‘]?(?<grade>"
                            + GradeBands.GRADE + ")[”\"’]?(?:等次|等级|[级档等类])?[”\"’]?(?=[。，；、）\\s]|$)"),
            "评定认列划归属级次档果论到",
            "优良中合差好般ABCDE一二三四五甲乙丙丁");
    private static final Pattern SCORE = Pattern.compile(
            "(?:得分|评分|总分|得|实得|自评分|考核分)(?:为|是|达|：)?(?<score>\\d{1,3}(?:\\.\\d{1,2})?)分(?!（|及|以|[-—~～至]|[^。，；]{0,4}(?:以上|以下))");
    private static final Pattern SCORES = Pattern.compile("得分|评分|分数|总分");
    private static final Pattern GRADES = Pattern.compile("等级|等次|级别|档次|评级");
    private static final Pattern CELL =
            Pattern.compile("[“\"]?(?<grade>" + GradeBands.GRADE + ")[”\"]?(?:等次|等级|[级档等类])?[”\"]?");
    private static final int BETWEEN = 220;
    private static final Exact LEAST = Exact.of(20);

    private record Told(Exact score, String printed, String stated, String right, Spot where, Spot because) {}

    private GradesByBand() {}

    static void tell(Claims claims, Ledger ledger) {
        GradeBands bands = GradeBands.of(claims);
        if (bands.isEmpty()) {
            return;
        }
        for (Passage passage : claims.passages()) {
            passage(passage, bands, ledger);
        }
        for (Table table : claims.tables()) {
            table(table, bands, ledger);
        }
    }

    private static void passage(Passage passage, GradeBands bands, Ledger ledger) {
        Matcher said = SAID.in(passage);
        Set<Integer> known = null;
        while (said.find()) {
            if (known == null) {
                known = GradeAgainstCutoff.graded(passage);
                known.addAll(GradeFurtherOn.places(passage));
            }
            if (known.contains(said.start("grade")) || !bands.knows(said.group("grade"))) {
                continue;
            }
            Matcher score = SCORE.matcher(passage.text()).region(0, said.start());
            int at = -1;
            String printed = "";
            while (score.find()) {
                at = score.start("score");
                printed = score.group("score");
            }
            if (at >= 0
                    && said.start() - at <= BETWEEN
                    && !GradeAgainstCutoff.isLowered(passage.text(), at, said.start("grade"))) {
                judge(
                                Exact.parse(printed),
                                printed,
                                said.group("grade"),
                                passage.spot(said.start("grade"), said.end("grade")),
                                passage.spot(at, at + printed.length() + 1),
                                bands)
                        .ifPresent(told -> tell(told, ledger));
            }
        }
    }

    private static Optional<Told> judge(
            Exact score, String printed, String grade, Spot where, Spot because, GradeBands bands) {
        return score.compareTo(LEAST) < 0
                ? Optional.empty()
                : bands.grade(score)
                        .filter(right -> !right.equals(grade))
                        .map(right -> new Told(score, printed, grade, right, where, because));
    }

    /** A column of scores beside one of grades that the usual names do not cover; told where most rows fit the bands. */
    private static void table(Table table, GradeBands bands, Ledger ledger) {
        Optional<Table.Column> scores = table.columns().stream()
                .filter(column -> SCORES.matcher(column.heading()).find()
                        && !column.heading().contains("率")
                        && !GRADES.matcher(column.heading()).find())
                .reduce((one, two) -> two);
        Optional<Table.Column> grades = table.columns().stream()
                .filter(column -> GRADES.matcher(column.heading()).find())
                .findFirst();
        if (scores.isEmpty() || grades.isEmpty()) {
            return;
        }
        List<Told> wrong = new ArrayList<>();
        int right = 0;
        for (Table.Row row : table.rows()) {
            int at = grades.get().index();
            Optional<Figure> score = row.figures().get(scores.get().index());
            Matcher cell =
                    CELL.matcher(at < row.cells().size() ? row.cells().get(at).text() : "");
            if (score.isEmpty()
                    || !cell.matches()
                    || !bands.knows(cell.group("grade"))
                    || isUsual(cell.group("grade"))) {
                continue;
            }
            Optional<Told> told = judge(
                    score.get().printed(),
                    score.get().text(),
                    cell.group("grade"),
                    row.cells().get(at).spot(cell.start("grade"), cell.end("grade")),
                    score.get().spot(),
                    bands);
            told.ifPresent(wrong::add);
            right += told.isEmpty() ? 1 : 0;
        }
        if (wrong.size() <= right) {
            wrong.forEach(told -> tell(told, ledger));
        }
    }

    /** Tables of 优良中差 are held against the cut-offs. */
    private static boolean isUsual(String grade) {
        return grade.matches("优秀?|良好?|中等?|较?差");
    }

    private static void tell(Told told, Ledger ledger) {
        Problem problem = Problem.of(
                "grade-differs",
                Place.NONE,
                "stated",
                told.stated(),
                "expected",
                told.right(),
                "score",
                told.printed());
        ledger.find(Finding.of(
                Kind.GRADE, told.stated(), Optional.of(told.right()), problem, told.where(), List.of(told.because())));
    }
}
