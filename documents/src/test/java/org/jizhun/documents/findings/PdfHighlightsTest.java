package org.jizhun.documents.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.jizhun.auditor.claim.Knowledge;
import org.jizhun.documents.read.DocumentReader;
import org.jizhun.kernel.problem.Language;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfHighlightsTest {

    private static final Path REPORT = Path.of("..", "samples", "audit", "lottery-fund-2024-faulty", "report.pdf");

    @TempDir
    private Path folder;

    /** The figure stays where it is on the page; only how the page is shown changes. */
    @ParameterizedTest
    @ValueSource(ints = {90, 180, 270})
    void a_page_that_is_turned_to_be_shown_has_its_highlights_on_the_same_figures(int degrees) throws IOException {
        List<PDRectangle> upright = highlights(0);
        List<PDRectangle> turned = highlights(degrees);

        assertThat(upright).isNotEmpty();
        for (PDRectangle one : upright) {
            // characters at another angle than the page reach from their base line by other shares of their size
            assertThat(turned)
                    .anySatisfy(other -> assertThat(distance(one, other)).isLessThan(10));
        }
    }

    private static float distance(PDRectangle one, PDRectangle other) {
        float across = one.getLowerLeftX() + one.getUpperRightX() - other.getLowerLeftX() - other.getUpperRightX();
        float up = one.getLowerLeftY() + one.getUpperRightY() - other.getLowerLeftY() - other.getUpperRightY();
        return Math.max(Math.abs(across), Math.abs(up)) / 2;
    }

    private List<PDRectangle> highlights(int degrees) throws IOException {
        Path file = folder.resolve("report-" + degrees + ".pdf");
        try (PDDocument pdf = Loader.loadPDF(REPORT.toFile())) {
            pdf.getPage(0).setRotation(degrees);
            pdf.save(file.toFile());
        }
        AuditedFile audited = AuditedFile.of(file, new DocumentReader(), () -> Knowledge.NONE);
        List<PDRectangle> highlights = new ArrayList<>();
        try (PDDocument pdf = Loader.loadPDF(Annotated.of(audited, Language.ZH))) {
            for (PDAnnotation annotation : pdf.getPage(0).getAnnotations()) {
                highlights.add(annotation.getRectangle());
            }
        }
        return highlights;
    }
}
