package org.jizhun.server.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jizhun.documents.workbook.PlainTable;
import org.jizhun.server.platform.Form;
import org.jspecify.annotations.Nullable;

/** Values in a file that somebody dropped: a heading row, then a row a value. */
final class DroppedFile {

    private static final List<String> PERIOD = List.of("期间", "period");
    private static final List<String> VALUE = List.of("数值", "value");
    private static final List<String> DEFINITION = List.of("口径", "统计口径", "definition");

    private DroppedFile() {}

    /**
     * @throws org.jizhun.server.platform.Rejection if a column is missing
     * @throws org.jizhun.kernel.problem.Refusal if the file cannot be read
     */
    static List<Line> read(String name, byte[] content) {
        List<PlainTable.Line> lines = PlainTable.lines(name, content);
        List<String> heading = lines.isEmpty() ? List.of() : lines.get(0).cells();
        int period = column(heading, PERIOD);
        int value = column(heading, VALUE);
        int definition = column(heading, DEFINITION);
        Form form = new Form();
        if (period < 0) {
            form.wrong("file", "feed-column-missing", "expected", "期间", "expectedEn", "period");
        }
        if (value < 0) {
            form.wrong("file", "feed-column-missing", "expected", "数值", "expectedEn", "value");
        }
        for (List<String> names : List.of(PERIOD, VALUE, DEFINITION)) {
            if (heading.stream().filter(names::contains).count() > 1) {
                form.wrong("file", "feed-column-twice", "found", names.get(0), "foundEn", names.get(names.size() - 1));
            }
        }
        form.refuseIfWrong();
        return lines.stream()
                .skip(1)
                .map(line -> new Line(
                        line.number(),
                        new GiveValues.Given(
                                null,
                                cell(line.cells(), period),
                                cell(line.cells(), value),
                                cell(line.cells(), definition))))
                .toList();
    }

    /** A row: its number as Excel counts, or that of the line. */
    record Line(int number, GiveValues.Given given) {}

    /** The same the other way round; figures as text, so that none loses a digit. */
    static byte[] write(List<Values.Value> values) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Jizhun", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("指标数值");
            List<String> headings = List.of(PERIOD.get(0), VALUE.get(0), DEFINITION.get(0));
            for (int column = 0; column < headings.size(); column++) {
                sheet.value(0, column, headings.get(column));
            }
            sheet.range(0, 0, 0, headings.size() - 1).style().bold().set();
            int line = 1;
            for (Values.Value each : values) {
                sheet.value(line, 0, each.period());
                sheet.value(line, 1, each.value());
                sheet.value(line++, 2, each.definition());
            }
            sheet.freezePane(0, 1);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static int column(List<String> heading, List<String> names) {
        for (int i = 0; i < heading.size(); i++) {
            if (names.contains(heading.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static @Nullable String cell(List<String> line, int column) {
        return column >= 0 && column < line.size() ? line.get(column) : null;
    }
}
