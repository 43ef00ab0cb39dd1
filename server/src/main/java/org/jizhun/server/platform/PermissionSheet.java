package org.jizhun.server.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jizhun.kernel.problem.Language;

/** The permission table as an Excel sheet: a row per endpoint, a column per role, ● where it may; in the language asked for. */
final class PermissionSheet {

    private static final int FIRST_ROLE = 3;
    private static final int WIDE = 34;
    private static final int NARROW = 18;

    private static final List<Map<Language, String>> HEADINGS =
            List.of(both("操作", "What"), both("接口", "Call"), both("对谁开放", "For whom"));

    private PermissionSheet() {}

    private static Map<Language, String> both(String zh, String en) {
        return Map.of(Language.ZH, zh, Language.EN, en);
    }

    private static Map<Language, String> audience(Permission row) {
        return switch (row.audience()) {
            case ANYONE -> both("任何人（不登录）", "anyone, not signed in");
            case NEWCOMER -> both("登录后，含未改初始口令", "signed in, also before the first password is changed");
            case SIGNED_IN -> both("登录后", "signed in");
            case ROLES -> both("所列角色", "the roles marked");
        };
    }

    static void write(Permissions permissions, Language language, OutputStream out) throws IOException {
        List<Role> roles = List.copyOf(permissions.roles());
        try (Workbook workbook = new Workbook(out, "Jizhun", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(language == Language.ZH ? "权限表" : "Permissions");
            for (int column = 0; column < FIRST_ROLE; column++) {
                sheet.value(0, column, HEADINGS.get(column).get(language));
                sheet.width(column, column < FIRST_ROLE - 1 ? WIDE : NARROW);
            }
            for (int column = 0; column < roles.size(); column++) {
                sheet.value(0, FIRST_ROLE + column, roles.get(column).title().get(language));
            }
            sheet.range(0, 0, 0, FIRST_ROLE + roles.size() - 1).style().bold().set();
            int line = 1;
            for (Permission row : permissions.rows()) {
                sheet.value(line, 0, row.does().get(language));
                sheet.value(line, 1, row.endpoint());
                sheet.value(line, 2, audience(row).get(language));
                for (int column = 0; column < roles.size(); column++) {
                    if (row.allows(java.util.Set.of(roles.get(column).id()))) {
                        sheet.value(line, FIRST_ROLE + column, "●");
                    }
                }
                line++;
            }
            sheet.freezePane(FIRST_ROLE, 1);
        }
    }
}
