package org.jizhun.documents.report;

import java.util.ArrayList;
import java.util.List;
import org.jizhun.kernel.scheme.Scheme;
import org.jizhun.kernel.scoring.CriterionScore;
import org.jizhun.kernel.scoring.Evaluation;
import org.jizhun.kernel.scoring.Status;

/** 自评结论: the scheme, the total, the grade, the score table, and what a reader must know about the scores. */
final class ConclusionSection {

    private final Snapshot snapshot;
    private final Figures figures;
    private final Evaluation evaluation;

    ConclusionSection(Snapshot snapshot, Figures figures) {
        this.snapshot = snapshot;
        this.figures = figures;
        this.evaluation = snapshot.evaluation();
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(scheme()));
        blocks.add(new Block.Paragraph(result()));
        provisos().forEach(proviso -> blocks.add(new Block.Paragraph(proviso)));
        blocks.add(new Block.Line(Style.CAPTION, Prose.of("{year}年度{}绩效评价综合得分情况", snapshot.kind())));
        blocks.add(table());
        return blocks;
    }

    private Prose scheme() {
        Scheme scheme = evaluation.scheme();
        List<Prose> weights = evaluation.criteria().stream()
                .map(each -> Prose.of(
                        "{}{" + ScoreFigures.key(each, "weight") + "}",
                        each.name().zh()))
                .toList();
        return Prose.of(
                        "依据《{}》（{}版），{year}年度{}绩效自评满分{scheme.total}，共设末级评价指标{criteria.count}，其中：",
                        scheme.title().zh(),
                        scheme.edition(),
                        snapshot.kind())
                .and(Prose.join(weights, "，"))
                .and(Prose.of("。"));
    }

    private Prose result() {
        List<Prose> parts = evaluation.criteria().stream().map(this::part).toList();
        boolean complete = figures.get("criteria.missing").digits().equals("0");
        String total = complete
                ? "经综合分析与评价，{}{year}年度{}绩效评价综合得分为{score.total}，其中："
                : "按现有资料，{}{year}年度{}绩效评价已计得分为{score.total}，其中：";
        Prose sentence = Prose.of(total, snapshot.self(), snapshot.kind())
                .and(Prose.join(parts, "；"))
                .and(Prose.of("（详见附件）。"));
        return evaluation
                .grade()
                .map(grade -> sentence.and(Prose.of("按照评分标准，自评等级为“{}”。", grade)))
                .orElse(sentence.and(Prose.of("因资料不全，暂不评定等级。")));
    }

    private Prose part(CriterionScore each) {
        if (each.score().isEmpty()) {
            return Prose.of("{}未计分", each.name().zh());
        }
        return Prose.of(
                "{}自评得分{" + ScoreFigures.key(each, "score") + "}，得分率为{" + ScoreFigures.key(each, "rate") + "}",
                each.name().zh());
    }

    /** What stands behind the scores and is not certain is said, never hidden. */
    private List<Prose> provisos() {
        List<Prose> provisos = new ArrayList<>();
        if (has("criteria.missing")) {
            List<Prose> names = snapshot.leaves().stream()
                    .filter(leaf -> leaf.status() == Status.MISSING)
                    .map(leaf -> Prose.quote(leaf.name().zh()))
                    .toList();
            provisos.add(Prose.of("有{criteria.missing}指标缺少计分资料，涉及分值{criteria.missing-weight}，既未按零分也未按满分处理：" + "")
                    .and(Prose.join(names, "、"))
                    .and(Prose.of("。资料补齐后，综合得分最高可达{score.attainable}。")));
        }
        if (has("criteria.stated")) {
            provisos.add(Prose.of("有{criteria.stated}得分引自已公布的文件，没有可供重新计算的基础数据，已在附件中逐项注明出处。"));
        }
        if (has("criteria.unverified")) {
            provisos.add(Prose.of("需要说明的是，评价方案中有{criteria.unverified}指标的分值或评分规则尚未与文件原文核对，" + "相应得分以主管部门正式印发的方案为准。"));
        }
        return provisos;
    }

    private boolean has(String count) {
        return !figures.get(count).digits().equals("0");
    }

    private Block table() {
        List<Block.Row> rows = new ArrayList<>();
        evaluation
                .criteria()
                .forEach(each -> rows.add(NarrativeSections.row(
                        Prose.quote(each.name().zh()),
                        Prose.digits(ScoreFigures.key(each, "weight")),
                        Prose.figure(ScoreFigures.key(each, "share")),
                        Prose.digits(ScoreFigures.key(each, "score")),
                        Prose.figure(ScoreFigures.key(each, "rate")))));
        rows.add(new Block.Row(
                true,
                List.of(
                        Block.Cell.of(Prose.of("合计")),
                        Block.Cell.of(Prose.digits("scheme.total")),
                        Block.Cell.of(Prose.EMPTY),
                        Block.Cell.of(Prose.digits("score.total")),
                        Block.Cell.of(Prose.figure("score.total-rate")))));
        return new Block.Table(
                List.of(
                        new Block.Column(Prose.of("评价内容"), 1, Block.Align.LEFT),
                        new Block.Column(Prose.of("分值"), 1, Block.Align.RIGHT),
                        new Block.Column(Prose.of("所占比重"), 1, Block.Align.RIGHT),
                        new Block.Column(Prose.of("得分"), 1, Block.Align.RIGHT),
                        new Block.Column(Prose.of("得分率"), 1, Block.Align.RIGHT)),
                rows);
    }
}
