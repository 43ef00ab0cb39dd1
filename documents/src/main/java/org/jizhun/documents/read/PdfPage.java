package org.jizhun.documents.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/**
 * One pass over the content of a PDF page gathers its characters and straight lines. Text at another angle than most of
 * the page (a watermark) is left out.
 */
final class PdfPage {

    private final Source source;
    private final int number;
    private final PDRectangle crop;
    private final int rotation;
    private final @Nullable COSDictionary resources;
    private final List<COSStream> contents = new ArrayList<>();
    private final DrawnLines lines = new DrawnLines();
    private final List<List<Glyph>> byTurn =
            List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    private boolean pictures;
    private int characters;

    /** Asks PDFBox for all that it will need of the page itself, so that pages can be read side by side. */
    PdfPage(Source source, PDPage page, int number) {
        this.source = source;
        this.number = number;
        this.crop = page.getCropBox();
        this.rotation = Math.floorMod(page.getRotation() / 90, 4);
        PDResources own = page.getResources();
        this.resources = own == null ? null : own.getCOSObject();
        COSBase content = page.getCOSObject().getDictionaryObject(COSName.CONTENTS);
        if (content instanceof COSStream stream) {
            contents.add(stream);
        } else if (content instanceof COSArray parts) {
            for (int i = 0; i < parts.size(); i++) {
                if (parts.getObject(i) instanceof COSStream stream) {
                    contents.add(stream);
                }
            }
        }
    }

    PrintedPage read(PdfObjects objects) throws IOException {
        new PdfContent(source, objects, this, resources).read(objects.contents(contents));
        int turn = 0;
        for (int i = 1; i < 4; i++) {
            turn = byTurn.get(i).size() > byTurn.get(turn).size() ? i : turn;
        }
        boolean sideways = rotation % 2 == 1;
        int width = hundredths(sideways ? crop.getHeight() : crop.getWidth());
        int height = hundredths(sideways ? crop.getWidth() : crop.getHeight());
        List<Ruling> rulings = PrintedPage.turned(lines.rulings(), turn, width, height);
        return new PrintedPage(number, width, height, turn, turned(turn, width, height), rulings, pictures);
    }

    private List<Glyph> turned(int turn, int width, int height) {
        if (turn == 0) {
            return byTurn.get(0);
        }
        List<Glyph> turned = new ArrayList<>();
        for (Glyph glyph : byTurn.get(turn)) {
            // left, baseline hold the point of origin, right the advance along the direction of reading
            int[] origin = PrintedPage.turned(glyph.left(), glyph.baseline(), turn, width, height);
            turned.add(new Glyph(
                    glyph.text(), origin[0], origin[0] + glyph.right() - glyph.left(), origin[1], glyph.size()));
        }
        return turned;
    }

    /** A character whose matrix takes it from a type of size one to the page. */
    void glyph(PdfFont.Sign sign, float[] matrix) {
        String text = sign.text();
        if (text == null || !sign.printed()) {
            return;
        }
        if (++characters > source.limits().characters()) {
            throw source.refusal("document-bomb");
        }
        float[] start = shown(matrix[4], matrix[5]);
        float[] end = shown(matrix[4] + sign.across() * matrix[0], matrix[5] + sign.across() * matrix[1]);
        float across = end[0] - start[0];
        float down = end[1] - start[1];
        boolean level = Math.abs(across) >= Math.abs(down);
        if (Math.min(Math.abs(across), Math.abs(down)) > 0.15 * Math.max(Math.abs(across), Math.abs(down))) {
            return;
        }
        int turn = level ? (across >= 0 ? 0 : 2) : (down > 0 ? 1 : 3);
        int size = hundredths(matrix[2] == 0 ? Math.abs(matrix[3]) : (float) Math.hypot(matrix[2], matrix[3]));
        int left = hundredths(start[0]);
        int width = hundredths(level ? Math.abs(across) : Math.abs(down));
        if (size > 0 && isOnPage(start)) {
            byTurn.get(turn).add(new Glyph(text, left, left + width, hundredths(start[1]), size));
        }
    }

    private boolean isOnPage(float[] point) {
        float longer = Math.max(crop.getWidth(), crop.getHeight());
        return point[0] >= -1 && point[1] >= -1 && point[0] <= longer + 1 && point[1] <= longer + 1;
    }

    /** From the page's own coordinates to those of the page as it is shown, y downwards. */
    private float[] shown(float x, float y) {
        return switch (rotation) {
            case 1 -> new float[] {y - crop.getLowerLeftY(), x - crop.getLowerLeftX()};
            case 2 -> new float[] {crop.getUpperRightX() - x, y - crop.getLowerLeftY()};
            case 3 -> new float[] {crop.getUpperRightY() - y, crop.getUpperRightX() - x};
            default -> new float[] {x - crop.getLowerLeftX(), crop.getUpperRightY() - y};
        };
    }

    private static int hundredths(float points) {
        return Math.round(Math.max(-1e6f, Math.min(1e6f, points)) * 100);
    }

    void point(boolean move, float x, float y) {
        float[] shown = shown(x, y);
        if (move) {
            lines.moveTo(hundredths(shown[0]), hundredths(shown[1]));
        } else {
            lines.lineTo(hundredths(shown[0]), hundredths(shown[1]));
        }
    }

    DrawnLines lines() {
        return lines;
    }

    void picture() {
        pictures = true;
    }
}
