package org.jizhun.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jizhun.kernel.problem.Beside;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** Every verb, and what happens when one cannot do its work: a person gets sentences, never a stack trace. */
@Command(name = "jizhun")
final class Verbs implements Runnable {

    static final int DONE = 0;
    static final int DIFFERS = 1;
    static final int REFUSED = 2;

    private final Console console;
    private final CommandLine line;

    /** Speech reads it before anything is parsed; it stands here so that other words than zh and en are refused. */
    @SuppressWarnings("UnusedVariable")
    @Option(names = "--lang", scope = ScopeType.INHERIT)
    private Language language = Language.ZH;

    @Option(names = "--debug", scope = ScopeType.INHERIT)
    private boolean debug;

    @Option(
            names = {"-h", "--help"},
            scope = ScopeType.INHERIT)
    private boolean help;

    Verbs(Path home, Console console) {
        this.console = console;
        line = new CommandLine(this)
                .addSubcommand("score", new ScoreVerb(home, console))
                .addSubcommand("report", new ReportVerb(home, console))
                .addSubcommand("verify", new VerifyVerb(home, console))
                .addSubcommand("audit", new AuditVerb(home, console))
                .addSubcommand("template", new TemplateVerb(home, console))
                .addSubcommand("check-schemes", new CheckSchemesVerb(home, console))
                .addSubcommand("help", new HelpVerb(console))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(this::execute)
                .setParameterExceptionHandler(this::misused)
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure));
    }

    /** Runs a verb and says its exit code. */
    int run(String... arguments) {
        try {
            return line.execute(arguments);
        } catch (StackOverflowError | OutOfMemoryError exhausted) {
            return failed(exhausted);
        }
    }

    @Override
    public void run() {
        console.line(helpText("", console.language()));
    }

    /** A verb's help goes before its work, so that {@code --help} needs no other argument to be right. */
    private int execute(ParseResult parsed) {
        if (help) {
            ParseResult verb = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
            console.line(helpText(verb.commandSpec().name(), console.language()));
            return DONE;
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private int misused(ParameterException mistake, String[] arguments) {
        if (help || Arrays.asList(arguments).contains("--help")) {
            console.line(helpText(arguments[0], console.language()));
            return DONE;
        }
        new Complaints(console).print(List.of(problem(mistake)));
        return REFUSED;
    }

    private static Problem problem(ParameterException mistake) {
        if (mistake instanceof UnmatchedArgumentException unmatched) {
            String found = unmatched.getUnmatched().isEmpty()
                    ? ""
                    : unmatched.getUnmatched().get(0);
            boolean verb = mistake.getCommandLine().getParent() == null && !found.startsWith("-");
            return Problem.of(verb ? "command-unknown-verb" : "command-unknown-argument", Place.NONE, "found", found);
        }
        if (mistake instanceof MissingParameterException missing) {
            String names = String.join(
                    " ",
                    missing.getMissing().stream()
                            .map(each -> each.isOption()
                                    ? ((CommandLine.Model.OptionSpec) each).longestName()
                                    : each.paramLabel())
                            .toList());
            return Problem.of("command-missing-argument", Place.NONE, "expected", names);
        }
        String option = mistake.getArgSpec() == null
                ? ""
                : mistake.getArgSpec().isOption()
                        ? ((CommandLine.Model.OptionSpec) mistake.getArgSpec()).longestName()
                        : mistake.getArgSpec().paramLabel();
        String found = mistake.getValue() == null ? "" : mistake.getValue();
        return Problem.of("command-bad-value", Place.NONE, "option", option, "found", found);
    }

    private int failed(Throwable failure) {
        if (failure instanceof Refusal refusal) {
            new Complaints(console).print(refusal.problems());
            return REFUSED;
        }
        String message = failure.getMessage() == null ? "" : failure.getMessage();
        String found = failure.getClass().getSimpleName() + (message.isEmpty() ? "" : ": " + message);
        new Complaints(console).print(List.of(Problem.of("command-failed", Place.NONE, "found", found)));
        if (debug) {
            failure.printStackTrace(console.err());
        }
        return REFUSED;
    }

    /** The help of a verb; of all of them where the verb is empty or unknown. The launcher prints the same text. */
    static String helpText(String verb, Language language) {
        String name = language == Language.EN ? "help-en.txt" : "help-zh.txt";
        List<String> sections = List.of(Beside.text(Verbs.class, name).split("(?m)^== ", -1));
        return sections.stream()
                .filter(section -> section.startsWith(verb + "\n"))
                .findFirst()
                .map(section -> section.substring(verb.length() + 1))
                .orElse(sections.get(0))
                .stripTrailing();
    }
}
