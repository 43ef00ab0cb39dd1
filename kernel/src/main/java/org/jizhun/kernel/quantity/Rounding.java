package org.jizhun.kernel.quantity;

import java.math.RoundingMode;

/**
 * A named rounding: how many decimals are kept and what happens to the rest. It is always an argument or scheme data,
 * never a default of some operation.
 *
 * @param scale decimals kept, 0 to 18
 */
public record Rounding(int scale, Mode mode) {

    /** What is done with the dropped digits. The word is how scheme data and formulas name it. */
    public enum Mode {
        HALF_UP("half-up", RoundingMode.HALF_UP),
        HALF_EVEN("half-even", RoundingMode.HALF_EVEN),
        HALF_DOWN("half-down", RoundingMode.HALF_DOWN),
        /** Towards zero: the digits are cut off. */
        TRUNCATE("truncate", RoundingMode.DOWN),
        /** Away from zero. */
        UP("up", RoundingMode.UP),
        FLOOR("floor", RoundingMode.FLOOR),
        CEILING("ceiling", RoundingMode.CEILING);

        private final String word;
        private final RoundingMode javaMode;

        Mode(String word, RoundingMode javaMode) {
            this.word = word;
            this.javaMode = javaMode;
        }

        public String word() {
            return word;
        }
    }

    public Rounding {
        if (scale < 0 || scale > 18) {
            throw new IllegalArgumentException("decimals must be 0 to 18: " + scale);
        }
    }

    public static Rounding halfUp(int scale) {
        return new Rounding(scale, Mode.HALF_UP);
    }

    RoundingMode javaMode() {
        return mode.javaMode;
    }
}
