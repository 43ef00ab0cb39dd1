package org.jizhun.documents.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** The finished .docx: properties without a clock, and the embedded facts as a custom XML part. */
final class WordPackage {

    /** The namespace of the custom XML part. */
    static final String NAMESPACE = "https://jizhun.org/ns/report";

    private static final String CUSTOM =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml";
    private static final String PROPERTIES = CUSTOM + "Props";
    private static final String STORE = "{6B1D1C2E-5A0F-4C58-9E1B-0A6A2F4D7C31}";

    private WordPackage() {}

    static byte[] finish(XWPFDocument document, DocumentData data, Embedded embedded) throws IOException {
        document.getProperties().getCoreProperties().setTitle(data.title());
        document.getProperties().getCoreProperties().setCreator(data.author());
        Optional<Date> day =
                Optional.of(Date.from(data.day().atStartOfDay(ZoneOffset.UTC).toInstant()));
        document.getProperties().getCoreProperties().setCreated(day);
        document.getProperties().getCoreProperties().setModified(day);
        try {
            embed(document, embedded);
        } catch (InvalidFormatException impossible) {
            throw new IllegalStateException(impossible);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.write(out);
        return stable(out.toByteArray());
    }

    /** What a document is called, by whom and of which day; the day stands for a clock. */
    record DocumentData(String title, String author, LocalDate day) {}

    private static void embed(XWPFDocument document, Embedded embedded) throws InvalidFormatException, IOException {
        String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<report xmlns=\"" + NAMESPACE + "\">"
                + Xml.escape(embedded.write()) + "</report>";
        int number = 1;
        PackagePartName name = name("item", number);
        while (document.getPackage().containPart(name)) {
            name = name("item", ++number);
        }
        PackagePart part = part(document, name, "application/xml", xml);
        document.getPackagePart().addRelationship(name, TargetMode.INTERNAL, CUSTOM);
        PackagePartName propertiesName = name("itemProps", number);
        part(
                document,
                propertiesName,
                "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ds:datastoreItem ds:itemID=\"" + STORE
                        + "\" xmlns:ds=\"http://schemas.openxmlformats.org/officeDocument/2006/customXml\">"
                        + "<ds:schemaRefs><ds:schemaRef ds:uri=\"" + NAMESPACE
                        + "\"/></ds:schemaRefs></ds:datastoreItem>");
        part.addRelationship(propertiesName, TargetMode.INTERNAL, PROPERTIES);
    }

    private static PackagePartName name(String word, int number) throws InvalidFormatException {
        return PackagingURIHelper.createPartName("/customXml/" + word + number + ".xml");
    }

    private static PackagePart part(XWPFDocument document, PackagePartName name, String type, String xml)
            throws IOException {
        PackagePart part = document.getPackage().createPart(name, type);
        try (OutputStream out = part.getOutputStream()) {
            out.write(xml.getBytes(StandardCharsets.UTF_8));
        }
        return part;
    }

    /** The same parts in a fixed order without times; the content types come first, as readers expect. */
    static byte[] stable(byte[] zip) throws IOException {
        Map<String, byte[]> parts = StableZip.read(zip);
        List<String> names = new ArrayList<>(parts.keySet());
        names.sort(java.util.Comparator.comparing((String name) -> !name.startsWith("[Content_Types]"))
                .thenComparing(name -> !name.startsWith("_rels/"))
                .thenComparing(name -> name));
        Map<String, byte[]> ordered = new LinkedHashMap<>();
        names.forEach(name -> ordered.put(name, parts.get(name)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StableZip.write(ordered, out);
        return out.toByteArray();
    }
}
