package org.jizhun.documents.report;

import java.util.ArrayList;
import java.util.List;
import org.jizhun.kernel.scoring.CriterionScore;
import org.jizhun.kernel.scoring.Status;

/** Why a criterion has the score it has, in a few words: deducted points with reason, what is missing, who judged. */
final class Reasons {

    private final Figures figures;

    Reasons(Figures figures) {
        this.figures = figures;
    }

    /** Every reason as one prose each; empty where a computed criterion has all its points. */
    List<Prose> of(CriterionScore leaf) {
        List<Prose> reasons = new ArrayList<>();
        for (int i = 0; i < leaf.losses().size(); i++) {
            String key = ScoreFigures.key(leaf, "loss." + (i + 1));
            Prose why = Wording.of(key + ".reason", leaf.losses().get(i).reason(), figures);
            reasons.add(Prose.of("扣{" + key + "}：").and(why));
        }
        switch (leaf.status()) {
            case MISSING -> missing(leaf, reasons);
            case NOT_APPLICABLE -> reasons.add(noted("本指标不适用", leaf));
            case STATED -> reasons.add(noted("得分引自已公布文件", leaf));
            case JUDGED -> reasons.add(noted("由人评定", leaf));
            case COMPUTED -> {
                if (reasons.isEmpty() && isShort(leaf)) {
                    reasons.add(Prose.of("扣{" + ScoreFigures.key(leaf, "lost") + "}：按评分规则计算，得分率为{"
                            + ScoreFigures.key(leaf, "rate") + "}"));
                }
            }
        }
        return reasons;
    }

    /** All reasons in one cell or sentence. */
    Prose inOne(CriterionScore leaf) {
        return Prose.join(of(leaf), "；");
    }

    /** Whether points are lacking. */
    static boolean isShort(CriterionScore leaf) {
        return leaf.score().isPresent() && leaf.score().orElseThrow().compareTo(leaf.weight()) < 0;
    }

    private void missing(CriterionScore leaf, List<Prose> reasons) {
        List<Prose> lacks = new ArrayList<>();
        for (int i = 0; i < leaf.problems().size(); i++) {
            lacks.add(Wording.of(
                    ScoreFigures.key(leaf, "missing." + (i + 1)),
                    leaf.problems().get(i),
                    figures));
        }
        Prose start = Prose.of("缺少计分资料，未计分");
        reasons.add(lacks.isEmpty() ? start : start.and(Prose.of("：")).and(Prose.join(lacks, "；")));
    }

    private static Prose noted(String words, CriterionScore leaf) {
        if (leaf.status() != Status.COMPUTED && !leaf.note().isEmpty()) {
            return Prose.of(words + "：{}", NarrativeSections.bare(leaf.note()));
        }
        return Prose.of(words);
    }
}
