package org.jizhun.documents.report;

import java.util.ArrayList;
import java.util.List;
import org.jizhun.kernel.formula.Trace;
import org.jizhun.kernel.scoring.CriterionScore;
import org.jizhun.kernel.scoring.Status;

/**
 * 履职效能分析, 管理效能分析 and whatever else the scheme's first level is called: a section for each group. A group with few
 * criteria is gone through one by one; one with many by its sub-groups, with every deducted point and its reason.
 */
final class AnalysisSections {

    private static final int FEW = 6;

    private final Snapshot snapshot;
    private final Indicators indicators;
    private final Execution execution;
    private final NarrativeSections narrative;
    private final Reasons reasons;
    private final List<Block> blocks = new ArrayList<>();
    private int section = 1;

    AnalysisSections(
            Snapshot snapshot,
            Figures figures,
            Indicators indicators,
            Execution execution,
            NarrativeSections narrative) {
        this.snapshot = snapshot;
        this.indicators = indicators;
        this.execution = execution;
        this.narrative = narrative;
        this.reasons = new Reasons(figures);
    }

    List<Block> blocks() {
        List<CriterionScore> single = new ArrayList<>();
        for (CriterionScore criterion : snapshot.evaluation().criteria()) {
            if (criterion.criteria().isEmpty()) {
                single.add(criterion);
            } else {
                group(criterion);
            }
        }
        if (!single.isEmpty()) {
            heading(Prose.of("评价指标得分分析"));
            items(single);
        }
        return blocks;
    }

    /** A further section with the next number, such as last year's problems. */
    void heading(Prose text) {
        blocks.add(new Block.Heading(2, ++section, text));
    }

    private void group(CriterionScore group) {
        heading(Prose.of("{}分析", group.name().zh()));
        blocks.addAll(narrative.narrative(group.name().zh() + "分析"));
        if (group.status() == Status.STATED) {
            blocks.add(new Block.Paragraph(Prose.of(
                            "{}分值{" + key(group, "weight") + "}，得分{" + key(group, "score") + "}，得分率{"
                                    + key(group, "rate") + "}。",
                            group.name().zh())
                    .and(reasons.inOne(group))
                    .and(Prose.of("。"))));
            return;
        }
        List<CriterionScore> leaves = Snapshot.leaves(group);
        items(leaves.size() <= FEW ? leaves : group.criteria());
        blocks.add(new Block.Paragraph(
                group.score().isPresent()
                        ? Prose.of(
                                "综上，{}分值{" + key(group, "weight") + "}，得分{" + key(group, "score") + "}，得分率{"
                                        + key(group, "rate") + "}。",
                                group.name().zh())
                        : Prose.of("{}中有指标缺少资料，本部分暂不计得分。", group.name().zh())));
    }

    private void items(List<CriterionScore> items) {
        for (int i = 0; i < items.size(); i++) {
            CriterionScore item = items.get(i);
            blocks.add(new Block.Heading(3, i + 1, Prose.quote(item.name().zh())));
            if (item.criteria().isEmpty()) {
                leaf(item);
            } else {
                summary(item);
            }
        }
    }

    private void leaf(CriterionScore leaf) {
        for (String indicatorClass : List.of("产出指标", "效益指标", "满意度指标", "成本指标")) {
            if (concerns(leaf, indicatorClass)) {
                Prose sentence = indicators.sentence(indicatorClass, snapshot.self());
                if (!sentence.isEmpty()) {
                    blocks.add(new Block.Paragraph(sentence));
                }
            }
        }
        if (execution.explains(leaf)) {
            blocks.addAll(execution.blocks());
        }
        blocks.add(new Block.Paragraph(result(leaf)));
    }

    /** A sub-group: its score, what got all its points, and each that did not with the reason. */
    private void summary(CriterionScore group) {
        Prose score = group.score().isPresent()
                ? Prose.of("分值{" + key(group, "weight") + "}，得分{" + key(group, "score") + "}")
                : Prose.of("分值{" + key(group, "weight") + "}，因资料不全暂不计得分");
        List<Prose> full = new ArrayList<>();
        List<CriterionScore> others = new ArrayList<>();
        for (CriterionScore leaf : Snapshot.leaves(group)) {
            if (leaf.status() == Status.COMPUTED && !Reasons.isShort(leaf)) {
                full.add(Prose.quote(leaf.name().zh()));
            } else {
                others.add(leaf);
            }
        }
        if (!full.isEmpty()) {
            score = score.and(Prose.of(others.isEmpty() ? "，各项指标均得满分" : "，其中"));
            score = others.isEmpty() ? score : score.and(Prose.join(full, "、")).and(Prose.of("得满分"));
        }
        blocks.add(new Block.Paragraph(score.and(Prose.of("。"))));
        others.forEach(leaf ->
                blocks.add(new Block.Paragraph(Prose.of("{}：", leaf.name().zh()).and(result(leaf)))));
    }

    private Prose result(CriterionScore leaf) {
        List<Prose> why = reasons.of(leaf);
        Prose score = leaf.score().isPresent()
                ? Prose.of("本指标分值{" + key(leaf, "weight") + "}，得分{" + key(leaf, "score") + "}")
                : Prose.of("本指标分值{" + key(leaf, "weight") + "}，未计分");
        return why.isEmpty()
                ? score.and(Prose.of("。"))
                : score.and(Prose.of("。")).and(Prose.join(why, "；")).and(Prose.of("。"));
    }

    private static boolean concerns(CriterionScore leaf, String indicatorClass) {
        return leaf.name().zh().contains(indicatorClass)
                || leaf.trace().stream().anyMatch(step -> says(step, indicatorClass));
    }

    private static boolean says(Trace step, String words) {
        return step.expression().contains("\"" + words + "\"")
                || step.steps().stream().anyMatch(each -> says(each, words));
    }

    private static String key(CriterionScore criterion, String name) {
        return ScoreFigures.key(criterion, name);
    }
}
