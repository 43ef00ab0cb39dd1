package org.jizhun.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jizhun.kernel.problem.Language;
import org.junit.jupiter.api.Test;

class PermissionSheetTest {

    private static final String TABLE = """
            roles:
              - {id: preparer, zh: 填报人, en: preparer, reach: department}
              - {id: head, zh: 部门负责人, en: head of department, reach: department}
            endpoints:
              - {call: GET /api/demo, zh: 查看演示账号, en: list the accounts of a demo, who: anyone}
              - {call: GET /api/desk, zh: 查看工作台, en: see one’s work desk, who: signed-in}
              - {call: POST /api/rows, zh: 填写登记表, en: fill in rows, who: preparer}
            """;

    private static List<List<String>> sheet(Language language) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PermissionSheet.write(Permissions.read("permissions.yaml", TABLE), language, out);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            return workbook.getFirstSheet().read().stream()
                    .map(PermissionSheetTest::texts)
                    .toList();
        }
    }

    private static List<String> texts(Row row) {
        return IntStream.range(0, 5)
                .mapToObj(at -> row.hasCell(at) ? row.getCellText(at) : "")
                .toList();
    }

    @Test
    void each_endpoint_has_a_row_that_says_what_it_is_for_whom_it_is_and_which_roles_may() throws IOException {
        assertThat(sheet(Language.ZH))
                .containsExactly(
                        List.of("操作", "接口", "对谁开放", "填报人", "部门负责人"),
                        List.of("查看演示账号", "GET /api/demo", "任何人（不登录）", "●", "●"),
                        List.of("查看工作台", "GET /api/desk", "登录后", "●", "●"),
                        List.of("填写登记表", "POST /api/rows", "所列角色", "●", ""));
    }

    @Test
    void in_english_it_has_the_same_in_english() throws IOException {
        assertThat(sheet(Language.EN))
                .contains(
                        List.of("What", "Call", "For whom", "preparer", "head of department"),
                        List.of("fill in rows", "POST /api/rows", "the roles marked", "●", ""));
    }
}
