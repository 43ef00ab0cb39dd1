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
import java.util.regex.Pattern;
import org.jizhun.server.platform.Change;
import org.jizhun.server.platform.ChangeLog;
import org.jizhun.server.platform.CurrentActor;
import org.jizhun.server.platform.Rejection;
import org.jizhun.server.register.DepartmentYear;
import org.jizhun.server.register.Rows;
import org.jizhun.server.register.StoredRow;
import org.jizhun.server.register.Years;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The evidence files of rows. A file that is removed stays in the database and is not shown any more. */
@Service
class Evidence {

    /** Bytes. */
    private static final int LARGEST = 20 * 1024 * 1024;

    private static final int MOST_OF_A_ROW = 50;
    private static final Pattern UNWANTED =
            Pattern.compile("[\\p{Cc}\\p{Cs}/\\\\:*?\"<>|\\u202a-\\u202e\\u2066-\\u2069]");
    private static final String SELECT = "SELECT e.id, e.name, f.type, e.size, e.hash, e.named_column AS \"column\","
            + " name_of_account(e.added_by) AS by, e.added_at AS at"
            + " FROM evidence e JOIN evidence_file f ON f.department = e.department AND f.hash = e.hash";

    private final JdbcClient jdbc;
    private final Years years;
    private final Rows rows;
    private final ChangeLog changes;
    private final Clock clock;

    Evidence(JdbcClient jdbc, Years years, Rows rows, ChangeLog changes, Clock clock) {
        this.jdbc = jdbc;
        this.years = years;
        this.rows = rows;
        this.changes = changes;
        this.clock = clock;
    }

    /** A file without its content; size in bytes, hash SHA-256. */
    record Item(
            long id,
            String name,
            String type,
            int size,
            String hash,
            @Nullable String column,
            String by,
            Instant at) {}

    @Transactional(readOnly = true)
    public List<Item> of(long department, int year, long row) {
        long seen = row(years.one(department, year), row).id();
        return jdbc.sql(SELECT + " WHERE e.register_row = :row AND e.removed IS NULL ORDER BY e.id")
                .param("row", seen)
                .query(Item.class)
                .list();
    }

    private StoredRow row(DepartmentYear year, long row) {
        return rows.find(year, row).orElseThrow(Rejection::notFound);
    }

    @Transactional
    public Item add(long department, int year, long rowId, String given, @Nullable String column, byte[] content) {
        DepartmentYear open = years.open(department, year);
        StoredRow row = row(open, rowId);
        String name = checkedName(given);
        FileType type = checked(name, content);
        if (row.evidence() >= MOST_OF_A_ROW) {
            throw Rejection.of(HttpStatus.CONFLICT, "evidence-too-many", "expected", MOST_OF_A_ROW);
        }
        String hash = hash(content);
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
                .param("column", column == null || column.isBlank() ? null : column)
                .param("who", Objects.requireNonNull(CurrentActor.get().account()))
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        changes.record(Change.of("evidence-added", "evidence", id)
                .in(department)
                .to(Map.of("row", Long.toString(row.id()), "name", name, "hash", hash)));
        return one(department, id);
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
            throw Rejection.at("file", "evidence-name-does-not-fit", "found", name, "expected", type.mediaType());
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

    private Item one(long department, long id) {
        return jdbc.sql(SELECT + " WHERE e.department = :department AND e.id = :id AND e.removed IS NULL")
                .param("department", department)
                .param("id", id)
                .query(Item.class)
                .optional()
                .orElseThrow(Rejection::notFound);
    }

    @Transactional(readOnly = true)
    public Item find(long department, int year, long id) {
        return one(years.one(department, year).department(), id);
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
        years.open(department, year);
        Item item = one(department, id);
        jdbc.sql("UPDATE evidence SET removed = :now WHERE id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
        changes.record(Change.of("evidence-removed", "evidence", id)
                .in(department)
                .from(Map.of("name", item.name(), "hash", item.hash())));
    }
}
