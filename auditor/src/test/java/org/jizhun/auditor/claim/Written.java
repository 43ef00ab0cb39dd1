package org.jizhun.auditor.claim;

import java.util.List;
import org.jizhun.auditor.text.Passage;

/** Figures for tests, as they are read from a stretch of text. */
public final class Written {

    private Written() {}

    /** The one figure of a text. */
    public static Figure figure(String text) {
        List<Figure> figures = figures(text);
        if (figures.size() != 1) {
            throw new IllegalArgumentException("not one figure: " + text + " " + figures);
        }
        return figures.get(0);
    }

    /** The figures of a text in order. */
    public static List<Figure> figures(String text) {
        return FigureFinder.find(passage(text)).figures();
    }

    /** A paragraph of one line. */
    public static Passage passage(String text) {
        return new Passage.Builder().add(text, 1, 1, 1).build(0);
    }
}
