package org.jizhun.server.evidence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.server.platform.Change;
import org.jizhun.server.platform.ChangeLog;
import org.jizhun.server.platform.CurrentActor;
import org.jizhun.server.platform.Rejection;
import org.jizhun.server.register.ChangeRows;
import org.jizhun.server.register.DepartmentYear;
import org.jizhun.server.register.Rows;
import org.jizhun.server.register.RuleBook;
import org.jizhun.server.register.StoredRow;
import org.jizhun.server.register.Years;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The evidence files of rows. A file that is removed stays in the database and is not shown any more. */
@Service
public class Evidence {

    /** Bytes. */
    private static final int LARGEST = 20 * 1024 * 1024;

    /** Bytes of all files of one row. */
    private static final long LARGEST_OF_ROW = 200L * 1024 * 1024;

    private static final int MOST_OF_A_ROW = 50;
    private static final Pattern UNWANTED =
            Pattern.compile("[\\p{Cc}\\p{Cs}/\\\\:*?\"<>|\\u202a-\\u202e\\u2066-\\u2069]");
    private static final String SELECT =
            "SELECT e.id, e.register_row AS row, e.name, f.type, e.size, e.hash, e.named_column AS \"column\","
                    + " name_of_account(e.added_by) AS by, e.added_at AS at"
                    + " FROM evidence e JOIN evidence_file f ON f.department = e.department AND f.hash = e.hash"
                    + " JOIN register_row r ON r.id = e.register_row";

    private final JdbcClient jdbc;
    private final Years years;
    private final Rows rows;
    private final RuleBook rules;
    private final ChangeLog changes;
    private final Clock clock;

    Evidence(JdbcClient jdbc, Years years, Rows rows, RuleBook rules, ChangeLog changes, Clock clock) {
        this.jdbc = jdbc;
        this.years = years;
        this.rows = rows;
        this.rules = rules;
        this.changes = changes;
        this.clock = clock;
    }

    /** A file without its content; size in bytes, hash SHA-256. */
    public record Item(
            long id,
            long row,
            String name,
            String type,
            int size,
            String hash,
            @Nullable String column,
            String by,
            Instant at) {}

    @Transactional(readOnly = true)
    public List<Item> of(long department, int year, long row) {
        return list(row(years.one(department, year), row).id());
    }

    private List<Item> list(long row) {
        return jdbc.sql(SELECT + " WHERE e.register_row = :row AND e.removed IS NULL ORDER BY e.id")
                .param("row", row)
                .query(Item.class)
                .list();
    }

    private StoredRow row(DepartmentYear year, long row) {
        return rows.find(year, row).orElseThrow(Rejection::notFound);
    }

    @Transactional
    public Item add(long department, int year, long rowId, String given, @Nullable String column, byte[] content) {
        DepartmentYear open = years.open(department, year);
        StoredRow row = changeable(open, rowId);
        String proves = column(open, row, column);
        String name = checkedName(given);
        FileType type = checked(name, content);
        String hash = hash(content);
        refuseWhatDoesNotFit(list(row.id()), hash, proves, content.length);
        jdbc.sql("INSERT INTO evidence_file (department, hash, type, content)"
                        + " VALUES (:department, :hash, :type, :content) ON CONFLICT DO NOTHING")
                .param("department", department)
                .param("hash", hash)
                .param("type", type.mediaType())
                .param("content", content)
                .update();
        long id = jdbc.sql(
                        "INSERT INTO evidence (department, register_row, name, hash, size, named_column, added_by, added_at)"
                                + " VALUES (:department, :row, :name, :hash, :size, :column, :who, :now) RETURNING id")
                .param("department", department)
                .param("row", row.id())
                .param("name", name)
                .param("hash", hash)
                .param("size", content.length)
                .param("column", proves)
                .param("who", Objects.requireNonNull(CurrentActor.get().account()))
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        changes.record(Change.of("evidence-added", "evidence", id)
                .in(department)
                .to(Map.of("row", Long.toString(row.id()), "name", name, "hash", hash)));
        return one(open, id);
    }

