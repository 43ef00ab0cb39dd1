package org.jizhun.documents.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.scheme.Checklist;
import org.jizhun.kernel.scheme.Criterion;
import org.jizhun.kernel.scheme.DeductionPerEvent;
import org.jizhun.kernel.scheme.JudgedBands;
import org.jizhun.kernel.scheme.JudgedWithReason;
import org.jizhun.kernel.scheme.Rule;
import org.jizhun.kernel.scheme.Scheme;

/** What a scheme asks people to fill in, and the names it knows, taken from its criteria and their rules. */
final class SchemeForm {

    private SchemeForm() {}

    static Form of(Scheme scheme) {
        List<String> remarks = new ArrayList<>();
        long unverified =
                scheme.all().filter(criterion -> !criterion.basis().verified()).count();
        if (!scheme.basis().verified() || unverified > 0) {
            remarks.add(
                    "本方案有" + (unverified > 0 ? " " + unverified + " 项" : "部分") + "指标的分值或规则尚未与正式文件核对，评分和报告中会注明“未核实”。");
        }
        if (!scheme.unclear().isEmpty()) {
            remarks.add(scheme.unclear());
        }
        String title = scheme.authority().zh() + "　" + scheme.title().zh() + "（" + scheme.edition() + "）";
        List<Form.Question> questions =
                scheme.leaves().stream().map(SchemeForm::question).toList();
        return new Form(
                scheme.id(),
                title,
                remarks,
                scheme.vocabulary(),
                scheme.vocabulary().registers(),
                questions);
    }

    /** The ids that rows of a case may name. */
    static SchemeNames names(Scheme scheme) {
        Set<String> criteria = scheme.all().map(Criterion::id).collect(Collectors.toSet());
        Map<String, Set<String>> elements = new TreeMap<>();
        for (Criterion leaf : scheme.leaves()) {
            if (leaf.rule().orElse(null) instanceof Checklist checklist) {
                elements.put(
                        leaf.id(),
                        checklist.elements().stream().map(Checklist.Element::id).collect(Collectors.toSet()));
            }
        }
        return new SchemeNames(scheme.vocabulary(), criteria, elements);
    }

    private static Form.Question question(Criterion leaf) {
        Rule rule = leaf.rule().orElseThrow();
        String title = leaf.name().zh() + "（" + leaf.weight().points() + " 分）";
        if (rule instanceof Checklist checklist) {
            List<Form.Item> asked = checklist.elements().stream()
                    .filter(element -> element.met().isEmpty())
                    .map(element -> new Form.Item(element.id(), element.name().zh()))
                    .toList();
            return new Form.Question(leaf.id(), title, asked.isEmpty() ? Form.Use.OTHER : Form.Use.CHECKS, asked);
        }
        if (rule instanceof JudgedBands judged) {
            List<Form.Item> bands = judged.bands().stream()
                    .map(band -> new Form.Item(band.label(), percent(band.from()) + " 至 " + percent(band.to())))
                    .toList();
            return new Form.Question(leaf.id(), title, Form.Use.JUDGEMENTS, bands);
        }
        if (rule instanceof JudgedWithReason) {
            return new Form.Question(leaf.id(), title, Form.Use.JUDGEMENTS, List.of());
        }
        boolean deductions = rule instanceof DeductionPerEvent events
                && events.events().names().contains("deductions");
        return new Form.Question(leaf.id(), title, deductions ? Form.Use.DEDUCTIONS : Form.Use.OTHER, List.of());
    }

    private static String percent(Exact ratio) {
        return ratio.times(Exact.HUNDRED) + "%";
    }
}
