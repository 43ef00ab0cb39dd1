package org.jizhun.server.trail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Entries of the trail as an Excel sheet, for whoever audits them elsewhere. Cells are text, never formulas. */
final class TrailSheet {

    /** More is for the backup, which has every entry. */
    static final int MOST = 50_000;

    private static final int LONGEST_CELL = 32_000;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final List<String> HEADINGS =
            List.of("链", "编号", "时间", "账号", "角色", "来源地址", "操作", "对象类别", "对象", "部门编号", "原来", "现在", "原因");

    private TrailSheet() {}

    static byte[] of(List<TrailReading.Entry> entries, ZoneId zone) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Jizhun", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("操作记录");
            for (int column = 0; column < HEADINGS.size(); column++) {
                sheet.value(0, column, HEADINGS.get(column));
            }
            sheet.range(0, 0, 0, HEADINGS.size() - 1).style().bold().set();
            int line = 1;
            for (TrailReading.Entry entry : entries) {
                write(sheet, line++, entry, zone);
            }
            sheet.freezePane(0, 1);
        }
        return out.toByteArray();
    }

    private static void write(Worksheet sheet, int line, TrailReading.Entry entry, ZoneId zone) {
        sheet.value(line, 0, entry.chain());
        sheet.value(line, 1, entry.number());
        List<String> texts = List.of(
                MOMENT.format(entry.at().atZone(zone)),
                entry.login(),
                entry.roles(),
                entry.address(),
                entry.action(),
                entry.kind(),
                entry.subject(),
                entry.department() == null ? "" : entry.department().toString(),
                text(entry.before()),
                text(entry.after()),
                entry.reason() == null ? "" : entry.reason());
        for (int i = 0; i < texts.size(); i++) {
            sheet.value(line, i + 2, texts.get(i));
        }
    }

    private static String text(@Nullable JsonNode fields) {
        String text = fields == null ? "" : fields.toString();
        return text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) + "…" : text;
    }
}
