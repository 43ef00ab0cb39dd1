package org.jizhun.server.organization;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jizhun.server.organization.RegionController.RegionForm;
import org.jizhun.server.platform.Change;
import org.jizhun.server.platform.ChangeLog;
import org.jizhun.server.platform.Form;
import org.jizhun.server.platform.Rejection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds and changes regions; each belongs to the one above it, by the six digits of GB/T 2260. */
@Service
class Regions {

    private static final Pattern CODE = Pattern.compile("[0-9]{6}");
    private static final String COLUMNS = "id, code, name, parent, version";

    private final Records records;
    private final ChangeLog changes;

    Regions(Records records, ChangeLog changes) {
        this.records = records;
        this.changes = changes;
    }

    record Region(
            long id, String code, String name, @Nullable Long parent, int version) {
        Map<String, @Nullable Object> fields() {
            return Records.fields("code", code, "name", name, "parent", parent);
        }
    }

    @Transactional(readOnly = true)
    List<Region> all() {
        return records.list("SELECT " + COLUMNS + " FROM region ORDER BY code", Region.class);
    }

    @Transactional
    Region add(RegionForm body) {
        Map<String, @Nullable Object> values = checked(body);
        Region added = records.insert("region", values, COLUMNS, Region.class);
        changes.record(Change.of("region-added", "region", added.id()).to(added.fields()));
        return added;
    }

    @Transactional
    Region change(long id, RegionForm body) {
        Map<String, @Nullable Object> values = checked(body);
        Region before = records.held("region", id, COLUMNS, Region.class);
        if (body.parent() != null && isBelow(body.parent(), id)) {
            throw Rejection.at("parent", "region-in-a-circle");
        }
        Region after = records.update("region", id, body.version(), values, COLUMNS, Region.class);
        changes.record(
                Change.of("region-changed", "region", id).from(before.fields()).to(after.fields()));
        return after;
    }

    private Map<String, @Nullable Object> checked(RegionForm body) {
        Form form = new Form();
        Map<String, @Nullable Object> values = Records.fields(
                "code", form.matching("code", body.code(), CODE, "440100"),
                "name", form.text("name", body.name(), 60),
                "parent", body.parent());
        if (body.parent() != null && !records.exists("region", body.parent())) {
            form.wrong("parent", "field-unknown-record", "found", body.parent());
        }
        form.refuseIfWrong();
        return values;
    }

    private boolean isBelow(long region, long above) {
        return records.truth(
                "WITH RECURSIVE up AS (SELECT id, parent FROM region WHERE id = :region"
                        + " UNION SELECT r.id, r.parent FROM region r JOIN up ON r.id = up.parent)"
                        + " SELECT EXISTS (SELECT 1 FROM up WHERE id = :above)",
                Map.of("region", region, "above", above));
    }
}
