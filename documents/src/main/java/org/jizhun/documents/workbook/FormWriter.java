package org.jizhun.documents.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.fact.Register;

/** Writes a form as a workbook, empty with examples or filled. */
final class FormWriter {

    private FormWriter() {}

    static void write(Form form, Optional<Filling> filling, OutputStream out) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            Looks looks = new Looks(workbook);
            new InstructionSheet(workbook.createSheet(Marks.INSTRUCTIONS_SHEET), looks).write(form);
            XSSFSheet[] sheets = form.registers().stream()
                    .map(register -> workbook.createSheet(register.label()))
                    .toArray(XSSFSheet[]::new);
            Choices choices = new Choices(workbook, form);
            for (int i = 0; i < sheets.length; i++) {
                Register register = form.registers().get(i);
                write(register, sheets[i], looks, choices, form, filling);
            }
            workbook.setSheetHidden(workbook.getSheetIndex(Marks.CHOICES_SHEET), true);
            workbook.setActiveSheet(0);
            workbook.write(out);
        }
    }

    private static void write(
            Register register, XSSFSheet sheet, Looks looks, Choices choices, Form form, Optional<Filling> filling) {
        if (register.shape() == Register.Shape.VALUES) {
            FactSet preset = FactSet.builder(form.vocabulary())
                    .put("schemeId", form.schemeId())
                    .build();
            new ValuesSheet(register, sheet, looks, choices).write(filling.orElse(Filling.of(preset)));
        } else {
            RegisterSheet table = new RegisterSheet(register, sheet, looks, choices);
            if (filling.isPresent()) {
                table.writeFilled(filling.get());
            } else {
                table.writeEmpty(form);
            }
        }
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setPaperSize(org.apache.poi.ss.usermodel.PrintSetup.A4_PAPERSIZE);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
    }
}
