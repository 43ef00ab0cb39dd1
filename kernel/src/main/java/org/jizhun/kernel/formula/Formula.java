package org.jizhun.kernel.formula;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.fact.Row;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Result;
import org.jspecify.annotations.Nullable;

/**
 * A checked formula of the language that docs/formula.md describes. Compiled once, then read as often as needed, from any
 * thread: as a value, as an explained value, as bounds for figures that are only known as printed, or over a batch.
 *
 * <p>Evaluation always ends: there is no recursion, and a formula that walks more than 20 million list elements is
 * refused.
 */
public final class Formula {

    private final String text;
    private final Place place;
    private final Kind kind;
    private final Node root;
    private final Set<String> names;
    private final int slots;
    private final boolean needsItem;

    private Formula(String text, Place place, Kind kind, Node root, Checker checker, boolean needsItem) {
        this.text = text;
        this.place = place;
        this.kind = kind;
        this.root = root;
        this.names = java.util.Collections.unmodifiableSet(checker.names());
        this.slots = checker.slots();
        this.needsItem = needsItem;
    }

    /** Reads and checks a formula. All mistakes are told with their line and column; with any, there is no formula. */
    public static Result<Optional<Formula>> compile(String text, Place place, Scope scope) {
        return compileFor(text, place, scope, null);
    }

    /** The same, where the formula must give the kind {@code expected}. */
    public static Result<Optional<Formula>> compile(String text, Place place, Scope scope, Kind expected) {
        return compileFor(text, place, scope, expected);
    }

    private static Result<Optional<Formula>> compileFor(
            String text, Place place, Scope scope, @Nullable Kind expected) {
        Syntax syntax;
        try {
            syntax = Parser.parse(text);
        } catch (Fault fault) {
            Place at = new Positions(text, place).at(fault.span().start());
            return new Result<>(Optional.empty(), List.of(Problem.of(fault.code(), at, fault.arguments())));
        }
        Checker checker = new Checker(text, scope, place);
        Node root = checker.check(syntax);
        if (expected != null) {
            checker.expect(syntax, root, expected);
        }
        if (!checker.mistakes().problems().isEmpty()) {
            return new Result<>(Optional.empty(), checker.mistakes().problems());
        }
        Kind kind = expected != null ? expected : Kinds.plain(root.kind());
        return Result.of(Optional.of(new Formula(text, place, kind, root, checker, scope.item() != null)));
    }

    /** A part of a formula by itself; empty where it is not sound, or needs what the whole binds. */
    static Optional<Formula> checked(String text, Place place, Scope scope, Syntax part) {
        Checker checker = new Checker(text, scope, place);
        Node root = checker.check(part);
        return checker.mistakes().problems().isEmpty()
                ? Optional.of(new Formula(
                        checker.mistakes().text(part.span()).replaceAll("^[\\s*×]+", ""),
                        place,
                        Kinds.plain(root.kind()),
                        root,
                        checker,
                        scope.item() != null))
                : Optional.empty();
    }

    /**
     * The figure that this formula takes from the facts before constants turn it into points, as reports print it: {@code A
     * / B} of {@code (A / B - 60%) / 40% * 100%}. Empty where there is no such part of kind percent, or more than one.
     *
     * @param scope the names it may use; one that stands for a constant is better left out
     */
    public Optional<Formula> measured(Scope scope) {
        return new Measured(text, place, scope).formula();
    }

    public Kind kind() {
        return kind;
    }

    public String text() {
        return text;
    }

    public Place place() {
        return place;
    }

    /** The English names of the single values and registers it reads. */
    public Set<String> names() {
        return names;
    }

    /** The value; null where something needed is missing. */
    public @Nullable Object value(Inputs in) {
        return root.value(frame(in, null));
    }

    /** The value for one row, of a formula compiled {@link Scope#withItem with an item}. */
    public @Nullable Object value(Inputs in, Row item) {
        return root.value(frame(in, item));
    }

    /** The value with its explanation. */
    public Reading read(Inputs in) {
        return read(frame(in, null));
    }

    /** The value for one row with its explanation. */
    public Reading read(Inputs in, Row item) {
        return read(frame(in, item));
    }

    /**
     * The bounds of the value where figures are only known as printed: the inputs, and rows in them, may hold an {@link
     * org.jizhun.kernel.quantity.Interval} for any figure. The result is an exact value, an interval that surely contains
     * it, null, or {@link Unknown#UNKNOWN}; a comparison that the intervals do not decide is unknown.
     */
    public @Nullable Object bounds(Inputs in) {
        return root.value(frame(in, null));
    }

    /** The bounds for one row. */
    public @Nullable Object bounds(Inputs in, Row item) {
        return root.value(frame(in, item));
    }

    /** A reader for many inputs one after another on one thread, which allocates nothing of its own per reading. */
    public Batch batch() {
        return new Batch(root, new Frame(slots, place), needsItem);
    }

    private Frame frame(Inputs in, @Nullable Row item) {
        requireItem(needsItem, item);
        return new Frame(slots, place).start(in, item);
    }

    static void requireItem(boolean needed, @Nullable Row item) {
        if (needed != (item != null)) {
            throw new IllegalArgumentException(needed ? "this formula needs a row" : "this formula takes no row");
        }
    }

    private Reading read(Frame frame) {
        Object value = root.value(frame.noting());
        List<Trace> steps = java.util.Objects.requireNonNull(frame.steps());
        Trace trace = steps.size() == 1 && root.shown() ? steps.get(0) : Trace.of(text.strip(), value, kind, "", steps);
        return new Reading(value, trace, frame.problems());
    }
}
