package org.jizhun.bench.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.kernel.calendar.WorkingDays;

/** A rendering before it is laid out: its parts, and what was planted in them. */
record Draft(Template.Rendering rendering, List<Part> parts, List<Planted> planted) {

    private static final Pattern FAULT = Pattern.compile("«(\\w+\\+?):([^«»‖]*)‖([^«»‖]*)»");
    private static final Pattern ALSO = Pattern.compile("‹(\\w+)›");

    /**
     * A fault in this document.
     *
     * @param index its number in the marks
     * @param stated as printed, or the words the fault gives
     * @param expected what the model has, empty where the document does not tell
     */
    record Planted(String id, int index, Template.Fault fault, String stated, String expected, String why) {}

    static Draft of(Template template, Template.Rendering rendering, WorkingDays calendar) {
        Model model = new Model(template.model(), rendering.seed(), calendar);
        List<String> ids = new ArrayList<>(template.faults().keySet());
        List<Planted> planted = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (String line : template.body()) {
            String filled = model.filled(line);
            String placed = FAULT.matcher(filled).replaceAll(found -> {
                boolean more = found.group(1).endsWith("+");
                int index = index(template, ids, found.group(1).replace("+", ""));
                if (!rendering.faulty() || more) {
                    return Matcher.quoteReplacement(found.group(rendering.faulty() ? 3 : 2));
                }
                planted.add(planted(template, model, index, found.group(1), found.group(2), found.group(3)));
                return Matcher.quoteReplacement(Marks.around(index, found.group(3)));
            });
            lines.add(ALSO.matcher(placed)
                    .replaceAll(found -> rendering.faulty() ? Marks.also(index(template, ids, found.group(1))) : ""));
        }
        if (rendering.faulty() && planted.size() != ids.size()) {
            throw new IllegalArgumentException(template.name() + " plants " + planted.size() + " of " + ids.size());
        }
        return new Draft(rendering, parts(lines), planted);
    }

    private static int index(Template template, List<String> ids, String id) {
        int index = ids.indexOf(id);
        if (index < 0) {
            throw new IllegalArgumentException(template.name() + ": unknown fault " + id);
        }
        return index;
    }

    private static Planted planted(Template template, Model model, int index, String id, String right, String wrong) {
        Template.Fault fault = Objects.requireNonNull(template.faults().get(id));
        if (right.equals(wrong)) {
            throw new IllegalArgumentException(template.name() + ": " + id + " is no fault: " + right);
        }
        String stated = fault.stated().isEmpty() ? wrong : model.filled(fault.stated());
        String expected = fault.open() || !fault.stated().isEmpty() ? "" : right;
        return new Planted(id, index, fault, stated.strip(), expected.strip(), model.filled(fault.why()));
    }

    private static List<Part> parts(List<String> lines) {
        List<Part> parts = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("|")) {
                rows.add(line);
                continue;
            }
            if (!rows.isEmpty()) {
                parts.add(table(rows));
                rows.clear();
            }
            if (!Marks.without(line).isBlank()) {
                parts.add(part(line));
            }
        }
        if (!rows.isEmpty()) {
            parts.add(table(rows));
        }
        return parts;
    }

    private static Part part(String line) {
        if (line.equals("===")) {
            return new Part.PageBreak();
        }
        if (line.startsWith("> ")) {
            return new Part.Caption(line.substring(2));
        }
        int level = 0;
        while (level < line.length() && line.charAt(level) == '#') {
            level++;
        }
        return level == 0 ? new Part.Paragraph(line) : new Part.Heading(level - 1, line.substring(level + 1));
    }

    private static Part table(List<String> lines) {
        List<List<String>> rows = new ArrayList<>();
        List<Integer> breaks = new ArrayList<>();
        int headings = 0;
        for (String line : lines) {
            if (line.startsWith("|---")) {
                headings = rows.size();
            } else if (line.startsWith("|===")) {
                breaks.add(rows.size());
            } else {
                List<String> cells = new ArrayList<>();
                for (String cell : line.substring(1, line.lastIndexOf('|')).split("\\|", -1)) {
                    cells.add(cell.strip());
                }
                rows.add(cells);
            }
        }
        return new Part.Table(rows, headings, breaks);
    }
}
