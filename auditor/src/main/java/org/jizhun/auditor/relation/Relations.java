package org.jizhun.auditor.relation;

import java.util.List;

/** Every relation there is. A new one is a class, its line here, its page and its fixtures. */
public final class Relations {

    /** In the order in which they are examined; the order does not change what is found. */
    public static final List<Relation> ALL = List.of(
            new RowFormulas(),
            new ColumnSums(),
            new ProseBreakdown(),
            new PrintedFormula(),
            new CountAgainstList(),
            new SameThingCounted());

    private Relations() {}
}
