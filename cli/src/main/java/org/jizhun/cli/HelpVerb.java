package org.jizhun.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code help [VERB]}. */
@Command(name = "help")
final class HelpVerb implements Runnable {

    private final Console console;

    @Parameters(arity = "0..1", paramLabel = "VERB")
    private @Nullable String verb;

    HelpVerb(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        console.line(Verbs.helpText(verb == null ? "" : verb, console.language()));
    }
}
