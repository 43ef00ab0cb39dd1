package org.jizhun.documents.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jizhun.kernel.document.Document;
import org.w3c.dom.Element;

/** OFD (GB/T 33190): characters and lines of each page with those of its template, read like a PDF's. */
final class OfdReader {

    private final Source source;
    private final OfdParts parts;
    private final Map<String, String> templates = new HashMap<>();
    private final List<PrintedPage> pages = new ArrayList<>();
    private String area = "0 0 210 297";

    private OfdReader(Source source) throws IOException {
        this.source = source;
        this.parts = new OfdParts(source);
    }

    static Document read(Source source) throws IOException {
        try {
            OfdReader reader = new OfdReader(source);
            reader.read();
            return reader.document();
        } catch (NumberFormatException broken) {
            throw source.refusal("document-broken", "detail", "number");
        }
    }

    private void read() throws IOException {
        for (Element body : OfdParts.children(parts.root("OFD.xml"), "DocBody")) {
            for (Element root : OfdParts.children(body, "DocRoot")) {
                body(OfdParts.resolved("", root.getTextContent().strip()));
            }
        }
    }

    private Document document() {
        if (pages.stream().allMatch(page -> page.glyphs().isEmpty())) {
            throw pages.stream().anyMatch(PrintedPage::pictures)
                    ? source.refusal("document-without-text", "pages", pages.size())
                    : source.refusal("document-empty");
        }
        return PagedText.document(source, Format.OFD, pages, false);
    }

    private void body(String path) throws IOException {
        for (Element part : OfdParts.children(parts.root(path))) {
            if ("CommonData".equals(part.getLocalName())) {
                for (Element data : OfdParts.children(part)) {
                    if ("PageArea".equals(data.getLocalName())) {
                        area = physicalBox(data, area);
                    } else if ("TemplatePage".equals(data.getLocalName())) {
                        templates.put(data.getAttribute("ID"), OfdParts.resolved(path, data.getAttribute("BaseLoc")));
                    }
                }
            } else if ("Pages".equals(part.getLocalName())) {
                for (Element page : OfdParts.children(part, "Page")) {
                    page(OfdParts.resolved(path, page.getAttribute("BaseLoc")));
                }
            }
        }
    }

    private static String physicalBox(Element area, String otherwise) {
        List<Element> boxes = OfdParts.children(area, "PhysicalBox");
        return boxes.isEmpty() ? otherwise : boxes.get(0).getTextContent().strip();
    }

    private void page(String path) throws IOException {
        source.proceed();
        if (pages.size() >= source.limits().pages()) {
            throw source.refusal(
                    "document-too-many-pages", "limit", source.limits().pages());
        }
        Element root = parts.root(path);
        String box = area;
        for (Element own : OfdParts.children(root, "Area")) {
            box = physicalBox(own, box);
        }
        OfdContent content = new OfdContent(source);
        for (Element template : OfdParts.children(root, "Template")) {
            String location = templates.get(template.getAttribute("TemplateID"));
            if (location != null) {
                content.add(parts.root(location));
            }
        }
        content.add(root);
        double[] size = OfdContent.numbers(box, 4);
        pages.add(new PrintedPage(
                pages.size() + 1,
                OfdContent.hundredths(size[2]),
                OfdContent.hundredths(size[3]),
                0,
                content.glyphs(),
                content.rulings(),
                content.pictures()));
    }
}
