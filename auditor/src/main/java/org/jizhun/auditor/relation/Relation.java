package org.jizhun.auditor.relation;

import org.jizhun.auditor.claim.Claims;

/** Something that must hold between the claims of one document. */
public interface Relation {

    /** The name of its page under docs/findings and of its fixtures. */
    String name();

    /** Enters every equation it sees into the ledger, and every finding that is no equation. */
    void examine(Claims claims, Ledger ledger);
}
