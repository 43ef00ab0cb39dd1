package org.jizhun.server.calendar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jizhun.documents.workbook.PlainTable;
import org.jizhun.kernel.fact.Register;
import org.jizhun.kernel.fact.Vocabulary;
import org.jizhun.kernel.problem.Language;
import org.jizhun.server.platform.Form;
import org.jizhun.server.platform.Role;

/**
 * The plan as a sheet in the words of people: a row a task. Written and read by the same headings; cells are text, never
 * formulas. An empty plan gives the headings alone, which is the form to fill in.
 */
final class PlanSheet {

    private static final int WIDE = 44;
    private static final int NARROW = 16;

    /** The columns, with the field of a task that each gives. */
    private static final Map<String, String> HEADINGS = new LinkedHashMap<>();

    static {
        HEADINGS.put("工作", "title");
        HEADINGS.put("期限", "due");
        HEADINGS.put("角色", "role");
        HEADINGS.put("责任人", "person");
        HEADINGS.put("对应登记表", "register");
        HEADINGS.put("状态", "state");
    }

    private static final Map<String, String> STATES = Map.of("open", "进行中", "done", "已完成");

    private final List<Role> roles;
    private final Vocabulary vocabulary;

    PlanSheet(List<Role> roles, Vocabulary vocabulary) {
        this.roles = roles;
        this.vocabulary = vocabulary;
    }

    /** A row of the sheet: its number as Excel counts, and the fields of a task as they were written. */
    record Line(int number, Map<String, String> fields) {
        String text(String field) {
            return fields.getOrDefault(field, "");
        }
    }

    byte[] of(List<Plan.Task> tasks) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Jizhun", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("工作计划");
            List<String> headings = List.copyOf(HEADINGS.keySet());
            for (int column = 0; column < headings.size(); column++) {
                sheet.value(0, column, headings.get(column));
                sheet.width(column, column == 0 ? WIDE : NARROW);
            }
            sheet.range(0, 0, 0, headings.size() - 1).style().bold().set();
            int line = 1;
            for (Plan.Task task : tasks) {
                write(sheet, line++, task);
            }
            sheet.freezePane(0, 1);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private void write(Worksheet sheet, int line, Plan.Task task) {
        String register = task.register();
        String person = task.person();
        List<String> cells = List.of(
                task.title(),
                task.due().toString(),
                roles.stream()
                        .filter(role -> role.id().equals(task.role()))
                        .map(role -> role.title().get(Language.ZH))
                        .findFirst()
                        .orElse(task.role()),
                person == null ? "" : person,
                register == null
                        ? ""
                        : vocabulary.register(register).map(Register::label).orElse(register),
                STATES.getOrDefault(task.state(), task.state()));
        for (int column = 0; column < cells.size(); column++) {
            sheet.value(line, column, cells.get(column));
        }
    }

    /**
     * The rows of a sheet; words for roles, registers and states are taken back to what the program calls them, others stay.
     *
     * @throws org.jizhun.server.platform.Rejection if there is no column for the task or for the day
     * @throws org.jizhun.kernel.problem.Refusal if the file cannot be read
     */
    List<Line> read(String name, byte[] content) {
        List<PlainTable.Line> table = PlainTable.lines(name, content);
        List<String> heading = table.isEmpty() ? List.of() : table.get(0).cells();
        Form form = new Form();
        for (String needed : List.of("工作", "期限", "角色")) {
            if (!heading.contains(needed)) {
                form.wrong("file", "plan-column-missing", "expected", needed);
            }
        }
        form.refuseIfWrong();
        List<Line> lines = new ArrayList<>();
        table.stream().skip(1).forEach(row -> {
            Map<String, String> fields = new LinkedHashMap<>();
            for (int column = 0; column < Math.min(heading.size(), row.cells().size()); column++) {
                String field = HEADINGS.get(heading.get(column));
                if (field != null) {
                    fields.put(field, known(field, row.cells().get(column).strip()));
                }
            }
            lines.add(new Line(row.number(), fields));
        });
        return lines;
    }

    /** What may stand in a column of fixed words, as the sheet writes it; empty for any other column. */
    List<String> words(String field) {
        return switch (field) {
            case "role" ->
                roles.stream()
                        .filter(role -> !role.administrator())
                        .map(role -> String.valueOf(role.title().get(Language.ZH)))
                        .toList();
            case "state" -> STATES.values().stream().sorted().toList();
            default -> List.of();
        };
    }

    private String known(String field, String text) {
        return switch (field) {
            case "role" ->
                roles.stream()
                        .filter(role -> role.title().containsValue(text))
                        .map(Role::id)
                        .findFirst()
                        .orElse(text);
            case "register" -> vocabulary.register(text).map(Register::name).orElse(text);
            case "state" ->
                STATES.entrySet().stream()
                        .filter(state -> state.getValue().equals(text))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(text);
            default -> text;
        };
    }
}
