package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.HashSet;
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

/**
 * Scores against the grades stated with them, in running text and in tables that have a column of grades. The cut-offs are
 * those printed in the document ({@code 90分（含）以上为优、80分（含）至90分为良}), else 90, 80 and 60 of 100; a table is held
 * against cut-offs of its own document only, or where most of its rows keep the usual ones.
 */
final class GradeAgainstCutoff implements Relation {

    private static final String GRADE = "[“\"‘]?(?<grade>优秀|良好|优|良|中等|中|合格|不合格|差|较差)[”\"’]?";
    private static final Sought GRADED = Sought.of(Pattern.compile(
            "(?:得分|评分|总分|分值|自评分|得)(?:为|是|达|：)?(?<score>\\d{1,3}(?:\\.\\d{1,2})?)分(?:(?!(?:综合|总)(?:得分|评分|分)(?:为|是)?\\d)[^。]){0,220}?(?:。[^。，；\\d]{0,8}?)?(?:等级|等次|级别|档次|结果|结论|评价|评定)(?:评定|评价|结果)?(?:(?:为|是|属于|属|：|达到)|(?=“))"
                    + GRADE + "(?=[。，；、（）级档等”]|$)(?!”?的)"));
    /** 自评结果为“优”。自评总分为86.4分. */
    private static final Sought GRADED_FIRST = Sought.of(Pattern.compile("(?:等级|等次|级别|档次|结果|结论)(?:评定)?(?:为|是|：)" + GRADE
            + "(?:等?[级次档])?[。，；][^。；\\d]{0,16}(?:得分|评分|总分|分值|自评分)(?:为|是|达|：)?(?<score>\\d{2,3}(?:\\.\\d{1,2})?)分"));
    /** 甲项目92分、优；乙项目84.5分，等级为良: the grade right after its score. */
    private static final Sought LISTED = Sought.of(Pattern.compile(
            "(?<![\\d.至-])(?<score>\\d{1,3}(?:\\.\\d{1,2})?)分[，、（](?:评价|绩效|综合|最终|据此|被|结果|等级|等次|级别|档次)*(?:评定?|确定|认定|定)?(?:为|是|属于?|达到|：)?"
                    + GRADE + "(?:等?[级次档])?(?=[。，；、）]|$)"));

    private static final Sought CUTOFF = Sought.of(Pattern.compile(
            "(?<low>\\d{2,3})分?（?(?:含|含\\d+分)?）?(?:及|（含）)?以上[^。；，]{0,6}?(?:为|的为|评为|：)?[“\"]?(?<grade>优秀?)"));
    /** 80分（含）至90分为良, 80分及以上、不足90分为良, 良（80-90分）: the lower end of a grade that is not the best. */
    private static final String BETWEEN =
            "(?:≥|不低于)?(?<low>\\d{2})分?(?:（含[^）]{0,4}）|\\(含\\))?(?:及?以上|（含）以上)?(?:且|、|，)?(?:至|到|-|—|~|～|≤得分<|<|不足|低于|小于|以下|不满|未满|）)+(?<high>\\d{2,3})分?";

    private static final Sought STEP = Sought.of(
            Pattern.compile(
                    BETWEEN
                            + "(?:（不?含[^）]{0,4}）)?(?:以下)?(?:的)?(?:，|、)?(?:为|评为|的为|定为|：)?[“\"]?(?<grade>良好?|中等?)(?![\\u4e00-\\u9fa5&&[^级档等的]])"));
    private static final Sought STEP_AFTER =
            Sought.of(Pattern.compile("[“\"]?(?<grade>良好?|中等?)[”\"]?[（：](?:得分)?" + BETWEEN));
    /** 决策得分18.60分、过程得分27.25分，总分91.35分，评定为“良”: of the scores before a grade the last that is told as the whole. */
    private static final Pattern WHOLE = Pattern.compile(
            "(?:总分|总得分|综合得分|综合评分|合计得分)(?:合计)?(?:为|是|达|：)?(?<score>\\d{2,3}(?:\\.\\d{1,2})?)分(?!（|及|以|[-—~～至])");
    /** 总分91.35分，其中产出指标评定为“良”, 上年评定为“良”: a part, and another year, have grades of their own. */
    private static final Sought OF_PART = Sought.of("(?:其中|上年|去年|上一年)[^，；。]{0,30}$");

    private static final Sought LOWERED = Sought.of("否决|降[一低至为]|下调|取消评优|不得评|最高(?:只能|不超过)");
    private static final Sought SCORE = Sought.of("得分|评分|分数|评价分|自评分|总分");
    private static final Sought GRADES_OF = Sought.of("等级|等次|级别|档次|评级");
    private static final Sought GRADE_CELL = Sought.of("[“\"]?(?<grade>优秀|良好|优|良|中等|中|差|较差)[”\"]?");
    private static final List<String> GRADES = List.of("优", "良", "中", "差");
    private static final List<Exact> USUAL = List.of(Exact.of(90), Exact.of(80), Exact.of(60));
    private static final Exact LEAST = Exact.of(40);

    /** @param own whether the document prints all of them */
    private record Scale(List<Exact> cutoffs, boolean own) {

        int rank(Exact score) {
            int rank = 0;
            while (rank < cutoffs.size() && score.compareTo(cutoffs.get(rank)) < 0) {
                rank++;
            }
            return rank;
        }

        boolean fits(Exact score, String grade) {
            return initial(grade).equals(GRADES.get(rank(score)));
        }
    }

