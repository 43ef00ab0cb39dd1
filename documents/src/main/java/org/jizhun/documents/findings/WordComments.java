package org.jizhun.documents.findings;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFComment;
import org.apache.poi.xwpf.usermodel.XWPFComments;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.kernel.problem.Language;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTMarkupRange;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;

/**
 * A copy of a Word file with a comment at each finding's paragraph. The paragraph is the one whose text holds the words
 * found, in the order of the document; nothing else of the file is changed.
 */
final class WordComments {

    private static final String AUTHOR = "绩准 Jizhun";

    private final XWPFDocument word;
    private final List<XWPFParagraph> paragraphs = new ArrayList<>();
    private final Language language;

    private WordComments(XWPFDocument word, Language language) {
        this.word = word;
        this.language = language;
        word.getBodyElements().forEach(this::collect);
    }

    static byte[] annotate(byte[] docx, AuditedFile file, Language language) throws IOException {
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(docx))) {
            new WordComments(word, language).comment(file);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            word.write(out);
            return out.toByteArray();
        }
    }

    private void collect(IBodyElement element) {
        if (element instanceof XWPFParagraph paragraph) {
            paragraphs.add(paragraph);
        } else if (element instanceof XWPFTable table) {
            for (XWPFTableRow row : table.getRows()) {
                for (XWPFTableCell cell : row.getTableCells()) {
                    cell.getBodyElements().forEach(this::collect);
                }
            }
        }
    }

    private void comment(AuditedFile file) {
        XWPFComments comments = word.getDocComments() == null ? word.createComments() : word.getDocComments();
        long next = comments.getComments().stream()
                        .mapToLong(each -> Long.parseLong(each.getId()))
                        .max()
                        .orElse(-1)
                + 1;
        int from = 0;
        for (Finding finding : file.audit().findings()) {
            String line = file.document().line(finding.where().line()).text();
            Optional<Integer> found = find(line, finding.where().quote(), from);
            if (found.isEmpty()) {
                continue;
            }
            from = found.get();
            mark(paragraphs.get(from), comments, next++, FindingWords.of(finding, language));
        }
    }

    /** The next paragraph with the line's text, from the place of the finding before; else any with the words found. */
    private Optional<Integer> find(String line, String quote, int from) {
        List<String> sought = List.of(bare(line), bare(quote));
        for (String words : sought) {
            for (int i = 0; i < paragraphs.size() && !words.isEmpty(); i++) {
                int index = (from + i) % paragraphs.size();
                String text = bare(paragraphs.get(index).getText());
                if (text.contains(words) || (text.length() > 12 && words.contains(text))) {
                    return Optional.of(index);
                }
            }
        }
        return Optional.empty();
    }

    private static String bare(String text) {
        return text.codePoints()
                .filter(character -> !Character.isWhitespace(character) && !Character.isSpaceChar(character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static void mark(XWPFParagraph paragraph, XWPFComments comments, long number, String words) {
        BigInteger id = BigInteger.valueOf(number);
        XWPFComment comment = comments.createComment(id);
        comment.setAuthor(AUTHOR);
        comment.setInitials("绩准");
        comment.setDate(Calendar.getInstance(TimeZone.getTimeZone("UTC")));
        comment.createParagraph().createRun().setText(words);
        CTP body = paragraph.getCTP();
        CTMarkupRange start = body.insertNewCommentRangeStart(0);
        start.setId(id);
        body.addNewCommentRangeEnd().setId(id);
        body.addNewR().addNewCommentReference().setId(id);
    }
}
