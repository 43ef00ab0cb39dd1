package org.jizhun.documents.score;

import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.fact.Spoken;
import org.jizhun.kernel.formula.Trace;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.scheme.Basis;
import org.jizhun.kernel.scheme.Loss;
import org.jizhun.kernel.scheme.Title;
import org.jizhun.kernel.scoring.CriterionScore;
import org.jizhun.kernel.scoring.Evaluation;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * Evaluations as JSON, as docs/score-json.md says: every figure is a string, keys always stand in the same order, and the
 * same input gives the same bytes in any language and locale. One evaluation is an object, several are an array.
 */
public final class ScoreJson {

    private static final DefaultIndenter NEW_LINES = new DefaultIndenter("  ", "\n");

    private final JsonGenerator json;

    private ScoreJson(JsonGenerator json) {
        this.json = json;
    }

    /** @param caseProblems what was wrong with the case; it stands first among each evaluation's problems */
    public static String write(
            List<Evaluation> before, List<Evaluation> after, List<String> changes, List<Problem> caseProblems) {
        StringWriter text = new StringWriter();
        ObjectWriteContext layout = new ObjectWriteContext.Base() {
            @Override
            public PrettyPrinter getPrettyPrinter() {
                return new DefaultPrettyPrinter().withObjectIndenter(NEW_LINES).withArrayIndenter(NEW_LINES);
            }
        };
        try (JsonGenerator generator = new JsonFactory().createGenerator(layout, text)) {
            ScoreJson writer = new ScoreJson(generator);
            if (after.size() == 1) {
                writer.evaluation(before.get(0), after.get(0), changes, caseProblems);
            } else {
                generator.writeStartArray();
                for (int i = 0; i < after.size(); i++) {
                    writer.evaluation(before.get(i), after.get(i), changes, caseProblems);
                }
                generator.writeEndArray();
            }
        }
        return text.toString();
    }

    private void evaluation(Evaluation before, Evaluation after, List<String> changes, List<Problem> caseProblems) {
        json.writeStartObject();
        json.writeObjectPropertyStart("scheme");
        json.writeStringProperty("id", after.scheme().id());
        json.writeStringProperty("edition", after.scheme().edition());
        json.writeStringProperty("hash", after.scheme().hash());
        title("title", after.scheme().title());
        json.writeEndObject();
        json.writeObjectPropertyStart("facts");
        json.writeStringProperty("hash", after.facts().hash());
        json.writeEndObject();
        after.project().ifPresent(code -> json.writeStringProperty("project", code));
        if (!changes.isEmpty()) {
            changes(before, changes);
        }
        json.writeStringProperty("total", after.total().points().toString());
        json.writeStringProperty("attainable", after.attainable().points().toString());
        optional("grade", after.grade());
        json.writeArrayPropertyStart("criteria");
        after.criteria().forEach(this::criterion);
        json.writeEndArray();
        json.writeArrayPropertyStart("problems");
        caseProblems.forEach(this::problem);
        after.problems().forEach(this::problem);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void changes(Evaluation before, List<String> changes) {
        json.writeArrayPropertyStart("whatIf");
        changes.forEach(json::writeString);
        json.writeEndArray();
        json.writeObjectPropertyStart("before");
        json.writeStringProperty("total", before.total().points().toString());
        optional("grade", before.grade());
        json.writeEndObject();
    }

    private void criterion(CriterionScore criterion) {
        json.writeStartObject();
        json.writeStringProperty("id", criterion.id());
        title("name", criterion.name());
        json.writeStringProperty("level", Integer.toString(criterion.level()));
        json.writeStringProperty("weight", criterion.weight().points().toString());
        optional("score", criterion.score().map(points -> points.points().toString()));
        optional("rate", criterion.rate().map(Spoken::percent));
        json.writeStringProperty("status", criterion.status().word());
        json.writeArrayPropertyStart("trace");
        criterion.trace().forEach(this::trace);
        json.writeEndArray();
        basis(criterion.basis());
        json.writeStringProperty("note", criterion.note());
        json.writeArrayPropertyStart("losses");
        criterion.losses().forEach(this::loss);
        json.writeEndArray();
        json.writeArrayPropertyStart("problems");
        criterion.problems().forEach(this::problem);
        json.writeEndArray();
        json.writeArrayPropertyStart("criteria");
        criterion.criteria().forEach(this::criterion);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void trace(Trace step) {
        json.writeStartObject();
        json.writeStringProperty("expression", step.text(Language.ZH));
        if (step.said().isPresent()) {
            json.writeStringProperty("expressionEn", step.text(Language.EN));
        }
        json.writeName("value");
        value(step.value());
        json.writeStringProperty("kind", step.kind().toString());
        json.writeStringProperty("note", step.note());
        json.writeArrayPropertyStart("steps");
        step.steps().forEach(this::trace);
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Figures, dates and truths as strings; a list as an array; a row as an object of what is filled in. */
    private void value(@Nullable Object value) {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            list.forEach(this::value);
            json.writeEndArray();
        } else if (value instanceof Row row) {
            json.writeStartObject();
            for (Kind.Field field : row.kind().fields()) {
                Object cell = row.get(field.name());
                if (cell != null) {
                    json.writeStringProperty(field.name(), cell.toString());
                }
            }
            json.writeEndObject();
        } else {
            json.writeString(value.toString());
        }
    }

    private void basis(Basis basis) {
        json.writeObjectPropertyStart("basis");
        json.writeStringProperty("source", basis.source());
        json.writeStringProperty("clause", basis.clause());
        json.writeStringProperty("inForce", basis.inForce());
        json.writeStringProperty("provenance", basis.provenance());
        json.writeBooleanProperty("verified", basis.verified());
        json.writeEndObject();
    }

    private void loss(Loss loss) {
        json.writeStartObject();
        json.writeStringProperty("points", loss.points().points().toString());
        json.writeName("reason");
        problem(loss.reason());
        json.writeEndObject();
    }

    private void problem(Problem problem) {
        json.writeStartObject();
        json.writeStringProperty("code", problem.code());
        json.writeStringProperty("severity", problem.severity().name().toLowerCase(java.util.Locale.ROOT));
        json.writeStringProperty("place", problem.place().toString());
        json.writeStringProperty("zh", problem.text(Language.ZH));
        json.writeStringProperty("en", problem.text(Language.EN));
        json.writeEndObject();
    }

    private void title(String key, Title title) {
        json.writeStringProperty(key, title.zh());
        if (!title.en().isEmpty()) {
            json.writeStringProperty(key + "En", title.en());
        }
    }

    private void optional(String key, Optional<String> text) {
        json.writeName(key);
        if (text.isPresent()) {
            json.writeString(text.get());
        } else {
            json.writeNull();
        }
    }
}
