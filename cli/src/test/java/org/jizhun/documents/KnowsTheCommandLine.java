package org.jizhun.documents;

/** Breaks the direction of the modules, to prove that the rule sees it. */
@SuppressWarnings("all")
final class KnowsTheCommandLine {
    picocli.CommandLine line;
}
