package org.jizhun.documents.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The XML parts of an OFD package, parsed without document types or anything from outside the package. */
final class OfdParts {

    private final Source source;
    private final Map<String, byte[]> parts = new HashMap<>();

    OfdParts(Source source) throws IOException {
        this.source = source;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(source.bytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().toLowerCase(java.util.Locale.ROOT).endsWith(".xml")) {
                    parts.put(resolved("", entry.getName()), zip.readAllBytes());
                }
            }
        }
    }

    /** @throws org.jizhun.kernel.problem.Refusal if it is not there or not well-formed */
    Element root(String path) throws IOException {
        byte[] bytes = parts.get(path);
        if (bytes == null) {
            throw source.refusal("document-broken", "detail", path);
        }
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder.parse(new ByteArrayInputStream(bytes)).getDocumentElement();
        } catch (SAXException broken) {
            throw source.refusal("document-broken", "detail", path);
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A location within the package, from the root or from the folder of the part that names it. */
    static String resolved(String from, String location) {
        boolean fromRoot = location.startsWith("/");
        String folder = fromRoot || from.indexOf('/') < 0 ? "" : from.substring(0, from.lastIndexOf('/') + 1);
        List<String> path = new ArrayList<>();
        for (String step : (folder + location).split("/", -1)) {
            if (step.equals("..") && !path.isEmpty()) {
                path.remove(path.size() - 1);
            } else if (!step.isEmpty() && !step.equals(".") && !step.equals("..")) {
                path.add(step);
            }
        }
        return String.join("/", path);
    }

    static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }

    static List<Element> children(Element element, String name) {
        return children(element).stream()
                .filter(child -> name.equals(child.getLocalName()))
                .toList();
    }

    /** Mistakes end the parsing, and are not written to the console. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException mistake) {
            // reading goes on
        }

        @Override
        public void error(SAXParseException mistake) throws SAXException {
            throw mistake;
        }

        @Override
        public void fatalError(SAXParseException mistake) throws SAXException {
            throw mistake;
        }
    }
}
