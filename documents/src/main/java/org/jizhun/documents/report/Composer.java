package org.jizhun.documents.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jizhun.documents.report.Report.Slot;
import org.jizhun.kernel.quantity.Exact;

/**
 * Composes a report from a snapshot: first all figures, then sentences and tables that refer to them. Works for any scheme
 * of any number of groups and levels, for departments and for projects; what is missing is said, never filled in.
 */
public final class Composer {

    private final Snapshot snapshot;
    private final Figures figures = new Figures();
    private final Map<Slot, List<Block>> slots = new EnumMap<>(Slot.class);
    private final Set<String> fields;

    private Composer(Snapshot snapshot, Set<String> fields) {
        this.snapshot = snapshot;
        this.fields = fields;
    }

    /** A narrative that names figures ({@code {{key}}}) is composed once more when all of them are known. */
    public static Report compose(Snapshot snapshot) {
        Report report = new Composer(snapshot, Set.of()).compose();
        if (Fields.in(snapshot).isEmpty()) {
            return report;
        }
        Set<String> known = report.figures().all().stream().map(Figure::key).collect(Collectors.toSet());
        return new Composer(snapshot, known).compose();
    }

    private Report compose() {
        figures.count("year", snapshot.number("year"), "", "facts: year");
        figures.date("report-date", snapshot.day().orElse(null), "facts: reportDate");
        ScoreFigures.add(snapshot, figures);
        NarrativeSections narrative = new NarrativeSections(snapshot, figures, fields);
        BudgetSection budget = new BudgetSection(snapshot, figures);
        Indicators indicators = new Indicators(snapshot, figures);
        Execution execution = new Execution(snapshot, figures);
        ProblemsSection problems = new ProblemsSection(snapshot, figures);
        slots.put(Slot.PREFACE, narrative.preface());
        slots.put(Slot.DUTIES, narrative.duties());
        slots.put(Slot.WORK, narrative.work());
        slots.put(Slot.GOALS, narrative.goals());
        slots.put(Slot.BUDGET, budget.blocks());
        slots.put(Slot.MANAGEMENT, narrative.management());
        slots.put(Slot.CONCLUSION, new ConclusionSection(snapshot, figures).blocks());
        slots.put(Slot.ANALYSIS, analysis(indicators, execution, narrative));
        slots.put(Slot.PROBLEMS, problems.problems());
        slots.put(Slot.MEASURES, problems.measures());
        annexes(indicators);
        return new Report(
                snapshot.isProject() ? Report.Subject.PROJECT : Report.Subject.DEPARTMENT, title(), figures, slots);
    }

    private Prose title() {
        return snapshot.project()
                .map(row -> Prose.of("{}\n{}{year}年度项目支出绩效自评报告", snapshot.name(), row.text("name")))
                .orElse(Prose.of("{}\n{year}年度" + snapshot.kind() + "绩效自评报告", snapshot.name()));
    }

    private List<Block> analysis(Indicators indicators, Execution execution, NarrativeSections narrative) {
        AnalysisSections analysis = new AnalysisSections(snapshot, figures, indicators, execution, narrative);
        List<Block> blocks = analysis.blocks();
        if (!snapshot.projects().isEmpty()) {
            analysis.heading(Prose.of("项目支出绩效自评情况"));
            figures.count("projects.count", Exact.of(snapshot.projects().size()), "个", "count");
            blocks.add(new Block.Paragraph(Prose.of("本年度共对{projects.count}项目开展绩效自评，结果见下表：")));
            blocks.add(new Block.Line(Style.CAPTION, Prose.of("{year}年度项目支出绩效自评结果表")));
            blocks.add(ProjectsSection.table(snapshot, figures));
        }
        for (String section : List.of("其他自评情况", "上年度问题整改情况")) {
            List<Block> written = narrative.narrative(section);
            if (!written.isEmpty()) {
                analysis.heading(Prose.of(section));
                blocks.addAll(written);
            }
        }
        return blocks;
    }

    private void annexes(Indicators indicators) {
        figures.count("annex.scores", Exact.ONE, "", "order").count("annex.indicators", Exact.of(2), "", "order");
        AnnexTables tables = new AnnexTables(snapshot, figures);
        Prose scores = Prose.of(snapshot.kind() + "绩效自评表");
        Prose completion = Prose.of(snapshot.kind() + "绩效指标完成情况统计表");
        List<Block> list = new ArrayList<>();
        list.add(new Block.Line(Style.ANNEX, Prose.of("附件：{annex.scores}.").and(scores)));
        list.add(new Block.Line(Style.ANNEX, Prose.of("{annex.indicators}.").and(completion)));
        slots.put(Slot.ANNEXES, list);
        List<Block> signature = new ArrayList<>();
        signature.add(new Block.Line(Style.SIGNATURE, Prose.quote(snapshot.name())));
        if (snapshot.day().isPresent()) {
            signature.add(new Block.Line(Style.SIGNATURE, Prose.figure("report-date")));
        }
        slots.put(Slot.SIGNATURE, signature);
        Prose source = tables.source()
                .map(name -> Prose.of("评分依据：{}。标有“未核实”的，尚未与该文件核对。", name))
                .orElse(Prose.EMPTY);
        slots.put(Slot.ANNEX_SCORES, annex("annex.scores", scores, source, tables.scores()));
        Block.Table completed = tables.indicators(indicators);
        slots.put(
                Slot.ANNEX_INDICATORS,
                completed.rows().isEmpty()
                        ? List.of(
                                new Block.Line(Style.ANNEX_MARK, Prose.of("附件{annex.indicators}")),
                                new Block.Line(Style.CAPTION, completion),
                                completed,
                                new Block.Paragraph(Prose.of("（绩效指标明细未提供。）")))
                        : annex("annex.indicators", completion, Prose.EMPTY, completed));
    }

    /** @param remark above the table; may be empty */
    private List<Block> annex(String number, Prose title, Prose remark, Block.Table table) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Line(Style.ANNEX_MARK, Prose.of("附件{" + number + "}")));
        blocks.add(new Block.Line(
                Style.CAPTION, Prose.of("{}{year}年度", snapshot.name()).and(title)));
        if (!remark.pieces().isEmpty()) {
            blocks.add(new Block.Line(Style.UNIT, remark));
        }
        blocks.add(table);
        return blocks;
    }
}
