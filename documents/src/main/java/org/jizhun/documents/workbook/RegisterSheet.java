package org.jizhun.documents.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.fact.Register;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.jizhun.kernel.quantity.Exact;

/** Writes one register as a sheet: what it is for, headings with units, what to fill in, an example or the facts. */
final class RegisterSheet {

    static final int HEADING_ROW = 1;
    static final int FIRST_ENTRY_ROW = 3;
    private static final int EXCEL_DIGITS = 15;
    private static final int LONGEST_TEXT = 32_767;
    private static final LocalDate FIRST_EXCEL_DAY = LocalDate.of(1900, 3, 1);

    private final Register register;
    private final XSSFSheet sheet;
    private final Looks looks;
    private final Choices choices;

    RegisterSheet(Register register, XSSFSheet sheet, Looks looks, Choices choices) {
        this.register = register;
        this.sheet = sheet;
        this.looks = looks;
        this.choices = choices;
    }

    /** The heading of a column as the template writes it: {@code 年初预算数（万元）*}. */
    static String heading(Register.Column column) {
        String unit = switch (column.unit()) {
            case "wan" -> "（万元）";
            case "yuan" -> "（元）";
            case "yi" -> "（亿元）";
            default -> "";
        };
        return column.label() + unit + (column.required() ? "*" : "");
    }

    void writeEmpty(Form form) {
        writeHead();
        if (register.name().equals("checks")) {
            writeChecks(form);
        } else {
            writeExample();
            choices.restrict(sheet, register, FIRST_ENTRY_ROW + 1, Choices.LAST_ROW);
        }
    }

    void writeFilled(Filling filling) {
        FactSet facts = filling.facts();
        writeHead();
        int at = FIRST_ENTRY_ROW;
        if (facts.has(register.name()) && facts.rows(register.name()).isEmpty()) {
            XSSFCell none = sheet.createRow(at++).createCell(0);
            none.setCellStyle(looks.of(Looks.Look.ENTRY));
            none.setCellValue(Marks.NONE);
        }
        for (Row row : facts.rows(register.name())) {
            XSSFRow cells = sheet.createRow(at++);
            int lines = 1;
            for (int i = 0; i < register.columns().size(); i++) {
                Register.Column column = register.columns().get(i);
                Object value = row.get(i);
                XSSFCell cell = cells.createCell(i);
                cell.setCellStyle(looks.of(Looks.Look.ENTRY, column));
                if (value != null) {
                    put(cell, column, value, row.place());
                    lines = Math.max(
                            lines, column.kind() == Kind.TEXT ? Measures.lines(value.toString(), width(i)) : 1);
                } else {
                    putText(cell, column, filling.typed(register, row, column), row.place());
                }
            }
            cells.setHeightInPoints(Measures.points(lines));
        }
        choices.restrict(sheet, register, FIRST_ENTRY_ROW, Choices.LAST_ROW);
    }

    /** The first column also holds the mark of the example row. */
    private int width(int index) {
        Register.Column column = register.columns().get(index);
        int width = Measures.columnWidth(column, heading(column));
        return index == 0 ? Math.max(width, Measures.width(Marks.EXAMPLE + column.example()) + 2) : width;
    }

