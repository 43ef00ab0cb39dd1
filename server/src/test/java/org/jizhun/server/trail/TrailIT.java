package org.jizhun.server.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jizhun.server.Browser;
import org.jizhun.server.RunningServer;
import org.jizhun.server.VerbProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Somebody with the password of the owner of the tables, and with the program's own way to compute hashes, tampers with the
 * trail behind its back. Each time the page of the audit administrator and {@code ./jizhun verify-trail} name the very entry.
 */
class TrailIT {

    /** With so many saves over sixteen chains, one of them has at least five: 80 > 16 × 4. */
    private static final int SAVES = 80;

    private static boolean written;

    private final RunningServer server = RunningServer.get();
    private Browser auditor;
    private Connection owner;
    private int chain;
    private long last;

    @BeforeEach
    void a_chain_with_some_entries() throws SQLException {
        if (!written) {
            write();
            written = true;
        }
        auditor = server.signedIn(server.user(null, "audit-administrator"));
        owner = server.address().connectAsOwner();
        String[] longest = one("SELECT chain || ' ' || number FROM trail_head ORDER BY number DESC LIMIT 1")
                .split(" ", -1);
        chain = Integer.parseInt(longest[0]);
        last = Long.parseLong(longest[1]);
        run("CREATE TEMP TABLE kept AS SELECT * FROM trail_entry WHERE chain = " + chain);
        run("ALTER TABLE trail_entry DISABLE TRIGGER append_only");
    }

    private void write() {
        long department = server.department(server.region(null));
        Browser officer = server.signedIn(server.user(department, "performance-officer"));
        String years = "/api/departments/" + department + "/years";
        officer.post(years, Map.of("year", 2025, "scheme", "guangzhou-department-2023"));
        for (int i = 0; i < SAVES; i++) {
            officer.post(
                    years + "/2025/registers/goals/rows",
                    Map.of("rows", List.of(Map.of("cells", Map.of("goal", "目标 " + i)))));
        }
    }

