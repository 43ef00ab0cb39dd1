package org.jizhun.server.feed;

import java.util.ArrayList;
import java.util.List;
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
    static List<GiveValues.Given> read(String name, byte[] content) {
        List<List<String>> lines = PlainTable.read(name, content);
        List<String> heading = lines.isEmpty() ? List.of() : lines.get(0);
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
        form.refuseIfWrong();
        List<GiveValues.Given> given = new ArrayList<>();
        for (List<String> line : lines.subList(1, lines.size())) {
            given.add(new GiveValues.Given(null, cell(line, period), cell(line, value), cell(line, definition)));
        }
        return given;
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
