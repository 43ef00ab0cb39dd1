package org.jizhun.documents.write;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.exception.ResolverException;
import com.deepoove.poi.policy.RenderPolicy;
import com.deepoove.poi.template.MetaTemplate;
import com.deepoove.poi.template.run.RunTemplate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.jizhun.documents.report.Report;
import org.jizhun.kernel.problem.Beside;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;

/**
 * A Word template: an ordinary .docx with tags in double braces. A tag is a figure's key, {@code title}, or a slot of the
 * report, which stands alone in its paragraph. A template is data: no expression is evaluated, no tag runs code.
 */
public final class WordTemplate {

    private static final long MOST_BYTES = 32L << 20;

    private final String name;
    private final byte[] bytes;
    private final boolean standard;

    private WordTemplate(String name, byte[] bytes, boolean standard) {
        this.name = name;
        this.bytes = bytes;
        this.standard = standard;
    }

    /** A template that travelled inside a report. */
    public static WordTemplate embedded(byte[] bytes) {
        return new WordTemplate("template.docx", bytes.clone(), false);
    }

    /** The template that comes with the product. */
    public static WordTemplate standard(Report.Subject subject) {
        String name = subject == Report.Subject.PROJECT ? "report-project.docx" : "report-department.docx";
        return new WordTemplate(name, Beside.bytes(WordTemplate.class, name), true);
    }

    /** @throws Refusal if the file cannot be read or is far too big */
    public static WordTemplate read(Path file) {
        Place place = Place.of(file.toString());
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                throw new Refusal(Problem.of("template-unreadable", place));
            }
            return new WordTemplate(file.toString(), Files.readAllBytes(file), false);
        } catch (IOException unreadable) {
            throw new Refusal(Problem.of("template-unreadable", place));
        }
    }

    /** Whether it is one of ours, so that every slot is known to be placed. */
    public boolean isStandard() {
        return standard;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /**
     * The template made ready to render.
     *
     * @throws Refusal naming every tag that is broken or means nothing
     */
    XWPFTemplate compile(Report report, Configure configuration) {
        XWPFTemplate compiled = open(configuration);
        List<Problem> problems = new ArrayList<>();
        for (MetaTemplate element : compiled.getElementTemplates()) {
            if (element instanceof RunTemplate tag && tag.getSign() == '\0') {
                check(tag, report, problems);
            } else {
                problems.add(problem("template-tag-kind", element.variable()));
            }
        }
        compiled.getXWPFDocument().getParagraphs().forEach(paragraph -> stray(paragraph, compiled, problems));
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        return compiled;
    }

    /** The slots that the template does not place: their text would be missing from the report. */
    List<Problem> absentSlots(XWPFTemplate compiled, Report report) {
        Set<String> placed = new HashSet<>();
        compiled.getElementTemplates().forEach(element -> placed.add(bare(element.variable())));
        List<String> absent = new ArrayList<>();
        for (Report.Slot slot : Report.Slot.values()) {
            if (!report.blocks(slot).isEmpty() && !placed.contains(slot.word())) {
                absent.add("{{" + slot.word() + "}}");
            }
        }
        return absent.isEmpty() || standard
                ? List.of()
                : List.of(Problem.of("template-slots-absent", Place.of(name), "tags", String.join("、", absent)));
    }

    private XWPFTemplate open(Configure configuration) {
        try {
            return XWPFTemplate.compile(new ByteArrayInputStream(bytes), configuration);
        } catch (ResolverException broken) {
            String cause = broken.getCause() == null
                    ? broken.getMessage()
                    : broken.getCause().getMessage();
            if (cause != null && cause.contains("{{")) {
                throw new Refusal(Problem.of("template-tag-broken", Place.of(name), "found", cause));
            }
            throw new Refusal(Problem.of("template-unreadable", Place.of(name)));
        } catch (POIXMLException
                | OpenXML4JRuntimeException
                | IllegalArgumentException
                | IllegalStateException unreadable) {
            throw new Refusal(Problem.of("template-unreadable", Place.of(name)));
        }
    }

    private void check(RunTemplate tag, Report report, List<Problem> problems) {
        String word = tag.getTagName();
        if (slot(word) != null) {
            XWPFParagraph paragraph = (XWPFParagraph) tag.getRun().getParent();
            boolean alone = paragraph.getText().strip().equals(tag.variable());
            if (!alone || paragraph.getPartType() != org.apache.poi.xwpf.usermodel.BodyType.DOCUMENT) {
                problems.add(problem("template-slot-not-alone", tag.variable()));
            }
        } else if (!TagValues.knows(word, report)) {
            problems.add(problem("template-tag-unknown", tag.variable()));
        }
    }

    /** Braces that opened and never closed, or the other way round, are no tags: they would stand in the report. */
    private void stray(XWPFParagraph paragraph, XWPFTemplate compiled, List<Problem> problems) {
        String text = paragraph.getText();
        for (MetaTemplate element : compiled.getElementTemplates()) {
            text = text.replace(element.variable(), "");
        }
        if (text.contains("{{") || text.contains("}}")) {
            problems.add(problem("template-tag-broken", text.strip()));
        }
    }

    private Problem problem(String code, String found) {
        return Problem.of(code, Place.of(name), "found", found);
    }

    static Report.@org.jspecify.annotations.Nullable Slot slot(String word) {
        for (Report.Slot slot : Report.Slot.values()) {
            if (slot.word().equals(word)) {
                return slot;
            }
        }
        return null;
    }

    /** Binds every slot to one policy. */
    static void bind(com.deepoove.poi.config.ConfigureBuilder builder, RenderPolicy policy) {
        for (Report.Slot slot : Report.Slot.values()) {
            builder.bind(slot.word(), policy);
        }
    }

    private static String bare(String variable) {
        return variable.replace("{", "").replace("}", "");
    }
}