    @AfterEach
    void as_it_was() throws SQLException {
        run("DELETE FROM trail_entry WHERE chain = " + chain);
        run("INSERT INTO trail_entry SELECT * FROM kept");
        run("ALTER TABLE trail_entry ENABLE TRIGGER append_only");
        owner.close();
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private String one(String sql) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).as(sql).isTrue();
            return row.getString(1);
        }
    }

    private String where(long number) {
        return " WHERE chain = " + chain + " AND number = " + number;
    }

    /** A finding and the entry it must name. */
    private record Expected(String code, long number) {}

    private void assertFound(Expected... expected) throws Exception {
        Browser.Answer page = auditor.get("/api/trail/verification");
        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        assertThat(page.body().path("sound").asBoolean()).isEqualTo(expected.length == 0);
        List<String> found = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        page.body().path("findings").forEach(each -> {
            found.add(each.path("code").asString());
            sentences.add(each.path("en").asString());
            assertThat(each.path("zh").asString()).isNotEmpty().doesNotContain("{");
        });
        VerbProcess.Said verb = VerbProcess.run("org.jizhun.server.VerifyTrail", "--data", server.folder());
        assertThat(verb.exit()).as(verb.text()).isEqualTo(expected.length == 0 ? 0 : 1);
        List<String> codes = new ArrayList<>();
        for (Expected each : expected) {
            codes.add(each.code());
            assertThat(verb.text()).contains("✗ trail " + chain + "/" + each.number() + "  ");
            assertThat(sentences)
                    .as(each.toString())
                    .anySatisfy(said -> assertThat(said).contains(Long.toString(each.number())));
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(codes);
        sentences.forEach(sentence -> assertThat(verb.text()).contains(sentence));
    }

    @Test
    void what_was_written_by_the_program_alone_is_whole() throws Exception {
        assertFound();
    }

    @Test
    void an_altered_entry_is_named() throws Exception {
        run("UPDATE trail_entry SET after = '{\"1\": {\"goal\": \"改过\"}}'" + where(3));
        assertFound(new Expected("trail-entry-altered", 3));
    }

    @Test
    void an_entry_with_another_time_or_author_is_named() throws Exception {
        run("UPDATE trail_entry SET at = at + interval '1 microsecond'" + where(2));
        run("UPDATE trail_entry SET login = login || 'x'" + where(4));
        assertFound(new Expected("trail-entry-altered", 2), new Expected("trail-entry-altered", 4));
    }

    @Test
    void a_deleted_entry_is_named() throws Exception {
        run("DELETE FROM trail_entry" + where(3));
        assertFound(new Expected("trail-entries-missing", 3));
    }

    @Test
    void entries_cut_off_at_the_end_are_named() throws Exception {
        run("DELETE FROM trail_entry WHERE chain = " + chain + " AND number > " + (last - 2));
        assertFound(new Expected("trail-entries-missing", last - 1));
    }

    @Test
    void entries_in_another_order_are_named() throws Exception {
        run("UPDATE trail_entry SET number = 1000000" + where(2));
        run("UPDATE trail_entry SET number = 2" + where(3));
        run("UPDATE trail_entry SET number = 3" + where(1_000_000));
        assertFound(new Expected("trail-entry-moved", 2), new Expected("trail-entry-moved", 3));
    }

    @Test
    void an_entry_appended_past_the_program_is_named_also_with_a_right_hash() throws Exception {
        append(last + 1, one("SELECT hash FROM trail_entry" + where(last)));
        assertFound(new Expected("trail-head-differs", last + 1));
    }

    @Test
    void an_entry_appended_with_a_made_up_hash_is_named() throws Exception {
        run("INSERT INTO trail_entry SELECT chain, number + 1, at, user_account, login, roles, address, action,"
                + " subject_kind, subject, department, before, after, reason, hash, repeat('b', 64) FROM trail_entry"
                + where(last));
        assertFound(new Expected("trail-entry-altered", last + 1), new Expected("trail-head-differs", last + 1));
    }

    /** Whole in itself, but the one after it was written after another. */
    @Test
    void an_entry_replaced_by_another_with_a_right_hash_is_named() throws Exception {
        String previous = one("SELECT previous FROM trail_entry" + where(3));
        run("DELETE FROM trail_entry" + where(3));
        append(3, previous);
        assertFound(new Expected("trail-entry-replaced", 3));
    }

    /** As another server on the same database does, or a restore: what this one remembers of the chain is not true any more. */
    @Test
    void a_chain_that_moved_behind_the_servers_back_is_read_again_and_goes_on_whole() throws Exception {
        for (int moved = 0; moved < 16; moved++) {
            run(
                    "DELETE FROM trail_entry e USING trail_head h WHERE h.chain = e.chain AND e.number = h.number AND h.number > 1");
            run("UPDATE trail_head h SET number = e.number, hash = e.hash FROM trail_entry e WHERE e.chain = h.chain"
                    + " AND e.number = h.number - 1");
            String before = one("SELECT sum(number) FROM trail_head");
            server.signedIn(server.user(null, "audit-administrator"));
            assertThat(Long.parseLong(one("SELECT sum(number) FROM trail_head")))
                    .isGreaterThan(Long.parseLong(before));
        }
        assertFound();
        run("TRUNCATE kept");
        run("INSERT INTO kept SELECT * FROM trail_entry WHERE chain = " + chain);
    }

    /** As the program would: every field, and the hash that follows from them. */
    private void append(long number, String previous) throws SQLException {
        run("INSERT INTO trail_entry SELECT chain, " + number + ", at, user_account, login, roles, address,"
                + " 'row-forged', subject_kind, subject, department, NULL, NULL, NULL, '" + previous
                + "', repeat('0', 64) FROM trail_entry" + where(last));
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM trail_entry" + where(number))) {
            row.next();
            TrailEntry entry = new TrailEntry(
                    chain,
                    number,
                    row.getTimestamp("at").toInstant(),
                    row.getObject("user_account", Long.class),
                    row.getString("login"),
                    row.getString("roles"),
                    row.getString("address"),
                    row.getString("action"),
                    row.getString("subject_kind"),
                    row.getString("subject"),
                    row.getObject("department", Long.class),
                    null,
                    null,
                    null,
                    previous);
            run("UPDATE trail_entry SET hash = '" + CanonicalText.hash(entry) + "'" + where(number));
        }
    }
}
