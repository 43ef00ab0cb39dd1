package org.jizhun.server.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jizhun.kernel.problem.Language;

/** The permission table as an Excel sheet: a row per endpoint, a column per role, ● where it may. */
final class PermissionSheet {

    private static final int FIRST_ROLE = 2;
    private static final int WIDE = 34;

    private PermissionSheet() {}

    static void write(Permissions permissions, OutputStream out) throws IOException {
        List<Role> roles = List.copyOf(permissions.roles());
        try (Workbook workbook = new Workbook(out, "Jizhun", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("权限表");
            sheet.value(0, 0, "操作");
            sheet.value(0, 1, "接口");
            sheet.width(0, WIDE);
            sheet.width(1, WIDE);
            for (int column = 0; column < roles.size(); column++) {
                sheet.value(0, FIRST_ROLE + column, roles.get(column).title().get(Language.ZH));
            }
            sheet.range(0, 0, 0, FIRST_ROLE + roles.size() - 1).style().bold().set();
            int line = 1;
            for (Permission row : permissions.rows()) {
                sheet.value(line, 0, row.does().get(Language.ZH));
                sheet.value(line, 1, row.endpoint());
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
