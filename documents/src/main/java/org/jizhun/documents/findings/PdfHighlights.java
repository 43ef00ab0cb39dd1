package org.jizhun.documents.findings;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationHighlight;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.kernel.document.Box;
import org.jizhun.kernel.document.Line;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.problem.Severity;

/** A copy of a PDF with a highlight over each figure found and the finding as its note; the pages stay as they are. */
final class PdfHighlights {

    private static final float POINT = 100f;

    private PdfHighlights() {}

    static byte[] annotate(byte[] pdf, AuditedFile file, Language language) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (Finding finding : file.audit().findings()) {
                Optional<Box> box = box(file, finding);
                if (box.isPresent() && box.get().page() <= document.getNumberOfPages()) {
                    PDPage page = document.getPage(box.get().page() - 1);
                    page.getAnnotations().add(highlight(page, box.get(), finding, language));
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static Optional<Box> box(AuditedFile file, Finding finding) {
        Line line = file.document().line(finding.where().line());
        int from = Math.max(0, finding.where().column() - 1);
        int to = Math.min(
                line.text().length(), from + Math.max(1, finding.where().quote().length()));
        return line.box(from, to);
    }

    /**
     * The document's boxes hang from the upper left corner of the page as it is shown, in hundredths of a point; PDF counts
     * from the lower left of the page before it is turned to be shown.
     */
    private static PDRectangle around(PDPage page, Box box) {
        PDRectangle crop = page.getCropBox();
        float left = box.left() / POINT;
        float right = box.right() / POINT;
        float top = box.top() / POINT;
        float bottom = box.bottom() / POINT;
        float[] corners = switch (Math.floorMod(page.getRotation() / 90, 4)) {
            case 1 -> new float[] {top, left, bottom, right};
            case 2 -> new float[] {crop.getWidth() - right, top, crop.getWidth() - left, bottom};
            case 3 ->
                new float[] {
                    crop.getWidth() - bottom, crop.getHeight() - right, crop.getWidth() - top, crop.getHeight() - left
                };
            default -> new float[] {left, crop.getHeight() - bottom, right, crop.getHeight() - top};
        };
        return new PDRectangle(
                crop.getLowerLeftX() + corners[0],
                crop.getLowerLeftY() + corners[1],
                corners[2] - corners[0],
                corners[3] - corners[1]);
    }

    private static PDAnnotationHighlight highlight(PDPage page, Box box, Finding finding, Language language) {
        PDAnnotationHighlight highlight = new PDAnnotationHighlight();
        PDRectangle around = around(page, box);
        float left = around.getLowerLeftX();
        float right = around.getUpperRightX();
        float bottom = around.getLowerLeftY();
        float top = around.getUpperRightY();
        highlight.setRectangle(around);
        highlight.setQuadPoints(new float[] {left, top, right, top, left, bottom, right, bottom});
        highlight.setColor(color(finding.severity()));
        highlight.setTitlePopup("绩准 Jizhun");
        highlight.setContents(FindingWords.of(finding, language));
        highlight.setPage(page);
        highlight.constructAppearances();
        return highlight;
    }

    private static PDColor color(Severity severity) {
        float[] rgb = switch (severity) {
            case ERROR -> new float[] {1f, 0.6f, 0.6f};
            case WARNING -> new float[] {1f, 0.85f, 0.4f};
            case NOTE -> new float[] {0.7f, 0.85f, 1f};
        };
        return new PDColor(rgb, PDDeviceRGB.INSTANCE);
    }
}
