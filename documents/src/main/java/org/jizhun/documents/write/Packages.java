package org.jizhun.documents.write;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Finds what {@link ReportWriter} embedded in a zip package. Entities and document types are not read. */
public final class Packages {

    private Packages() {}

    /** The embedded JSON of a .docx; empty where there is none. */
    public static Optional<String> wordAttachment(byte[] docx) throws IOException {
        for (Map.Entry<String, byte[]> part : StableZip.read(docx).entrySet()) {
            if (part.getKey().startsWith("customXml/item")) {
                Optional<String> found = report(part.getValue());
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** The embedded JSON of an .ofd; empty where there is none. */
    public static Optional<String> ofdAttachment(byte[] ofd) throws IOException {
        return StableZip.read(ofd).entrySet().stream()
                .filter(part -> part.getKey().endsWith("/" + Embedded.FILE_NAME))
                .map(part -> new String(part.getValue(), StandardCharsets.UTF_8))
                .findFirst();
    }

    private static Optional<String> report(byte[] xml) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
            reader.nextTag();
            boolean ours = WordPackage.NAMESPACE.equals(reader.getNamespaceURI());
            return ours ? Optional.of(reader.getElementText()) : Optional.empty();
        } catch (XMLStreamException other) {
            return Optional.empty();
        }
    }
}
