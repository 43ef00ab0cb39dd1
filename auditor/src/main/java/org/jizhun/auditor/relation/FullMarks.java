package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;

/** 效益指标满分30分，自评得26分。…三项指标均得满分，无扣分事项: where nothing was taken off, the score is the weight. */
final class FullMarks {

    private static final Sought SCORED = Sought.of(
            "(?:满分|分值|权重|标准分)(?:为|共)?(?<weight>\\d{1,3}(?:\\.\\d+)?)分?[，、）]{0,2}(?:自评|实际|评价)?(?:得分|得)(?:为)?(?<score>\\d{1,3}(?:\\.\\d+)?)分");
    private static final Sought NOTHING_TAKEN = Sought.of(
            "(?:无|没有|未发生)扣分(?:事项|项|情形|情况)?|(?:各项|全部|所有|[两三四五六七八九十]项)(?:指标)?[^。；]{0,16}均?(?:得|获得?)满分|均未扣分|均不扣分");
    private static final Sought TAKEN = Sought.of("扣(?:除|减|了)?\\d|扣[一二三四五六七八九]分|失分\\d");

    private FullMarks() {}

    static void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            Matcher scored = SCORED.in(passage);
            if (scored.find()) {
                String rest = passage.text().substring(scored.end());
                String score = scored.group("score");
                String weight = scored.group("weight");
                boolean less = Exact.parse(score).compareTo(Exact.parse(weight)) < 0;
                boolean one = !scored.find();
                scored.reset();
                if (one && less && scored.find() && NOTHING_TAKEN.isIn(rest) && !TAKEN.isIn(rest)) {
                    Problem problem =
                            Problem.of("full-marks-said", Place.NONE, "stated", score + "分", "expected", weight + "分");
                    ledger.find(Finding.of(
                            Kind.SCORE,
                            score + "分",
                            Optional.of(weight + "分"),
                            problem,
                            passage.spot(scored.start("score"), scored.end("score") + 1),
                            List.of()));
                }
            }
        }
    }
}
