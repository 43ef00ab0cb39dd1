package org.jizhun.kernel.quantity;

import java.util.Optional;

/**
 * The unit in which a figure is printed: the word after it and what one of it is in the base unit (yuan, ratio, points,
 * number of things). 万元 and 亿元 exist only here, where text is read or printed.
 */
public enum FigureUnit {
    NUMBER("", 1, 0, Measures.NUMBER),
    WAN("万", 10_000, 0, Measures.NUMBER),
    YI("亿", 100_000_000, 0, Measures.NUMBER),
    YUAN("元", 1, 0, Measures.AMOUNT),
    QIAN_YUAN("千元", 1_000, 0, Measures.AMOUNT),
    WAN_YUAN("万元", 10_000, 0, Measures.AMOUNT),
    YI_YUAN("亿元", 100_000_000, 0, Measures.AMOUNT),
    PERCENT("%", 1, 2, Measures.PERCENT),
    PERCENTAGE_POINTS("个百分点", 1, 2, Measures.PERCENT),
    PER_MILLE("‰", 1, 3, Measures.PERCENT),
    TENTHS("成", 1, 1, Measures.PERCENT),
    POINTS("分", 1, 0, Measures.POINTS);

    /** What a unit measures. */
    public enum Measures {
        NUMBER,
        AMOUNT,
        PERCENT,
        POINTS
    }

    private final String word;
    private final long unscaled;
    private final int scale;
    private final Measures measures;

    FigureUnit(String word, long unscaled, int scale, Measures measures) {
        this.word = word;
        this.unscaled = unscaled;
        this.scale = scale;
        this.measures = measures;
    }

    /** The word as it is printed; empty for a bare number. */
    public String word() {
        return word;
    }

    /** One of this unit in the base unit: 万元 is 10 000 yuan, % is 0.01. */
    public Exact factor() {
        return Exact.ofDecimal(unscaled, scale);
    }

    public Measures measures() {
        return measures;
    }

    /** The unit of this word. */
    public static Optional<FigureUnit> of(String word) {
        for (FigureUnit unit : values()) {
            if (unit.word.equals(word)) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }

    /** Whether this is 万 or 亿 of something. */
    boolean isScaled() {
        return word.startsWith("万") || word.startsWith("亿");
    }
}
