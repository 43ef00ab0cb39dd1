package org.jizhun.documents.write;

import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;
import org.ofdrw.core.basicStructure.pageObj.layer.CT_Layer;
import org.ofdrw.core.basicStructure.pageObj.layer.block.PathObject;
import org.ofdrw.core.basicType.ST_ID;
import org.ofdrw.core.graph.pathObj.AbbreviatedData;
import org.ofdrw.core.graph.pathObj.Rule;
import org.ofdrw.core.pageDescription.color.color.CT_Color;

/**
 * One page of a PDF as OFD objects, in the order in which the PDF draws them: glyphs become text that can be searched and
 * copied, lines and fills become paths. Coordinates are millimetres from the upper left corner. Pictures are not carried
 * over: the reports have none.
 */
final class OfdPage extends PDFGraphicsStreamEngine {

    private static final double MM = 25.4 / 72;

    private final OfdIds ids;
    private final CT_Layer layer;
    private final OfdText text;
    private final GeneralPath path = new GeneralPath();
    private final double height;
    private final double width;

    OfdPage(PDPage page, OfdIds ids, OfdFonts fonts, CT_Layer layer) {
        super(page);
        this.ids = ids;
        this.layer = layer;
        this.width = whole(page.getMediaBox().getWidth() * MM);
        this.height = whole(page.getMediaBox().getHeight() * MM);
        this.text = new OfdText(ids, fonts, layer, width, height);
    }

    void run() throws IOException {
        processPage(getPage());
        text.flush();
    }

    /** A4 that a converter made a hundredth too wide is A4. */
    private static double whole(double millimetres) {
        double near = Math.rint(millimetres);
        return Math.abs(near - millimetres) < 0.1 ? near : rounded(millimetres);
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    /** Millimetres with three decimals: a thousandth is finer than any printer. */
    static double mm(double points) {
        return rounded(points * MM);
    }

    static double rounded(double value) {
        return BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP).doubleValue();
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        String unicode = font.toUnicode(code);
        if (unicode != null && !unicode.isEmpty()) {
            double x = mm(matrix.getTranslateX());
            double y = rounded(height - matrix.getTranslateY() * MM);
            double end = x + mm(displacement.getX() * matrix.getScalingFactorX());
            text.glyph(unicode, font, x, end, y, mm(matrix.getScalingFactorY()), color(fill()));
        }
    }

    private PDColor fill() {
        return getGraphicsState().getNonStrokingColor();
    }

    @Override
    public void appendRectangle(Point2D a, Point2D b, Point2D c, Point2D d) {
        path.moveTo(a.getX(), a.getY());
        path.lineTo(b.getX(), b.getY());
        path.lineTo(c.getX(), c.getY());
        path.lineTo(d.getX(), d.getY());
        path.closePath();
    }

    @Override
    public void moveTo(float x, float y) {
        path.moveTo(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        path.lineTo(x, y);
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        path.curveTo(x1, y1, x2, y2, x3, y3);
    }

    @Override
    public @Nullable Point2D getCurrentPoint() {
        return path.getCurrentPoint();
    }

    @Override
    public void closePath() {
        path.closePath();
    }

    @Override
    public void endPath() {
        path.reset();
    }

    @Override
    public void strokePath() throws IOException {
        PathObject object = object();
        object.setStroke(true).setFill(false);
        object.setStrokeColor(new CT_Color().setValue(color(getGraphicsState().getStrokingColor())));
        double scale = getGraphicsState().getCurrentTransformationMatrix().getScalingFactorX();
        object.setLineWidth(Math.max(0.1, mm(getGraphicsState().getLineWidth() * scale)));
        add(object);
    }

    @Override
    public void fillPath(int windingRule) throws IOException {
        PathObject object = object();
        object.setStroke(false).setFill(true);
        object.setRule(windingRule == GeneralPath.WIND_EVEN_ODD ? Rule.Even_Odd : Rule.NonZero);
        object.setFillColor(new CT_Color().setValue(color(fill())));
        add(object);
    }

    @Override
    public void fillAndStrokePath(int windingRule) throws IOException {
        GeneralPath kept = (GeneralPath) path.clone();
        fillPath(windingRule);
        path.append(kept, false);
        strokePath();
    }

    @Override
    public void clip(int windingRule) {
        // a report's clips only repeat the page and the cells
    }

    @Override
    public void shadingFill(COSName shadingName) {
        // a report has no shading
    }

    @Override
    public void drawImage(PDImage image) {
        // said in the class comment
    }

    private PathObject object() {
        text.flush();
        return new PathObject(new ST_ID(ids.next()));
    }

    /** The path in the coordinates of its own boundary, as the standard asks. */
    private void add(PathObject object) {
        Rectangle2D box = path.getBounds2D();
        double left = box.getMinX() * MM;
        double top = height - box.getMaxY() * MM;
        AbbreviatedData data = new AbbreviatedData();
        double[] point = new double[6];
        for (PathIterator each = path.getPathIterator(null); !each.isDone(); each.next()) {
            int kind = each.currentSegment(point);
            for (int i = 0; i < 6; i += 2) {
                point[i] = rounded(point[i] * MM - left);
                point[i + 1] = rounded(height - point[i + 1] * MM - top);
            }
            segment(data, kind, point);
        }
        // a horizontal or vertical line has no height or width: leave room for its stroke
        double room = 0.5;
        object.setBoundary(
                rounded(left), rounded(top), rounded(box.getWidth() * MM + room), rounded(box.getHeight() * MM + room));
        object.setAbbreviatedData(data);
        layer.addPageBlock(object);
        path.reset();
    }

    private static void segment(AbbreviatedData data, int kind, double[] p) {
        switch (kind) {
            case PathIterator.SEG_MOVETO -> data.M(p[0], p[1]);
            case PathIterator.SEG_LINETO -> data.L(p[0], p[1]);
            case PathIterator.SEG_QUADTO -> data.Q(p[0], p[1], p[2], p[3]);
            case PathIterator.SEG_CUBICTO -> data.B(p[0], p[1], p[2], p[3], p[4], p[5]);
            default -> data.C();
        }
    }

    /** Red, green and blue from 0 to 255, as OFD's default colour space wants them. */
    private static org.ofdrw.core.basicType.ST_Array color(PDColor color) throws IOException {
        int rgb = color.toRGB();
        return new org.ofdrw.core.basicType.ST_Array((rgb >> 16) & 0xFF, (rgb >> 8) & 0xFF, rgb & 0xFF);
    }
}
