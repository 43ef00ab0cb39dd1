package org.jizhun.documents.report;

import java.util.List;
import java.util.Map;

/**
 * A report ready to be written: its figures, and under each {@link Slot} the blocks that the Word template places.
 *
 * @param subject the outline to follow
 * @param title with a line break between the department and the rest
 */
public record Report(Subject subject, Prose title, Figures figures, Map<Slot, List<Block>> slots) {

    /** Whose report: it decides the default template. */
    public enum Subject {
        DEPARTMENT,
        PROJECT
    }

    /** A place in the template that takes blocks; the word is the tag's name. */
    public enum Slot {
        PREFACE("preface"),
        DUTIES("duties"),
        WORK("work"),
        GOALS("goals"),
        BUDGET("budget"),
        MANAGEMENT("management"),
        CONCLUSION("conclusion"),
        ANALYSIS("analysis"),
        PROBLEMS("problems"),
        MEASURES("measures"),
        ANNEXES("annexes"),
        SIGNATURE("signature"),
        ANNEX_SCORES("annex-scores"),
        ANNEX_INDICATORS("annex-indicators");

        private final String word;

        Slot(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public Report {
        slots = Map.copyOf(slots);
    }

    /** The title on one line, for the properties of a file. */
    public String name() {
        return title.text(figures).replace("\n", "");
    }

    public List<Block> blocks(Slot slot) {
        return slots.getOrDefault(slot, List.of());
    }
}
