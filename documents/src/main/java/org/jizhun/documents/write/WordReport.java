package org.jizhun.documents.write;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.config.ConfigureBuilder;
import com.deepoove.poi.template.ElementTemplate;
import com.deepoove.poi.template.run.RunTemplate;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.jizhun.documents.report.Report;
import org.jizhun.kernel.problem.Problem;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBody;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

/** A report rendered into a Word template. */
public final class WordReport {

    /** Words of Chinese or English letters, digits and hyphens, joined by dots. */
    private static final String TAG = "([\\w\\u4e00-\\u9fa5-]+(\\.[\\w\\u4e00-\\u9fa5-]+)*)?";

    private WordReport() {}

    /**
     * A rendered document, still open.
     *
     * @param problems what the template leaves out
     */
    public record Rendered(XWPFTemplate template, List<Problem> problems) implements AutoCloseable {
        public XWPFDocument document() {
            return template.getXWPFDocument();
        }

        @Override
        public void close() throws IOException {
            template.close();
        }
    }

    /** @throws org.jizhun.kernel.problem.Refusal if the template cannot be read or has tags that mean nothing */
    public static Rendered render(Report report, WordTemplate template) {
        ConfigureBuilder builder =
                Configure.builder().buildGrammerRegex(TAG).setRenderDataComputeFactory(model -> new TagValues(report));
        WordTemplate.bind(builder, (tag, data, compiled) -> place(tag, compiled.getXWPFDocument(), report));
        XWPFTemplate compiled = template.compile(report, builder.build());
        List<Problem> absent = template.absentSlots(compiled, report);
        compiled.render(report);
        return new Rendered(compiled, absent);
    }

    private static void place(ElementTemplate tag, XWPFDocument document, Report report) {
        XWPFParagraph paragraph = (XWPFParagraph) ((RunTemplate) tag).getRun().getParent();
        Report.Slot slot = WordTemplate.slot(tag.getTagName());
        if (slot == null) {
            throw new IllegalStateException("not a slot: " + tag);
        }
        int width = textWidth(document.getDocument().getBody(), paragraph.getCTP());
        String xml = new WordBlocks(report.figures(), new Typefaces(document), width).body(report.blocks(slot));
        replace(paragraph.getCTP(), xml);
    }

    private static void replace(CTP paragraph, String xml) {
        try (XmlCursor to = paragraph.newCursor()) {
            XmlObject parsed = XmlObject.Factory.parse(xml);
            try (XmlCursor from = parsed.newCursor()) {
                from.toFirstChild();
                from.copyXmlContents(to);
            }
            to.removeXml();
        } catch (XmlException broken) {
            throw new IllegalStateException("blocks are not well-formed: " + xml, broken);
        }
    }

    /** The width between the margins of the section that a paragraph stands in, in twips. */
    private static int textWidth(CTBody body, CTP paragraph) {
        CTSectPr section = body.getSectPr();
        try (XmlCursor cursor = paragraph.newCursor()) {
            while (cursor.toNextSibling()) {
                if (cursor.getObject() instanceof CTP next
                        && next.isSetPPr()
                        && next.getPPr().isSetSectPr()) {
                    section = next.getPPr().getSectPr();
                    break;
                }
            }
        }
        if (section == null || !section.isSetPgSz() || !section.isSetPgMar()) {
            return 8334;
        }
        return twips(section.getPgSz().getW())
                - twips(section.getPgMar().getLeft())
                - twips(section.getPgMar().getRight());
    }

    private static int twips(Object measure) {
        return measure instanceof BigInteger number ? number.intValue() : Integer.parseInt(measure.toString());
    }
}
