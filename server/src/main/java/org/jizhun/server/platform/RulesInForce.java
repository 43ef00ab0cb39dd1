package org.jizhun.server.platform;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The rules that come with the program and not from people: the permission table, the schemes, the calendars. They change
 * between two starts of a server; each start compares them with what was in force before and puts the difference on the trail.
 */
@Service
public class RulesInForce {

    private static final long LOCK = 20_718;

    private final JdbcClient jdbc;
    private final ChangeLog changes;
    private final TransactionTemplate transaction;

    RulesInForce(JdbcClient jdbc, ChangeLog changes, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Rule(String name, String value) {}

    /**
     * Puts on the trail what is other than at the last start, and nothing where all is the same.
     *
     * @param kind such as {@code schemes}; the action is {@code schemes-changed}
     * @param rules what says of each rule that it is the same, by its name
     */
    public void note(String kind, Map<String, String> rules) {
        CurrentActor.as(Actor.setup(), () -> transaction.execute(status -> compared(kind, rules)));
    }

    private boolean compared(String kind, Map<String, String> rules) {
        // Two servers on one database compare one after the other.
        jdbc.sql("SELECT pg_advisory_xact_lock(?)").param(LOCK).query().singleRow();
        Map<String, String> known = new TreeMap<>();
        jdbc.sql("SELECT name, value FROM rule_in_force WHERE kind = ?")
                .param(kind)
                .query(Rule.class)
                .list()
                .forEach(rule -> known.put(rule.name(), rule.value()));
        Map<String, String> before = new TreeMap<>(known);
        Map<String, String> after = new TreeMap<>(rules);
        before.entrySet().removeAll(rules.entrySet());
        after.entrySet().removeAll(known.entrySet());
        if (before.isEmpty() && after.isEmpty()) {
            return false;
        }
        TreeSet<String> gone = new TreeSet<>(before.keySet());
        gone.removeAll(after.keySet());
        gone.forEach(name -> jdbc.sql("DELETE FROM rule_in_force WHERE kind = ? AND name = ?")
                .params(kind, name)
                .update());
        after.forEach((name, value) -> jdbc.sql("INSERT INTO rule_in_force (kind, name, value) VALUES (?, ?, ?)"
                        + " ON CONFLICT (kind, name) DO UPDATE SET value = excluded.value")
                .params(kind, name, value)
                .update());
        changes.record(Change.of(kind + "-changed", "rules", kind).from(before).to(after));
        return true;
    }
}