    /** The row, held until the transaction ends; whoever may not change it now may not change what proves it. */
    private StoredRow changeable(DepartmentYear open, long id) {
        StoredRow row =
                Optional.ofNullable(rows.held(open, List.of(id)).get(id)).orElseThrow(Rejection::notFound);
        Problem refusal = ChangeRows.refusal(row);
        if (refusal != null) {
            throw new Rejection(HttpStatus.CONFLICT, List.of(refusal));
        }
        return row;
    }

    private @Nullable String column(DepartmentYear year, StoredRow row, @Nullable String wanted) {
        if (wanted == null || wanted.isBlank()) {
            return null;
        }
        boolean known = rules.vocabulary(year.scheme())
                .register(row.register())
                .filter(register -> register.recordKind().indexOf(wanted) >= 0)
                .isPresent();
        if (!known) {
            throw Rejection.at("column", "cell-unknown-column", "found", wanted, "sheet", row.register());
        }
        return wanted;
    }

    private static void refuseWhatDoesNotFit(List<Item> present, String hash, @Nullable String column, int size) {
        present.stream()
                .filter(item -> item.hash().equals(hash) && Objects.equals(item.column(), column))
                .findFirst()
                .ifPresent(same -> {
                    throw Rejection.of(HttpStatus.CONFLICT, "evidence-already-there", "name", same.name());
                });
        if (present.size() >= MOST_OF_A_ROW) {
            throw Rejection.of(HttpStatus.CONFLICT, "evidence-too-many", "expected", MOST_OF_A_ROW);
        }
        if (present.stream().mapToLong(Item::size).sum() + size > LARGEST_OF_ROW) {
            throw Rejection.of(HttpStatus.CONFLICT, "evidence-row-full", "limit", LARGEST_OF_ROW / 1024 / 1024);
        }
    }

    private static String checkedName(String given) {
        String name = UNWANTED.matcher(given).replaceAll("_").strip();
        return name.length() > 200 ? name.substring(name.length() - 200) : name;
    }

    private static FileType checked(String name, byte[] content) {
        if (content.length == 0) {
            throw Rejection.at("file", "evidence-empty", "found", name);
        }
        if (content.length > LARGEST) {
            throw Rejection.at("file", "evidence-too-large", "found", name, "expected", LARGEST / 1024 / 1024);
        }
        FileType type =
                FileType.of(content).orElseThrow(() -> Rejection.at("file", "evidence-type-unknown", "found", name));
        if (!type.fits(name)) {
            throw Rejection.at("file", "evidence-name-does-not-fit", "found", name, "expected", type.endingsShown());
        }
        return type;
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Item one(DepartmentYear year, long id) {
        return jdbc.sql(SELECT + " WHERE r.department_year = :year AND e.id = :id AND e.removed IS NULL")
                .param("year", year.id())
                .param("id", id)
                .query(Item.class)
                .optional()
                .orElseThrow(Rejection::notFound);
    }

    @Transactional(readOnly = true)
    public Item find(long department, int year, long id) {
        return one(years.one(department, year), id);
    }

    @Transactional(readOnly = true)
    public byte[] content(long department, String hash) {
        return jdbc.sql("SELECT content FROM evidence_file WHERE department = :department AND hash = :hash")
                .param("department", department)
                .param("hash", hash)
                .query((row, number) -> row.getBytes("content"))
                .optional()
                .orElseThrow(Rejection::notFound);
    }

    @Transactional
    public void remove(long department, int year, long id) {
        DepartmentYear open = years.open(department, year);
        Item item = one(open, id);
        long held = changeable(open, item.row()).id();
        jdbc.sql("UPDATE evidence SET removed = :now WHERE id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
        changes.record(Change.of("evidence-removed", "evidence", id)
                .in(department)
                .from(Map.of("row", Long.toString(held), "name", item.name(), "hash", item.hash())));
    }
}
