package org.jizhun.server.audits;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jizhun.auditor.Audit;
import org.jizhun.auditor.AuditJson;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.problem.Severity;
import org.jizhun.server.platform.Change;
import org.jizhun.server.platform.ChangeLog;
import org.jizhun.server.platform.CurrentActor;
import org.jizhun.server.platform.Form;
import org.jizhun.server.platform.Rejection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The audits of a department: whoever may see the department sees them; a finding is open until somebody decides about it. */
@Service
class Audits {

    private static final List<String> DISPOSITIONS = List.of("open", "accepted", "rejected");
    private static final String COLUMNS = "a.id, a.file, a.hash, length(a.content) AS size, a.pages, a.figures,"
            + " a.relations, a.errors, a.warnings, jsonb_array_length(a.findings -> 'findings') AS findings,"
            + " (SELECT count(*) FROM audit_disposition d WHERE d.audit = a.id AND d.disposition <> 'open') AS decided,"
            + " name_of_account(a.made_by) AS by, a.made_at AS at";

    private final JdbcClient jdbc;
    private final ChangeLog changes;
    private final Clock clock;

    Audits(JdbcClient jdbc, ChangeLog changes, Clock clock) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * An audit without its findings.
     *
     * @param size of the file in bytes; hash its SHA-256
     * @param figures printed figures found in it; relations: equations judged
     * @param findings how many; decided: of how many somebody said whether they hold
     */
    record Summary(
            long id,
            String file,
            String hash,
            long size,
            int pages,
            int figures,
            int relations,
            int errors,
            int warnings,
            int findings,
            int decided,
            String by,
            Instant at) {}

    /** What was decided about a finding; number from 1. */
    record Disposition(
            int number, String disposition, @Nullable String reason, int version, String by, Instant at) {}

    /** The findings as the auditor wrote them, in both languages. */
    record Written(String zh, String en) {}

    /** @throws Rejection if the department is not to be seen */
    @Transactional(readOnly = true)
    public void refuseStranger(long department) {
        boolean visible = jdbc.sql("SELECT :department = ANY (visible_departments())")
                .param("department", department)
                .query(Boolean.class)
                .single();
        if (!visible) {
            throw Rejection.notFound();
        }
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Summary> of(long department) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM audit a WHERE a.department = :department ORDER BY a.id DESC")
                .param("department", department)
                .query(Summary.class)
                .list();
    }

    @Transactional(readOnly = true)
    public Summary one(long department, long id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM audit a WHERE a.department = :department AND a.id = :id")
                .param("department", department)
                .param("id", id)
                .query(Summary.class)
                .optional()
                .orElseThrow(Rejection::notFound);
    }

    @Transactional(readOnly = true)
    public Written findings(long audit) {
        return jdbc.sql("SELECT findings::text AS zh, findings_en::text AS en FROM audit WHERE id = :id")
                .param("id", audit)
                .query(Written.class)
                .single();
    }

    @Transactional(readOnly = true)
    public byte[] content(long audit) {
        return jdbc.sql("SELECT content FROM audit WHERE id = :id")
                .param("id", audit)
                .query((row, number) -> row.getBytes("content"))
                .single();
    }

    @Transactional(readOnly = true)
    public List<Disposition> dispositions(long audit) {
        return jdbc.sql("SELECT number, disposition, reason, version, name_of_account(decided_by) AS by,"
                        + " decided_at AS at FROM audit_disposition WHERE audit = :audit ORDER BY number")
                .param("audit", audit)
                .query(Disposition.class)
                .list();
    }

    @Transactional
    public long add(long department, String file, byte[] content, Audit audit) {
        String hash = hash(content);
        long id = jdbc.sql("INSERT INTO audit (department, file, content, hash, pages, figures, relations, errors,"
                        + " warnings, findings, findings_en, made_by, made_at) VALUES (:department, :file, :content,"
                        + " :hash, :pages, :figures, :relations, :errors, :warnings, :zh::jsonb, :en::jsonb, :who, :now)"
                        + " RETURNING id")
                .param("department", department)
                .param("file", file)
                .param("content", content)
                .param("hash", hash)
                .param("pages", audit.pages())
                .param("figures", audit.figures())
                .param("relations", audit.relations())
                .param("errors", count(audit, Severity.ERROR))
                .param("warnings", count(audit, Severity.WARNING))
                .param("zh", AuditJson.write(audit, Language.ZH))
                .param("en", AuditJson.write(audit, Language.EN))
                .param("who", account())
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        changes.record(Change.of("report-audited", "audit", id)
                .in(department)
                .to(Map.of(
                        "file", file, "hash", hash, "findings", audit.findings().size())));
        return id;
    }

    private static int count(Audit audit, Severity severity) {
        return (int) audit.findings().stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /**
     * Decides about a finding.
     *
     * @param reason needed where the finding is rejected
     * @param version of the decision as it was read; 0 where there was none
     */
    @Transactional
    public void decide(
            long department,
            long id,
            int number,
            @Nullable String disposition,
            @Nullable String reason,
            @Nullable Integer version) {
        Summary audit = one(department, id);
        if (number < 1 || number > audit.findings()) {
            throw Rejection.notFound();
        }
        Form form = new Form();
        String wanted = form.oneOf("disposition", disposition, DISPOSITIONS);
        String why = form.optionalText("reason", reason, 500);
        if (wanted.equals("rejected") && why == null) {
            form.wrong("reason", "field-missing");
        }
        if (version == null) {
            form.wrong("version", "field-missing");
        }
        form.refuseIfWrong();
        Disposition before = dispositions(id).stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElse(null);
        int changed = jdbc.sql("INSERT INTO audit_disposition AS d (audit, department, number, disposition, reason,"
                        + " decided_by, decided_at) SELECT :audit, :department, :number, :disposition, :reason, :who, :now"
                        + " WHERE :version = 0 OR EXISTS (SELECT 1 FROM audit_disposition e"
                        + " WHERE e.audit = :audit AND e.number = :number)"
                        + " ON CONFLICT (audit, number) DO UPDATE SET disposition = excluded.disposition,"
                        + " reason = excluded.reason, version = d.version + 1, decided_by = excluded.decided_by,"
                        + " decided_at = excluded.decided_at WHERE d.version = :version")
                .param("audit", id)
                .param("department", department)
                .param("number", number)
                .param("disposition", wanted)
                .param("reason", why, Types.VARCHAR)
                .param("version", version)
                .param("who", account())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (changed == 0) {
            throw Rejection.changedMeanwhile();
        }
        changes.record(Change.of("finding-decided", "audit", id + "/" + number)
                .in(department)
                .from(Map.of("disposition", before == null ? "open" : before.disposition()))
                .to(Map.of("disposition", wanted))
                .because(why));
    }

    private static long account() {
        return Objects.requireNonNull(CurrentActor.get().account());
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
