package org.jizhun.documents.read;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * One pass over the content of a PDF page gathers its characters and straight lines. Colours and pictures are passed over;
 * text at another angle than most of the page (a watermark) is left out.
 */
final class PdfPage extends PDFGraphicsStreamEngine {

    private static final Set<String> COLOURS =
            Set.of("cs", "CS", "sc", "SC", "scn", "SCN", "g", "G", "rg", "RG", "k", "K", "ri", "sh", "i", "d", "M");
    private static final int PROCEED_EVERY = 256;

    private final Source source;
    private final int number;
    private final PDRectangle crop;
    private final int rotation;
    private final DrawnLines lines = new DrawnLines();
    private final List<List<Glyph>> byTurn =
            List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    private boolean pictures;
    private int operators;
    private int characters;

    PdfPage(Source source, PDPage page, int number) {
        super(page);
        this.source = source;
        this.number = number;
        this.crop = page.getCropBox();
        this.rotation = Math.floorMod(page.getRotation() / 90, 4);
    }

    PrintedPage read() throws IOException {
        processPage(getPage());
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

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (++operators % PROCEED_EVERY == 0) {
            source.proceed();
        }
        if (!COLOURS.contains(operator.getName())) {
            super.processOperator(operator, operands);
        }
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        String text = font.toUnicode(code);
        if (text == null || text.isBlank() || text.charAt(0) < ' ') {
            return;
        }
        if (++characters > source.limits().characters()) {
            throw source.refusal("document-bomb");
        }
        float[] start = shown(matrix.getTranslateX(), matrix.getTranslateY());
        float advance = displacement.getX();
        float[] end = shown(
                matrix.getTranslateX() + advance * matrix.getScaleX(),
                matrix.getTranslateY() + advance * matrix.getShearY());
        float across = end[0] - start[0];
        float down = end[1] - start[1];
        boolean level = Math.abs(across) >= Math.abs(down);
        if (Math.min(Math.abs(across), Math.abs(down)) > 0.15 * Math.max(Math.abs(across), Math.abs(down))) {
            return;
        }
        int turn = level ? (across >= 0 ? 0 : 2) : (down > 0 ? 1 : 3);
        int size = hundredths((float) Math.hypot(matrix.getShearX(), matrix.getScaleY()));
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

    private void point(boolean move, double x, double y) {
        float[] shown = shown((float) x, (float) y);
        if (move) {
            lines.moveTo(hundredths(shown[0]), hundredths(shown[1]));
        } else {
            lines.lineTo(hundredths(shown[0]), hundredths(shown[1]));
        }
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        point(true, p0.getX(), p0.getY());
        point(false, p1.getX(), p1.getY());
        point(false, p2.getX(), p2.getY());
        point(false, p3.getX(), p3.getY());
        lines.close();
    }

    private float lastX;
    private float lastY;

    @Override
    public void moveTo(float x, float y) {
        lastX = x;
        lastY = y;
        point(true, x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        lastX = x;
        lastY = y;
        point(false, x, y);
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        lineTo(x3, y3);
    }

    @Override
    public Point2D getCurrentPoint() {
        return new Point2D.Float(lastX, lastY);
    }

    @Override
    public void closePath() {
        lines.close();
    }

    @Override
    public void endPath() {
        lines.drop();
    }

    @Override
    public void strokePath() {
        lines.stroke();
    }

    @Override
    public void fillPath(int windingRule) {
        lines.fill();
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
        lines.stroke();
    }

    @Override
    public void drawImage(PDImage image) {
        pictures = true;
    }

    @Override
    public void clip(int windingRule) {
        // what is clipped away is taken for visible
    }

    @Override
    public void shadingFill(COSName shadingName) {
        // no line
    }
}
