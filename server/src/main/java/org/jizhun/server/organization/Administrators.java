package org.jizhun.server.organization;

import java.util.Set;

/** The three administrators (三员), who exclude each other and every other role. */
final class Administrators {

    static final String SYSTEM = "system-administrator";
    static final String SECURITY = "security-administrator";
    static final String AUDIT = "audit-administrator";
    static final Set<String> ALL = Set.of(SYSTEM, SECURITY, AUDIT);

    private Administrators() {}
}
