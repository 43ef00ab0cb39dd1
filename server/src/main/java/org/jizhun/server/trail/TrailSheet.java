package org.jizhun.server.trail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jizhun.kernel.problem.Language;
import org.jizhun.server.platform.Permissions;

/** Entries of the trail as an Excel sheet, for whoever audits them elsewhere. Cells are text, never formulas; what was
 * done and by which roles is told in words, in the language asked for, with the code of the action at the end. */
final class TrailSheet {

    /** More is for the backup, which has every entry. */
    static final int MOST = 50_000;

    private static final int LONGEST_CELL = 32_000;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final List<Map<Language, String>> HEADINGS = List.of(
            both("链", "Chain"),
            both("编号", "Number"),
            both("时间", "When"),
            both("账号", "Account"),
            both("角色", "Roles"),
            both("来源地址", "From"),
            both("操作", "Action"),
            both("对象类别", "Kind"),
            both("对象", "Subject"),
            both("部门编号", "Department"),
            both("原来", "Before"),
            both("现在", "After"),
            both("原因", "Reason"),
            both("操作代码", "Code"));

    private final TrailWords words = TrailWords.standard();
    private final Permissions permissions;
    private final Language language;
    private final ZoneId zone;

    TrailSheet(Permissions permissions, Language language, ZoneId zone) {
        this.permissions = permissions;
        this.language = language;
        this.zone = zone;
    }

    private static Map<Language, String> both(String zh, String en) {
        return Map.of(Language.ZH, zh, Language.EN, en);
    }

    byte[] of(List<TrailReading.Entry> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Jizhun", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(language == Language.ZH ? "操作记录" : "Trail");
            for (int column = 0; column < HEADINGS.size(); column++) {
                sheet.value(0, column, HEADINGS.get(column).get(language));
            }
            sheet.range(0, 0, 0, HEADINGS.size() - 1).style().bold().set();
            int line = 1;
            for (TrailReading.Entry entry : entries) {
                write(sheet, line++, entry);
            }
            sheet.freezePane(0, 1);
        }
        return out.toByteArray();
    }

    private void write(Worksheet sheet, int line, TrailReading.Entry entry) {
        EntryText said = new EntryText(words, language, entry);
        sheet.value(line, 0, entry.chain());
        sheet.value(line, 1, entry.number());
        List<String> texts = List.of(
                MOMENT.format(entry.at().atZone(zone)),
                entry.login(),
                roles(entry.roles()),
                entry.address(),
                words.action(entry.action(), language),
                words.kind(entry.kind(), language),
                said.subject(entry.subject()),
                entry.department() == null ? "" : entry.department().toString(),
                cell(said.lines(entry.before())),
                cell(said.lines(entry.after())),
                entry.reason() == null ? "" : entry.reason(),
                entry.action());
        for (int i = 0; i < texts.size(); i++) {
            sheet.value(line, i + 2, texts.get(i));
        }
    }

    /** Roles of the program itself have no title and stay. */
    private String roles(String ids) {
        return Stream.of(ids.split(" ", -1))
                .map(id -> permissions
                        .role(id)
                        .map(role -> role.title().get(language))
                        .orElse(id))
                .collect(Collectors.joining(language == Language.ZH ? "、" : ", "));
    }

    private static String cell(String text) {
        return text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) + "…" : text;
    }
}
