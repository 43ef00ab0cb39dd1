package org.jizhun.documents.workbook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jizhun.kernel.fact.Register;
import org.jizhun.kernel.fact.Vocabulary;

/**
 * The drop-down lists and input checks of a template. Lists stand on a hidden sheet; codes of other registers are offered
 * from their own sheets. What Excel lets through is checked again on reading.
 */
final class Choices {

    /** Rows below this are still read, but Excel offers them no list. */
    static final int LAST_ROW = 2_000;

    private static final Map<String, String> CODES = Map.of(
            "project", "projects",
            "parent", "projects",
            "task", "tasks",
            "procurement", "procurements");

    private final XSSFSheet sheet;
    private final Vocabulary vocabulary;
    private final Map<String, List<String>> criteria = new HashMap<>();
    private final List<String> bands;
    private final Map<List<String>, String> ranges = new HashMap<>();

    Choices(XSSFWorkbook workbook, Form form) {
        this.sheet = workbook.createSheet(Marks.CHOICES_SHEET);
        this.vocabulary = form.vocabulary();
        List<String> all =
                form.questions().stream().map(Form.Question::criterion).toList();
        this.bands = form.questions(Form.Use.JUDGEMENTS).stream()
                .flatMap(question -> question.items().stream())
                .map(Form.Item::id)
                .distinct()
                .toList();
        criteria.put("checks", ids(form.questions(Form.Use.CHECKS)));
        criteria.put("deductions", ids(form.questions(Form.Use.DEDUCTIONS)));
        criteria.put("judgements", ids(form.questions(Form.Use.JUDGEMENTS)));
        criteria.put("statedScores", all);
        criteria.put("notApplicable", all);
        criteria.put("problems", all);
    }

    private static List<String> ids(List<Form.Question> questions) {
        return questions.stream().map(Form.Question::criterion).toList();
    }

    /** Sets the lists and checks of all columns, from one 0-based row to another. */
    void restrict(XSSFSheet target, Register register, int firstRow, int lastRow) {
        for (int i = 0; i < register.columns().size(); i++) {
            Register.Column column = register.columns().get(i);
            restrict(target, register, column, new CellRangeAddressList(firstRow, lastRow, i, i));
        }
    }

    /** Sets the list or check of one column on some cells. */
    void restrict(XSSFSheet target, Register register, Register.Column column, CellRangeAddressList cells) {
        DataValidationHelper helper = target.getDataValidationHelper();
        List<String> list = list(register, column);
        if (!list.isEmpty()) {
            boolean strict = !column.allowed().isEmpty();
            add(target, helper.createFormulaListConstraint(range(list)), cells, strict, "请从列表中选择");
        } else if (CODES.containsKey(column.name()) && !column.name().equals(register.name())) {
            String codes = codes(CODES.getOrDefault(column.name(), ""));
            add(target, helper.createFormulaListConstraint(codes), cells, false, "该编号不在对应的表中");
        } else if (column.kind() == org.jizhun.kernel.fact.Kind.DATE) {
            DataValidationConstraint date = helper.createDateConstraint(
                    DataValidationConstraint.OperatorType.BETWEEN, "DATE(1950,1,1)", "DATE(2100,12,31)", "yyyy-mm-dd");
            add(target, date, cells, false, "请填写日期，如 2025-03-03");
        }
    }

    private List<String> list(Register register, Register.Column column) {
        if (register.name().equals("judgements") && column.name().equals("band")) {
            return bands;
        }
        if (!column.allowed().isEmpty()) {
            return column.allowed();
        }
        if (column.kind() == org.jizhun.kernel.fact.Kind.BOOLEAN) {
            return List.of("是", "否");
        }
        return column.name().equals("criterion") ? criteria.getOrDefault(register.name(), List.of()) : List.of();
    }

    private static void add(
            XSSFSheet target,
            DataValidationConstraint constraint,
            CellRangeAddressList cells,
            boolean strict,
            String message) {
        DataValidation validation = target.getDataValidationHelper().createValidation(constraint, cells);
        validation.setErrorStyle(strict ? DataValidation.ErrorStyle.STOP : DataValidation.ErrorStyle.WARNING);
        validation.createErrorBox("填写有误", message);
        validation.setShowErrorBox(true);
        validation.setEmptyCellAllowed(true);
        validation.setSuppressDropDownArrow(true);
        target.addValidationData(validation);
    }

    /** The cells of the hidden sheet that hold a list; equal lists share them. */
    private String range(List<String> list) {
        return ranges.computeIfAbsent(List.copyOf(list), values -> {
            int column = ranges.size();
            for (int i = 0; i < values.size(); i++) {
                XSSFRow row = sheet.getRow(i) == null ? sheet.createRow(i) : sheet.getRow(i);
                row.createCell(column).setCellValue(values.get(i));
            }
            return area(Marks.CHOICES_SHEET, column, 0, values.size() - 1);
        });
    }

    private String codes(String registerName) {
        Register register = vocabulary.register(registerName).orElseThrow();
        int column = RegisterSheet.columnOf(register, "code").orElseThrow();
        return area(register.label(), column, RegisterSheet.FIRST_ENTRY_ROW, LAST_ROW);
    }

    private static String area(String title, int column, int first, int last) {
        String letters = CellReference.convertNumToColString(column);
        return "'" + title + "'!$" + letters + "$" + (first + 1) + ":$" + letters + "$" + (last + 1);
    }
}
