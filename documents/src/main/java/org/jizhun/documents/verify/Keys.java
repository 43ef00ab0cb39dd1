package org.jizhun.documents.verify;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jizhun.documents.report.Block;
import org.jizhun.documents.report.Figure;
import org.jizhun.documents.report.Piece;
import org.jizhun.documents.report.Prose;
import org.jizhun.documents.report.Report;

/** Finds the key of a figure in the recomputed text: which prose a passage was made from, and what stands at a position. */
final class Keys {

    /** Said where a figure has no key: numbering, or words that people wrote. */
    static final String NONE = "—";

    private final Report report;
    private final List<Prose> proseOfPassage = new ArrayList<>();

    Keys(Report report, List<Passage> expected) {
        this.report = report;
        Map<String, Deque<Prose>> byText = new HashMap<>();
        for (Report.Slot slot : Report.Slot.values()) {
            report.blocks(slot).forEach(block -> collect(block, byText));
        }
        add(report.title(), byText);
        for (Passage passage : expected) {
            Deque<Prose> waiting = byText.get(Token.plain(passage.text()));
            proseOfPassage.add(waiting == null || waiting.isEmpty() ? Prose.EMPTY : waiting.removeFirst());
        }
    }

    /** The key at a position of a passage; empty where no figure of ours stands there. */
    String of(int passage, String text, int position) {
        int at = 0;
        for (Piece piece : proseOfPassage.get(passage).pieces()) {
            int end = at + Token.plain(Prose.text(piece, report.figures())).length();
            if (piece instanceof Piece.FigureOf figure && position >= at && position < end) {
                return figure.key();
            }
            at = end;
        }
        return proseOfPassage.get(passage).isEmpty() ? byValue(text, position) : "";
    }

    /** A figure that the template itself prints is known by what it reads. */
    private String byValue(String text, int position) {
        for (Figure figure : report.figures().all()) {
            if (!figure.isAbsent() && figure.digits().length() > 2 && text.startsWith(figure.digits(), position)) {
                return figure.key();
            }
        }
        return "";
    }

    private void collect(Block block, Map<String, Deque<Prose>> byText) {
        if (block instanceof Block.Heading heading) {
            add(Prose.quote(heading.label()).and(heading.text()), byText);
        } else if (block instanceof Block.Paragraph paragraph) {
            add(paragraph.text(), byText);
        } else if (block instanceof Block.Line line) {
            add(line.text(), byText);
        } else if (block instanceof Block.Table table) {
            table.rows().forEach(row -> row.cells().forEach(cell -> add(cell.text(), byText)));
        }
    }

    private void add(Prose prose, Map<String, Deque<Prose>> byText) {
        byText.computeIfAbsent(Token.plain(prose.text(report.figures())), text -> new ArrayDeque<>())
                .add(prose);
    }
}
