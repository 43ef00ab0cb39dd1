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

    /** The document's boxes hang from the upper left corner in hundredths of a point; PDF counts from the lower left. */
    private static PDAnnotationHighlight highlight(PDPage page, Box box, Finding finding, Language language) {
        PDRectangle crop = page.getCropBox();
        float left = crop.getLowerLeftX() + box.left() / POINT;
        float right = crop.getLowerLeftX() + box.right() / POINT;
        float top = crop.getUpperRightY() - box.top() / POINT;
        float bottom = crop.getUpperRightY() - box.bottom() / POINT;
        PDAnnotationHighlight highlight = new PDAnnotationHighlight();
        PDRectangle around = new PDRectangle(left, bottom, right - left, top - bottom);
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
