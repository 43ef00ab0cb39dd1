package org.jizhun.documents.read;

import java.util.LinkedHashMap;
import java.util.Map;

/** OFD packages for tests, written by hand after GB/T 33190. */
final class Ofds {

    private static final String NAMESPACE = " xmlns:ofd=\"http://www.ofdspec.org/2016\"";

    private Ofds() {}

    /** A package of one page, 210 by 297 mm, with these objects. */
    static Map<String, String> onePage(String objects) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "OFD.xml",
                "<ofd:OFD" + NAMESPACE
                        + "><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>");
        parts.put(
                "Doc_0/Document.xml",
                "<ofd:Document" + NAMESPACE + "><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297"
                        + "</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>"
                        + "<ofd:Page ID=\"1\" BaseLoc=\"Pages/Page_0/Content.xml\"/></ofd:Pages></ofd:Document>");
        parts.put(
                "Doc_0/Pages/Page_0/Content.xml",
                "<ofd:Page" + NAMESPACE + "><ofd:Content><ofd:Layer>" + objects
                        + "</ofd:Layer></ofd:Content></ofd:Page>");
        return parts;
    }

    /** Text of 4 mm at a place in mm: Chinese characters take 4 mm, others 2.2. */
    static String text(double x, double y, String text) {
        StringBuilder steps = new StringBuilder();
        for (int i = 0; i + 1 < text.length(); i++) {
            steps.append(Characters.isWide(text.charAt(i)) ? "4 " : "2.2 ");
        }
        return "<ofd:TextObject Boundary=\"" + x + " " + (y - 4)
                + " 100 6\" Size=\"4\"><ofd:TextCode X=\"0\" Y=\"4\" DeltaX=\"" + steps + "\">" + text
                + "</ofd:TextCode></ofd:TextObject>";
    }

    /** The same, its steps written the short way. */
    static String evenText(double x, double y, String text) {
        return text(x, y, text).replaceFirst("DeltaX=\"[^\"]*\"", "DeltaX=\"g " + (text.length() - 1) + " 4\"");
    }

    static String line(double x1, double y1, double x2, double y2) {
        return "<ofd:PathObject Boundary=\"" + x1 + " " + y1 + " 100 100\"><ofd:AbbreviatedData>M 0 0 L " + (x2 - x1)
                + " " + (y2 - y1) + "</ofd:AbbreviatedData></ofd:PathObject>";
    }
}
