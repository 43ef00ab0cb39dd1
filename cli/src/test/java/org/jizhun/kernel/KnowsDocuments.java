package org.jizhun.kernel;

/** Breaks the direction of the modules, to prove that the rule sees it. */
@SuppressWarnings("all")
final class KnowsDocuments {
    org.jizhun.documents.workbook.CaseReader reader;
}
