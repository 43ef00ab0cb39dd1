package org.jizhun.documents.report;

/** A part of a sentence. Only a {@link Figure} brings a figure of ours into it. */
public sealed interface Piece {

    /** Words of ours. They hold no digit, so that no figure can slip past {@link Figures}. */
    record Words(String text) implements Piece {
        public Words {
            if (text.chars().anyMatch(Character::isDigit)) {
                throw new IllegalArgumentException("a digit outside the figures: " + text);
            }
        }
    }

    /** A reference to a figure, printed with or without its unit. */
    record FigureOf(String key, boolean withUnit) implements Piece {}

    /** Words that someone else wrote: narrative, names, rule texts. They stay as they are. */
    record Quote(String text) implements Piece {}
}
