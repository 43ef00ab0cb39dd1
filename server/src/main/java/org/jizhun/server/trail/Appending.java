package org.jizhun.server.trail;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jizhun.server.platform.Actor;
import org.jizhun.server.platform.Change;
import org.jizhun.server.platform.Insertion.Column;
import org.jizhun.server.trail.Chains.Head;
import org.jspecify.annotations.Nullable;

/**
 * Entries that follow each other behind a head, and the statement that writes them: entries and head in one, and neither
 * unless the head is where the entries follow from. It is the row of the head that a second writer of the chain waits for, until
 * the first has committed.
 */
final class Appending {

    /** Moves the head, if it is where the entries follow from; {@link #ENTRIES} knows it as {@link #HEAD}. */
    static final String MOVE = "UPDATE trail_head SET number = ?, hash = ?"
            + " WHERE chain = ? AND number = ? AND hash = ? RETURNING chain";

    static final String HEAD = "head";

    private static final String ENTRIES =
            "INSERT INTO trail_entry (chain, number, at, user_account, login, roles, address, action, subject_kind,"
                    + " subject, department, before, after, reason, previous, hash)"
                    + " SELECT head.chain, e.number, 'epoch'::timestamptz + e.at * interval '1 microsecond',"
                    + " e.account, e.login, e.roles, e.address, e.action,"
                    + " e.kind, e.subject, e.department, e.before::jsonb, e.after::jsonb, e.reason, e.previous, e.hash"
                    + " FROM unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[],"
                    + " ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])"
                    + " AS e(number, at, account, login, roles, address, action, kind, subject, department, before,"
                    + " after, reason, previous, hash)";

    /** Writes nothing if the head is elsewhere; the values are those of {@link #values()}. */
    static final String IF_IT_FOLLOWS = "WITH " + HEAD + " AS (" + MOVE + ") " + ENTRIES + " CROSS JOIN " + HEAD;

    /** Behind {@link #MOVE}: fails if the head is elsewhere, for no entry is without a chain. */
    static final String OR_FAIL = ENTRIES + " LEFT JOIN " + HEAD + " ON true";

    private static final List<Column> COLUMNS = List.of(
            Column.NUMBERS,
            Column.NUMBERS,
            Column.NUMBERS,
            Column.TEXTS,
            Column.TEXTS,
            Column.TEXTS,
            Column.TEXTS,
            Column.TEXTS,
            Column.TEXTS,
            Column.NUMBERS,
            Column.TEXTS,
            Column.TEXTS,
            Column.TEXTS,
            Column.TEXTS,
            Column.TEXTS);

    private final Head from;
    private final List<List<@Nullable Object>> rows = new ArrayList<>();
    private Head to;

    private Appending(Head from) {
        this.from = from;
        this.to = from;
    }

    /** A change with the person as they were at that moment, and all of its text that does not depend on its place in a chain. */
    record Noted(TrailEntry entry, String body) {
        static Noted of(Change change, Actor actor, Instant at) {
            TrailEntry entry = TrailEntry.of(change, actor, at);
            return new Noted(entry, CanonicalText.body(entry));
        }
    }

    static Appending behind(Head from, List<Noted> all) {
        Appending appending = new Appending(from);
        all.forEach(appending::add);
        return appending;
    }

    private void add(Noted noted) {
        TrailEntry entry = noted.entry().behind(to);
        to = new Head(entry.chain(), entry.number(), CanonicalText.hash(entry, noted.body()));
        List<@Nullable Object> row = new ArrayList<>(COLUMNS.size());
        row.add(entry.number());
        row.add(ChronoUnit.MICROS.between(Instant.EPOCH, entry.at()));
        row.add(entry.account());
        row.add(entry.login());
        row.add(entry.roles());
        row.add(entry.address());
        row.add(entry.action());
        row.add(entry.kind());
        row.add(entry.subject());
        row.add(entry.department());
        row.add(entry.before());
        row.add(entry.after());
        row.add(entry.reason());
        row.add(entry.previous());
        row.add(to.hash());
        rows.add(row);
    }

    /** The last entry. */
    Head to() {
        return to;
    }

    /** How many entries. */
    int size() {
        return rows.size();
    }

    /** The values of {@link #IF_IT_FOLLOWS}. */
    List<@Nullable Object> values() {
        List<@Nullable Object> values = new ArrayList<>(move());
        values.addAll(entries());
        return values;
    }

    /** The values of {@link #MOVE}. */
    List<Object> move() {
        return List.of(to.number(), to.hash(), from.chain(), from.number(), from.hash());
    }

    /** The values of {@link #OR_FAIL}. */
    List<@Nullable Object> entries() {
        return Column.arrays(COLUMNS, rows);
    }
}
