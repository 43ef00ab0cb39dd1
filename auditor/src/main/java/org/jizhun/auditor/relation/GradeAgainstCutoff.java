package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;

/**
 * A total score against the grade stated with it. The cut-offs are those printed in the document ({@code 90分（含）以上为优}),
 * else 90, 80 and 60 of 100.
 */
final class GradeAgainstCutoff implements Relation {

    private static final Pattern GRADED = Pattern.compile(
            "(?:得分|评分|总分|分值|自评分|得)(?:为|是|达|：)?(?<score>\\d{1,3}(?:\\.\\d{1,2})?)分[^。]{0,220}?(?:等级|等次|级别|档次|结果|结论|评价|评定)(?:评定|评价|结果)?(?:(?:为|是|属于|属|：|达到)|(?=“))[“\"‘]?(?<grade>优秀|良好|优|良|中等|中|合格|不合格|差|较差)[”\"’]?(?=[。，；、（）级档等”]|$)");
    private static final Pattern CUTOFF = Pattern.compile(
            "(?<low>\\d{2,3})分?（?(?:含|含\\d+分)?）?(?:及|（含）)?以上[^。；，]{0,6}?(?:为|的为|评为|：)?[“\"]?(?<grade>优秀?)");
    private static final List<String> GRADES = List.of("优", "良", "中", "差");
    private static final List<Exact> CUTOFFS = List.of(Exact.of(90), Exact.of(80), Exact.of(60));

    @Override
    public String name() {
        return "grade-against-cutoff";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        Exact best = CUTOFFS.get(0);
        for (Passage passage : claims.passages()) {
            Matcher cutoff = CUTOFF.matcher(passage.text());
            if (cutoff.find()) {
                best = Exact.parse(cutoff.group("low"));
            }
        }
        for (Passage passage : claims.passages()) {
            Matcher matcher = GRADED.matcher(passage.text());
            while (matcher.find()) {
                grade(passage, matcher, best, ledger);
            }
        }
    }

    private static void grade(Passage passage, Matcher matcher, Exact best, Ledger ledger) {
        Exact score = Exact.parse(matcher.group("score"));
        String stated = matcher.group("grade");
        if (score.compareTo(Exact.HUNDRED) > 0 || stated.contains("合格") || score.compareTo(Exact.of(40)) < 0) {
            return;
        }
        int rank = score.compareTo(best) >= 0
                ? 0
                : score.compareTo(CUTOFFS.get(1)) >= 0 ? 1 : score.compareTo(CUTOFFS.get(2)) >= 0 ? 2 : 3;
        String right = GRADES.get(rank);
        String first = stated.replace("较", "").substring(0, 1);
        if (!first.equals(right)) {
            String expected = stated.length() == 2 && rank < 2 ? (rank == 0 ? "优秀" : "良好") : right;
            Problem problem = Problem.of(
                    "grade-differs",
                    Place.NONE,
                    "stated",
                    stated,
                    "expected",
                    expected,
                    "score",
                    matcher.group("score"));
            ledger.find(Finding.of(
                    Kind.GRADE,
                    stated,
                    Optional.of(expected),
                    problem,
                    passage.spot(matcher.start("grade"), matcher.end("grade")),
                    List.of(passage.spot(matcher.start("score"), matcher.end("score") + 1))));
        }
    }
}
