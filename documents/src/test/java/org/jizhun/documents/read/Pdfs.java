package org.jizhun.documents.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.util.Matrix;

/** Draws PDF pages for tests, with a font every PDF reader has and places from the upper left corner in points. */
final class Pdfs implements AutoCloseable {

    private static final PDType1Font FONT = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
    private static final float HEIGHT = PDRectangle.A4.getHeight();

    private final PDDocument document = new PDDocument();
    private PDPageContentStream content;

    Pdfs() throws IOException {
        content = begin();
    }

    private PDPageContentStream begin() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        return new PDPageContentStream(document, page);
    }

    Pdfs page() throws IOException {
        content.close();
        content = begin();
        return this;
    }

    Pdfs rotated(int degrees) {
        document.getPage(document.getNumberOfPages() - 1).setRotation(degrees);
        return this;
    }

    /** Text of 10 points whose base line begins at a place. */
    Pdfs text(int x, int y, String text) throws IOException {
        return text(Matrix.getTranslateInstance(x, HEIGHT - y), text);
    }

    Pdfs text(Matrix matrix, String text) throws IOException {
        content.beginText();
        content.setFont(FONT, 10);
        content.setTextMatrix(matrix);
        content.showText(text);
        content.endText();
        return this;
    }

    Pdfs line(int x1, int y1, int x2, int y2) throws IOException {
        content.moveTo(x1, HEIGHT - y1);
        content.lineTo(x2, HEIGHT - y2);
        content.stroke();
        return this;
    }

    /** A line drawn as a thin filled area, as word processors do. */
    Pdfs bar(int x, int y, int width, int height) throws IOException {
        content.addRect(x, HEIGHT - y - height, width, height);
        content.fill();
        return this;
    }

    Pdfs picture() throws IOException {
        var image = new java.awt.image.BufferedImage(4, 4, java.awt.image.BufferedImage.TYPE_BYTE_GRAY);
        content.drawImage(LosslessFactory.createFromImage(document, image), 100, 100, 200, 200);
        return this;
    }

    byte[] bytes() throws IOException {
        content.close();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    byte[] locked() throws IOException {
        document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
        return bytes();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
