package org.jizhun.kernel.formula;

import java.util.List;
import org.jizhun.kernel.fact.Kind;
import org.jspecify.annotations.Nullable;

/** The kinds algebra: which kinds may meet, and what comes of it. A null answer means that they may not. */
final class Kinds {

    /** The kind of the literal null: it fits wherever a value is expected. */
    static final Kind NOTHING = new Kind.RecordOf("null", List.of());

    /** The kind of the bare literal 0: it fits every numeric kind. */
    static final Kind ZERO = new Kind.RecordOf("0", List.of());

    /** What stands for a part that already has a problem, so that it is told once. */
    static final Kind BROKEN = new Kind.RecordOf("?", List.of());

    private Kinds() {}

    static boolean isNumeric(Kind kind) {
        return kind == ZERO || (kind instanceof Kind.Simple simple && simple.isNumeric());
    }

    static boolean fitsNumber(Kind kind) {
        return isNumeric(kind) || isOpen(kind);
    }

    /** Whether nothing is known of the kind: null, or already told as a mistake. */
    static boolean isOpen(Kind kind) {
        return kind == NOTHING || kind == BROKEN;
    }

    static boolean fits(Kind found, Kind expected) {
        return unified(found, expected) != null && (isOpen(found) || found == ZERO || !isOpen(expected));
    }

    /** The kind of a list's elements; anything else is its own element, as FEEL lets a single value stand for a list. */
    static Kind element(Kind list) {
        return list instanceof Kind.ListOf of ? of.element() : list;
    }

    /** The kind as a reader of a result sees it. */
    static Kind plain(Kind kind) {
        return kind == ZERO ? Kind.NUMBER : kind;
    }

    /** The one kind of two branches, two list elements or two sides of a comparison. */
    static @Nullable Kind unified(Kind left, Kind right) {
        if (left == BROKEN || right == BROKEN) {
            return BROKEN;
        }
        if (left == NOTHING) {
            return right;
        }
        if (right == NOTHING || left.equals(right)) {
            return left;
        }
        if (left == ZERO && isNumeric(right)) {
            return right;
        }
        if (right == ZERO && isNumeric(left)) {
            return left;
        }
        if (left instanceof Kind.ListOf one && right instanceof Kind.ListOf other) {
            Kind element = unified(one.element(), other.element());
            return element == null ? null : new Kind.ListOf(element);
        }
        return null;
    }

    /** The kind of {@code left operator right} for the arithmetic operators. */
    static @Nullable Kind arithmetic(Operator operator, Kind left, Kind right) {
        if (left == BROKEN || right == BROKEN) {
            return BROKEN;
        }
        return switch (operator) {
            case PLUS -> sum(left, right);
            case MINUS -> difference(left, right);
            case TIMES -> product(left, right);
            case OVER -> quotient(left, right);
            case POWER -> fits(left, Kind.NUMBER) && fits(right, Kind.NUMBER) ? Kind.NUMBER : null;
            default -> throw new IllegalArgumentException("not arithmetic: " + operator);
        };
    }

    private static @Nullable Kind sum(Kind left, Kind right) {
        if ((left == Kind.DATE && right == Kind.DURATION) || (left == Kind.DURATION && right == Kind.DATE)) {
            return Kind.DATE;
        }
        return additive(left, right, true);
    }

    private static @Nullable Kind difference(Kind left, Kind right) {
        if (left == Kind.DATE) {
            return right == Kind.DATE ? Kind.DURATION : right == Kind.DURATION ? Kind.DATE : null;
        }
        return additive(left, right, false);
    }

    private static @Nullable Kind additive(Kind left, Kind right, boolean texts) {
        Kind both = unified(left, right);
        boolean sound = both != null
                && (isNumeric(both) || isOpen(both) || both == Kind.DURATION || (texts && both == Kind.TEXT));
        return sound ? both : null;
    }

    private static @Nullable Kind product(Kind left, Kind right) {
        if (left == Kind.DURATION && fits(right, Kind.NUMBER)) {
            return Kind.DURATION;
        }
        if (!fitsNumber(left) || !fitsNumber(right)) {
            return null;
        }
        if (left == ZERO || isOpen(left)) {
            return right;
        }
        if (right == ZERO || isOpen(right) || right == Kind.NUMBER) {
            return left;
        }
        if (left == Kind.NUMBER || left == Kind.PERCENT) {
            return right;
        }
        if (right == Kind.PERCENT) {
            return left;
        }
        return left == Kind.COUNT ? countTimes(right) : right == Kind.COUNT ? countTimes(left) : null;
    }

    private static @Nullable Kind countTimes(Kind other) {
        return other == Kind.AMOUNT || other == Kind.POINTS ? other : null;
    }

    private static @Nullable Kind quotient(Kind left, Kind right) {
        if (!fitsNumber(left) || !fitsNumber(right)) {
            return null;
        }
        if (isOpen(right) || right == ZERO || right == Kind.NUMBER || left == ZERO || isOpen(left)) {
            return left == ZERO || isOpen(left) ? zeroOver(right) : left;
        }
        if (left == right) {
            return left == Kind.PERCENT ? Kind.NUMBER : Kind.PERCENT;
        }
        return right == Kind.COUNT || right == Kind.PERCENT ? left : null;
    }

    private static Kind zeroOver(Kind right) {
        return right == ZERO || isOpen(right) ? Kind.NUMBER : right == Kind.PERCENT ? Kind.NUMBER : Kind.PERCENT;
    }
}
