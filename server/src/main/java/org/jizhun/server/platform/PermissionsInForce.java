package org.jizhun.server.platform;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who may call what, put on the trail where another version of the program says otherwise than the one before. */
@Component
class PermissionsInForce {

    private final Permissions permissions;
    private final RulesInForce rules;

    PermissionsInForce(Permissions permissions, RulesInForce rules) {
        this.permissions = permissions;
        this.rules = rules;
    }

    @EventListener(ApplicationReadyEvent.class)
    void note() {
        Map<String, String> who = new TreeMap<>();
        for (Permission row : permissions.rows()) {
            String roles = String.join(" ", row.roles().stream().sorted().toList());
            who.put(
                    row.endpoint(),
                    row.audience() == Permission.Audience.ROLES
                            ? roles
                            : row.audience().name().toLowerCase(Locale.ROOT));
        }
        rules.note("permissions", who);
    }
}