    private void writeHead() {
        List<Register.Column> columns = register.columns();
        XSSFRow note = sheet.createRow(0);
        XSSFRow headings = sheet.createRow(HEADING_ROW);
        XSSFRow hints = sheet.createRow(HEADING_ROW + 1);
        int headingLines = 1;
        int hintLines = 1;
        int total = 0;
        for (int i = 0; i < columns.size(); i++) {
            Register.Column column = columns.get(i);
            int width = width(i);
            total += width;
            sheet.setColumnWidth(i, width * 256);
            sheet.setDefaultColumnStyle(i, looks.of(Looks.Look.PLAIN, column));
            put(headings, i, heading(column), column.required() ? Looks.Look.REQUIRED_HEADING : Looks.Look.HEADING);
            String hint = (i == 0 ? Marks.HINT : "") + Hints.of(column);
            put(hints, i, hint, Looks.Look.HINT);
            headingLines = Math.max(headingLines, Measures.lines(heading(column), width));
            hintLines = Math.max(hintLines, Measures.lines(hint, width));
        }
        String text =
                Marks.NOTE + (register.note().isEmpty() ? register.label() : register.note()) + "。" + Hints.FOR_TABLES;
        put(note, 0, text, Looks.Look.NOTE);
        int across = Math.min(columns.size(), 8) - 1;
        if (across > 0) {
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, across));
        }
        int width = IntStream.rangeClosed(0, across).map(this::width).sum();
        note.setHeightInPoints(Measures.points(Measures.lines(text, width)));
        headings.setHeightInPoints(Measures.points(headingLines) + 4);
        hints.setHeightInPoints(Measures.points(hintLines));
        sheet.createFreezePane(total > 100 ? 1 : 0, HEADING_ROW + 1);
    }

    private void writeExample() {
        XSSFRow example = sheet.createRow(FIRST_ENTRY_ROW);
        int lines = 1;
        for (int i = 0; i < register.columns().size(); i++) {
            Register.Column column = register.columns().get(i);
            XSSFCell cell = example.createCell(i);
            cell.setCellStyle(looks.of(Looks.Look.EXAMPLE, column));
            String text = (i == 0 ? Marks.EXAMPLE : "") + column.example();
            Object value = new CellValue(column, column.unit(), new ArrayList<>())
                    .read(Cell.text(column.example(), Place.NONE));
            if (i == 0 || value == null) {
                cell.setCellValue(text);
            } else {
                put(cell, column, value, Place.NONE);
            }
            lines = Math.max(lines, Measures.lines(text, width(i)));
        }
        example.setHeightInPoints(Measures.points(lines));
    }

    /** The elements of the scheme's checklists stand ready, one a row, with their wording beside them. */
    private void writeChecks(Form form) {
        int width = register.columns().size();
        XSSFRow headings = sheet.getRow(HEADING_ROW);
        put(headings, width, Marks.REFERENCE + "指标名称", Looks.Look.REFERENCE);
        put(headings, width + 1, Marks.REFERENCE + "要素内容", Looks.Look.REFERENCE);
        sheet.setColumnWidth(width, 24 * 256);
        sheet.setColumnWidth(width + 1, 60 * 256);
        int at = FIRST_ENTRY_ROW;
        for (Form.Question question : form.questions(Form.Use.CHECKS)) {
            for (Form.Item item : question.items()) {
                XSSFRow row = sheet.createRow(at++);
                put(row, 0, question.criterion(), Looks.Look.ENTRY);
                put(row, 1, item.id(), Looks.Look.ENTRY);
                put(row, 2, "", Looks.Look.ENTRY);
                put(row, 3, "", Looks.Look.ENTRY);
                put(row, width, question.title(), Looks.Look.HINT);
                put(row, width + 1, item.title(), Looks.Look.HINT);
                int lines = Math.max(Measures.lines(item.title(), 60), Measures.lines(question.criterion(), width(0)));
                row.setHeightInPoints(Measures.points(lines));
            }
        }
        choices.restrict(sheet, register, FIRST_ENTRY_ROW, Choices.LAST_ROW);
    }

    private void put(XSSFRow row, int column, String text, Looks.Look look) {
        XSSFCell cell = row.createCell(column);
        cell.setCellStyle(looks.of(look));
        cell.setCellValue(text);
    }

    /** A value as Excel holds it where Excel holds it exactly, otherwise as text, which reads back just the same. */
    static void put(XSSFCell cell, Register.Column column, Object value, Place place) {
        if (value instanceof LocalDate date && !date.isBefore(FIRST_EXCEL_DAY)) {
            cell.setCellValue(date);
        } else if (value instanceof Exact exact) {
            BigDecimal figure = Written.figure(column, exact);
            if (figure.precision() <= EXCEL_DIGITS && figure.abs().compareTo(BigDecimal.TEN.pow(EXCEL_DIGITS)) < 0) {
                cell.setCellValue(figure.doubleValue());
            } else {
                cell.setCellValue(Written.of(column, value));
            }
        } else {
            putText(cell, column, Written.of(column, value), place);
        }
    }

    /** As text, which no spreadsheet takes for a formula; a blank cell stays blank. */
    static void putText(XSSFCell cell, Register.Column column, String text, Place place) {
        if (text.length() > LONGEST_TEXT) {
            throw new Refusal(
                    Problem.of("text-too-long-for-excel", place, "column", column.named(), "limit", LONGEST_TEXT));
        }
        if (!text.isBlank()) {
            cell.setCellValue(text);
        }
    }

    static Optional<Integer> columnOf(Register register, String name) {
        return register.column(name).map(register.columns()::indexOf);
    }
}
