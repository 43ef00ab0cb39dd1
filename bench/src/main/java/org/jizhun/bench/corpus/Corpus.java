package org.jizhun.bench.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jizhun.documents.rules.RuleFolder;
import org.jizhun.kernel.calendar.WorkingDays;

/**
 * The generated part of the auditor's corpus. A template named in {@code templates.txt} gives its renderings; the same
 * templates give the same bytes on every machine. A mistake in a template is thrown with its name.
 */
public final class Corpus {

    private Corpus() {}

    /** Writes every generated document under samples/audit of the repository; without an argument that is here. */
    public static void main(String[] repository) throws IOException {
        Path home = Path.of(repository.length == 0 ? "." : repository[0]);
        for (Map.Entry<String, byte[]> file : files(home.resolve("schemes")).entrySet()) {
            Path path = home.resolve("samples/audit").resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            Files.write(path, file.getValue());
        }
    }

    /**
     * Every file by its path under samples/audit.
     *
     * @param schemes the folder with the calendars by which deadlines of the models are counted
     */
    public static Map<String, byte[]> files(Path schemes) {
        WorkingDays calendar = RuleFolder.calendar(schemes);
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Template template : templates()) {
            for (Template.Rendering rendering : template.renderings()) {
                files.putAll(MadeDocument.files(Draft.of(template, rendering, calendar)));
            }
        }
        return files;
    }

    static List<Template> templates() {
        List<Template> templates = new ArrayList<>();
        resource("templates.txt").lines().forEach(name -> {
            try {
                templates.add(Template.parse(name, resource(name)));
            } catch (RuntimeException mistake) {
                throw new IllegalArgumentException(name, mistake);
            }
        });
        return templates;
    }

    private static String resource(String name) {
        try (InputStream stream = Corpus.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
