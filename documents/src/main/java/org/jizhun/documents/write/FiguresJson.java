package org.jizhun.documents.write;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jizhun.documents.report.Figure;
import org.jizhun.documents.report.Figures;
import org.jizhun.kernel.quantity.Percent;
import org.jizhun.kernel.quantity.Points;
import org.jizhun.kernel.scoring.CriterionScore;
import org.jizhun.kernel.scoring.Evaluation;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code figures.json}: every figure of the report under its key, with the scheme, the facts' hash and the tree of scores.
 * All figures are strings.
 */
final class FiguresJson {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private FiguresJson() {}

    static byte[] of(Evaluation evaluation, String factsHash, Figures figures) {
        ObjectNode root = JSON.createObjectNode();
        root.putObject("scheme")
                .put("id", evaluation.scheme().id())
                .put("edition", evaluation.scheme().edition())
                .put("hash", evaluation.scheme().hash());
        root.putObject("facts").put("hash", factsHash);
        evaluation.project().ifPresent(code -> root.put("project", code));
        root.put("total", evaluation.total().points().toString());
        evaluation.grade().ifPresent(grade -> root.put("grade", grade));
        scores(root.putArray("criteria"), evaluation.criteria());
        ArrayNode list = root.putArray("figures");
        figures.all().forEach(figure -> figure(list.addObject(), figure));
        return (JSON.writeValueAsString(root).replace("\r\n", "\n") + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void figure(ObjectNode node, Figure figure) {
        node.put("key", figure.key())
                .put("exact", figure.exact())
                .put("printed", figure.text())
                .put("unit", figure.unit())
                .put("rounding", figure.rounding())
                .put("from", figure.from());
    }

    private static void scores(ArrayNode list, List<CriterionScore> criteria) {
        for (CriterionScore each : criteria) {
            ObjectNode node = list.addObject()
                    .put("id", each.id())
                    .put("name", each.name().zh())
                    .put("level", each.level())
                    .put("weight", each.weight().points().toString());
            if (!each.name().en().isEmpty()) {
                node.put("nameEn", each.name().en());
            }
            each.score().map(Points::points).ifPresent(score -> node.put("score", score.toString()));
            each.rate().map(Percent::ratio).ifPresent(rate -> node.put("rate", rate.toString()));
            node.put("status", each.status().word());
            scores(node.putArray("criteria"), each.criteria());
        }
    }
}
