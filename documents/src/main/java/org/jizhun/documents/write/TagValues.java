package org.jizhun.documents.write;

import com.deepoove.poi.render.compute.RenderDataCompute;
import org.jizhun.documents.report.Report;

/** What stands for a tag of the template: the title, a figure with its unit, or with {@code .digits} without it. */
record TagValues(Report report) implements RenderDataCompute {

    private static final String DIGITS = ".digits";

    static boolean knows(String tag, Report report) {
        return tag.equals("title") || report.figures().has(key(tag));
    }

    @Override
    public Object compute(String tag) {
        if (tag.equals("title")) {
            return report.title().text(report.figures());
        }
        if (!knows(tag, report)) {
            return "";
        }
        return tag.endsWith(DIGITS)
                ? report.figures().get(key(tag)).digits()
                : report.figures().get(tag).text();
    }

    private static String key(String tag) {
        return tag.endsWith(DIGITS) ? tag.substring(0, tag.length() - DIGITS.length()) : tag;
    }
}