    @Override
    public String name() {
        return "grade-against-cutoff";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        Scale scale = scale(claims);
        for (Passage passage : claims.passages()) {
            int found = matches(passage, GRADED.in(passage), scale, ledger);
            if (found == 0) {
                found = matches(passage, GRADED_FIRST.in(passage), scale, ledger);
            }
            if (found == 0) {
                matches(passage, LISTED.in(passage), scale, ledger);
            }
            GradeFurtherOn.of(passage, () -> graded(passage))
                    .forEach(said -> grade(
                            said.score(), said.printed(), said.grade(), scale, said.where(), said.because(), ledger));
        }
        claims.tables().forEach(table -> table(table, scale, ledger));
        GradesByBand.tell(claims, ledger);
    }

    /** Where grades stand that are read together with a score just before or after them. */
    static Set<Integer> graded(Passage passage) {
        Set<Integer> graded = new HashSet<>();
        for (Sought pattern : List.of(GRADED, GRADED_FIRST, LISTED)) {
            Matcher matcher = pattern.in(passage);
            while (matcher.find()) {
                graded.add(matcher.start("grade"));
            }
        }
        return graded;
    }

    /** 因发生安全责任事故，实行一票否决，等级为中. */
    static boolean isLowered(String text, int from, int to) {
        return from < to && LOWERED.isIn(text.substring(from, to));
    }

    private static Scale scale(Claims claims) {
        List<Exact> cutoffs = new ArrayList<>(USUAL);
        int read = 0;
        for (Passage passage : claims.passages()) {
            Matcher best = CUTOFF.in(passage);
            if (best.find()) {
                cutoffs.set(0, Exact.parse(best.group("low")));
                read |= 1;
            }
            for (Sought pattern : List.of(STEP, STEP_AFTER)) {
                Matcher step = pattern.in(passage);
                while (step.find()) {
                    int rank = GRADES.indexOf(initial(step.group("grade")));
                    cutoffs.set(rank, Exact.parse(step.group("low")));
                    read |= 1 << rank;
                }
            }
        }
        boolean falling =
                cutoffs.get(0).compareTo(cutoffs.get(1)) > 0 && cutoffs.get(1).compareTo(cutoffs.get(2)) > 0;
        return falling ? new Scale(cutoffs, read == 7) : new Scale(USUAL, false);
    }

    private static int matches(Passage passage, Matcher matcher, Scale scale, Ledger ledger) {
        int found = 0;
        while (matcher.find()) {
            found++;
            int start = matcher.start("score");
            int end = matcher.end("score");
            int to = Math.max(end, matcher.start("grade"));
            Matcher whole = WHOLE.matcher(passage.text()).region(end, to);
            while (whole.find()) {
                start = whole.start("score");
                end = whole.end("score");
            }
            String between = passage.text().substring(end, to);
            if (isLowered(passage.text(), end, matcher.start("grade")) || OF_PART.isIn(between)) {
                continue;
            }
            String printed = passage.text().substring(start, end);
            grade(
                    Exact.parse(printed),
                    printed,
                    matcher.group("grade"),
                    scale,
                    passage.spot(matcher.start("grade"), matcher.end("grade")),
                    passage.spot(start, end + 1),
                    ledger);
        }
        return found;
    }

    private static boolean isGraded(Exact score, String stated) {
        return score.compareTo(Exact.HUNDRED) <= 0 && !stated.contains("合格") && score.compareTo(LEAST) >= 0;
    }

    private static String initial(String grade) {
        return grade.replace("较", "").substring(0, 1);
    }

    private static void grade(
            Exact score, String printed, String stated, Scale scale, Spot where, Spot because, Ledger ledger) {
        if (!isGraded(score, stated) || scale.fits(score, stated)) {
            return;
        }
        int rank = scale.rank(score);
        String expected = stated.length() == 2 && rank < 2 ? (rank == 0 ? "优秀" : "良好") : GRADES.get(rank);
        Problem problem =
                Problem.of("grade-differs", Place.NONE, "stated", stated, "expected", expected, "score", printed);
        ledger.find(Finding.of(Kind.GRADE, stated, Optional.of(expected), problem, where, List.of(because)));
    }

    /** Rows with a score and a grade each. */
    private static void table(Table table, Scale scale, Ledger ledger) {
        Optional<Table.Column> scores = table.columns().stream()
                .filter(column -> SCORE.isIn(column.heading())
                        && !column.heading().contains("率")
                        && !GRADES_OF.isIn(column.heading()))
                .reduce((one, two) -> two);
        Optional<Table.Column> grades = table.columns().stream()
                .filter(column -> GRADES_OF.isIn(column.heading()))
                .findFirst();
        if (scores.isEmpty() || grades.isEmpty()) {
            return;
        }
        List<Runnable> told = new ArrayList<>();
        int right = 0;
        for (Table.Row row : table.rows()) {
            int at = grades.get().index();
            Optional<Figure> score = row.figures().get(scores.get().index());
            Matcher cell =
                    GRADE_CELL.in(at < row.cells().size() ? row.cells().get(at).text() : "");
            if (score.isEmpty() || !cell.matches() || !isGraded(score.get().printed(), cell.group("grade"))) {
                continue;
            }
            if (scale.fits(score.get().printed(), cell.group("grade"))) {
                right++;
                continue;
            }
            String stated = cell.group("grade");
            Spot where = row.cells().get(at).spot(cell.start("grade"), cell.end("grade"));
            told.add(() -> grade(
                    score.get().printed(),
                    score.get().text(),
                    stated,
                    scale,
                    where,
                    score.get().spot(),
                    ledger));
        }
        if (told.size() <= right || (scale.own() && told.size() <= 2 * right + 1)) {
            told.forEach(Runnable::run);
        }
    }
}
