package org.jizhun.server.evaluation;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jizhun.documents.score.ScoreJson;
import org.jizhun.documents.workbook.FactsJson;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.problem.Result;
import org.jizhun.kernel.scheme.Scheme;
import org.jizhun.kernel.scoring.Evaluation;
import org.jizhun.server.platform.Change;
import org.jizhun.server.platform.ChangeLog;
import org.jizhun.server.platform.CurrentActor;
import org.jizhun.server.platform.Form;
import org.jizhun.server.platform.Rejection;
import org.jizhun.server.register.CaseReading;
import org.jizhun.server.register.DepartmentYear;
import org.jizhun.server.register.FactSource;
import org.jizhun.server.register.RuleBook;
import org.jizhun.server.register.Years;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Evaluations as they stood, with the facts they came from. */
@Service
public class Snapshots {

    private static final String COLUMNS = "id, label, scheme, edition, scheme_hash, facts_hash, total, grade,"
            + " name_of_account(taken_by) AS taken_by, taken_at";

    private final JdbcClient jdbc;
    private final Years years;
    private final FactSource facts;
    private final Evaluations evaluations;
    private final RuleBook rules;
    private final ChangeLog changes;
    private final Clock clock;

    Snapshots(
            JdbcClient jdbc,
            Years years,
            FactSource facts,
            Evaluations evaluations,
            RuleBook rules,
            ChangeLog changes,
            Clock clock) {
        this.jdbc = jdbc;
        this.years = years;
        this.facts = facts;
        this.evaluations = evaluations;
        this.rules = rules;
        this.changes = changes;
        this.clock = clock;
    }

    /** A line in the list of snapshots; total in points. */
    public record Snapshot(
            long id,
            String label,
            String scheme,
            String edition,
            String schemeHash,
            String factsHash,
            String total,
            @Nullable String grade,
            String takenBy,
            Instant takenAt) {}

    /** What a recomputation of a snapshot gives: the same, something else, or the scheme is not the same any more. */
    public enum Recomputed {
        SAME,
        DIFFERS,
        SCHEME_CHANGED
    }

    @Transactional(readOnly = true)
    public List<Snapshot> of(long department, int year) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM snapshot WHERE department_year = :year ORDER BY id DESC")
                .param("year", years.one(department, year).id())
                .query(Snapshot.class)
                .list();
    }

    @Transactional
    public Snapshot take(long department, int year, @Nullable String label) {
        DepartmentYear open = years.open(department, year);
        Form form = new Form();
        String named = form.text("label", label, 100);
        form.refuseIfWrong();
        CaseReading reading = facts.read(open);
        Evaluation evaluation = evaluations.department(reading, Optional.empty());
        Snapshot taken = jdbc.sql("INSERT INTO snapshot (department, department_year, label, scheme, edition,"
                        + " scheme_hash, facts_hash, facts, evaluation, total, grade, taken_by, taken_at)"
                        + " VALUES (:department, :year, :label, :scheme, :edition, :schemeHash, :factsHash, :facts,"
                        + " :evaluation, :total, :grade, :who, :now) RETURNING " + COLUMNS)
                .param("department", department)
                .param("year", open.id())
                .param("label", named)
                .param("scheme", evaluation.scheme().id())
                .param("edition", evaluation.scheme().edition())
                .param("schemeHash", evaluation.scheme().hash())
                .param("factsHash", evaluation.facts().hash())
                .param("facts", FactsJson.write(evaluation.facts()))
                .param("evaluation", json(evaluation))
                .param("total", evaluation.total().points().toString())
                .param("grade", evaluation.grade().orElse(null))
                .param("who", Objects.requireNonNull(CurrentActor.get().account()))
                .param("now", Timestamp.from(clock.instant()))
                .query(Snapshot.class)
                .single();
        changes.record(Change.of("snapshot-taken", "snapshot", taken.id())
                .in(department)
                .to(Map.of("label", named, "total", taken.total(), "facts", taken.factsHash())));
        return taken;
    }

    static String json(Evaluation evaluation) {
        return ScoreJson.write(List.of(evaluation), List.of(evaluation), List.of(), List.of());
    }

    /** The evaluation as it was written down. */
    @Transactional(readOnly = true)
    public String evaluation(long department, int year, long id) {
        return column(department, year, id, "evaluation");
    }

    private String column(long department, int year, long id, String column) {
        return jdbc.sql("SELECT " + column + " FROM snapshot WHERE department_year = :year AND id = :id")
                .param("year", years.one(department, year).id())
                .param("id", id)
                .query(String.class)
                .optional()
                .orElseThrow(Rejection::notFound);
    }

    /** Scores the facts of a snapshot once more, from the facts and the scheme alone. */
    @Transactional(readOnly = true)
    public Recomputed recompute(long department, int year, long id) {
        Scheme scheme = rules.find(column(department, year, id, "scheme || '@' || edition"))
                .orElse(null);
        if (scheme == null || !scheme.hash().equals(column(department, year, id, "scheme_hash"))) {
            return Recomputed.SCHEME_CHANGED;
        }
        Result<FactSet> kept = FactsJson.read(column(department, year, id, "facts"), scheme.vocabulary());
        Evaluation again = evaluations.department(kept.value(), scheme.id() + "@" + scheme.edition());
        boolean same = kept.problems().isEmpty()
                && again.total().points().toString().equals(column(department, year, id, "total"))
                && again.facts().hash().equals(column(department, year, id, "facts_hash"));
        return same ? Recomputed.SAME : Recomputed.DIFFERS;
    }
}
