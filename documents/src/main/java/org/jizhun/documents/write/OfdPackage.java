package org.jizhun.documents.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.dom4j.DocumentHelper;
import org.dom4j.Element;
import org.ofdrw.core.attachment.Attachments;
import org.ofdrw.core.attachment.CT_Attachment;
import org.ofdrw.core.basicStructure.doc.CT_CommonData;
import org.ofdrw.core.basicStructure.doc.CT_PageArea;
import org.ofdrw.core.basicStructure.doc.Document;
import org.ofdrw.core.basicStructure.ofd.DocBody;
import org.ofdrw.core.basicStructure.ofd.OFD;
import org.ofdrw.core.basicStructure.ofd.docInfo.CT_DocInfo;
import org.ofdrw.core.basicStructure.pageObj.Content;
import org.ofdrw.core.basicStructure.pageObj.Page;
import org.ofdrw.core.basicStructure.pageObj.layer.CT_Layer;
import org.ofdrw.core.basicStructure.pageTree.Pages;
import org.ofdrw.core.basicStructure.res.Res;
import org.ofdrw.core.basicType.ST_Loc;

/**
 * The report as OFD (GB/T 33190), with the same pages as the PDF. The parts are built with ofdrw's model of the standard
 * and zipped here, so that the same report gives the same bytes.
 */
final class OfdPackage {

    private static final String ATTACHMENT = "Attachs/" + Embedded.FILE_NAME;

    private OfdPackage() {}

    static byte[] of(byte[] pdf, WordPackage.DocumentData data, Embedded embedded) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        OfdIds ids = new OfdIds();
        OfdFonts fonts = new OfdFonts(ids);
        Pages pages = new Pages();
        put(parts, "OFD.xml", head(data, embedded));
        CT_PageArea area = new CT_PageArea();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                String place = "Pages/Page_" + i + "/Content.xml";
                pages.addPage(new org.ofdrw.core.basicStructure.pageTree.Page(ids.next(), place));
                CT_Layer layer = new CT_Layer();
                layer.setObjID(ids.next());
                OfdPage page = new OfdPage(document.getPage(i), ids, fonts, layer);
                page.run();
                CT_PageArea size = new CT_PageArea(0, 0, OfdPage.rounded(page.width()), OfdPage.rounded(page.height()));
                area = i == 0
                        ? new CT_PageArea(0, 0, OfdPage.rounded(page.width()), OfdPage.rounded(page.height()))
                        : area;
                Page content = new Page().setArea(size).setContent(new Content().addLayer(layer));
                put(parts, "Doc_0/" + place, content);
            }
        }
        put(
                parts,
                "Doc_0/PublicRes.xml",
                new Res().setBaseLoc(ST_Loc.getInstance("Res")).addResource(fonts.resource()));
        put(parts, "Doc_0/Attachments.xml", attachments(data, embedded));
        parts.put("Doc_0/" + ATTACHMENT, embedded.bytes());
        Document root = new Document()
                .setCommonData(new CT_CommonData()
                        .setMaxUnitID(ids.last())
                        .setPageArea(area)
                        .addPublicRes(ST_Loc.getInstance("PublicRes.xml")))
                .setPages(pages)
                .setAttachments(ST_Loc.getInstance("Attachments.xml"));
        put(parts, "Doc_0/Document.xml", root);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StableZip.write(parts, out);
        return out.toByteArray();
    }

    private static OFD head(WordPackage.DocumentData data, Embedded embedded) {
        UUID id = UUID.nameUUIDFromBytes((data.title() + embedded.factsHash()).getBytes(StandardCharsets.UTF_8));
        CT_DocInfo information = new CT_DocInfo()
                .setDocID(id)
                .setTile(data.title())
                .setAuthor(data.author())
                .setCreationDate(data.day())
                .setModDate(data.day())
                .setCreator("Jizhun");
        DocBody body = new DocBody().setDocInfo(information).setDocRoot(ST_Loc.getInstance("Doc_0/Document.xml"));
        return new OFD().addDocBody(body);
    }

    private static Attachments attachments(WordPackage.DocumentData data, Embedded embedded) {
        return new Attachments()
                .addAttachment(new CT_Attachment()
                        .setID("facts")
                        .setAttachmentName(Embedded.FILE_NAME)
                        .setFormat("json")
                        .setCreationDate(data.day().atStartOfDay())
                        .setSize(Math.ceil(embedded.bytes().length / 1024d))
                        .setVisible(true)
                        .setFileLoc(ST_Loc.getInstance(ATTACHMENT)));
    }

    private static void put(Map<String, byte[]> parts, String name, Element element) {
        org.dom4j.Document document = DocumentHelper.createDocument();
        document.add(element.createCopy());
        parts.put(name, document.asXML().getBytes(StandardCharsets.UTF_8));
    }
}
