package org.jizhun.documents.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jizhun.kernel.calendar.CalendarReader;
import org.jizhun.kernel.calendar.WorkingDays;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.jizhun.kernel.problem.Result;
import org.jizhun.kernel.scheme.Schemes;

/**
 * A folder of rule data: {@code calendars/*.yaml} and, at any depth, schemes as {@link Schemes#load} reads them. Places in
 * problems are paths inside the folder.
 */
public final class RuleFolder {

    private static final String CALENDARS = "calendars/";

    private RuleFolder() {}

    /**
     * Reads everything that is sound and tells every mistake in the rest.
     *
     * @throws Refusal if the folder is not there or a file in it cannot be read
     */
    public static Result<Rules> load(Path folder) {
        Map<String, String> schemes = texts(folder, folder);
        Map<String, String> calendars = new TreeMap<>();
        schemes.forEach((path, text) -> {
            if (path.startsWith(CALENDARS)) {
                calendars.put(path, text);
            }
        });
        schemes.keySet().removeAll(calendars.keySet());
        Result<Schemes> read = Schemes.load(schemes);
        Result<WorkingDays> days = CalendarReader.read(calendars);
        List<Problem> problems = new ArrayList<>(read.problems());
        problems.addAll(days.problems());
        return new Result<>(new Rules(read.value(), days.value()), problems);
    }

    /**
     * The calendars alone, where no scheme is asked for.
     *
     * @throws Refusal if the folder is not there or a file in it cannot be read
     */
    public static WorkingDays calendar(Path folder) {
        return CalendarReader.read(texts(folder, folder.resolve(CALENDARS))).value();
    }

    /** The rule files under a part of the folder, by their paths in the folder. */
    private static Map<String, String> texts(Path folder, Path part) {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(part)) {
            for (Path file : files.filter(RuleFolder::isRuleFile).toList()) {
                texts.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
            return texts;
        } catch (IOException | UncheckedIOException unreadable) {
            throw new Refusal(Problem.of(
                    "rules-unreadable",
                    Place.of(folder.toString()),
                    "reason",
                    String.valueOf(unreadable.getMessage())));
        }
    }

    private static boolean isRuleFile(Path file) {
        return file.toString().endsWith(".yaml") && Files.isRegularFile(file);
    }
}
