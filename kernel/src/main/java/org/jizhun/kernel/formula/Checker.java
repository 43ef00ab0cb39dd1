package org.jizhun.kernel.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.problem.Place;
import org.jspecify.annotations.Nullable;

/**
 * Turns what was written into checked steps: names become places to read from, every kind is known, every unit agrees. All
 * mistakes of a formula are told at once; a part that has one is {@link Kinds#BROKEN} and is not told again further out.
 */
final class Checker {

    private final Scope scope;
    private final Mistakes mistakes;
    private final Set<String> names = new TreeSet<>();
    private int slots;

    Checker(String formula, Scope scope, Place place) {
        this.scope = scope;
        this.mistakes = new Mistakes(formula, place);
    }

    Mistakes mistakes() {
        return mistakes;
    }

    Set<String> names() {
        return names;
    }

    int slots() {
        return slots;
    }

    Node check(Syntax whole) {
        Kind.RecordOf item = scope.item();
        if (item == null) {
            return check(whole, null);
        }
        slots = 1;
        return check(whole, new Bindings(null, "item", item, 0, true));
    }

    private Node check(Syntax syntax, @Nullable Bindings bound) {
        if (syntax instanceof Syntax.Constant constant) {
            return new Leaves.Constant(constant.kind(), mistakes.text(constant.span()), constant.value());
        }
        if (syntax instanceof Syntax.Name name) {
            return name(name, bound);
        }
        if (syntax instanceof Syntax.Negated negated) {
            return negated(negated, bound);
        }
        if (syntax instanceof Syntax.Operation operation) {
            return operation(operation, bound);
        }
        if (syntax instanceof Syntax.Between between) {
            return range(between, between.value(), true, between.low(), between.high(), true, bound);
        }
        if (syntax instanceof Syntax.Within in) {
            return range(in, in.value(), in.lowClosed(), in.low(), in.high(), in.highClosed(), bound);
        }
        if (syntax instanceof Syntax.Member member) {
            return member(member, bound);
        }
        return checkList(syntax, bound);
    }

    private Node checkList(Syntax syntax, @Nullable Bindings bound) {
        if (syntax instanceof Syntax.Choice choice) {
            return choice(choice, bound);
        }
        if (syntax instanceof Syntax.Each each) {
            return each(each, bound);
        }
        if (syntax instanceof Syntax.Quantified quantified) {
            return quantified(quantified, bound);
        }
        if (syntax instanceof Syntax.Filter filter) {
            return filter(filter, bound);
        }
        if (syntax instanceof Syntax.Path path) {
            return path(path, bound);
        }
        if (syntax instanceof Syntax.Call call) {
            return call(call, bound);
        }
        return items((Syntax.Items) syntax, bound);
    }

    private Node name(Syntax.Name name, @Nullable Bindings bound) {
        Node local = Bindings.find(bound, name.name());
        if (local != null) {
            return local;
        }
        Scope.Global global = scope.global(name.name());
        if (global != null) {
            names.add(global.name());
            return new Leaves.Global(global.kind(), name.name(), global.name());
        }
        Set<String> known = new TreeSet<>(scope.names());
        Bindings.collect(bound, known);
        mistakes.tell(
                name.span(),
                "formula-name-unknown",
                "found",
                name.name(),
                "near",
                Spelling.nearest(name.name(), known));
        return Mistakes.broken();
    }

    private Node negated(Syntax.Negated negated, @Nullable Bindings bound) {
        Node operand = check(negated.operand(), bound);
        Kind kind = operand.kind();
        if (!Kinds.fitsNumber(kind) && kind != Kind.DURATION) {
            return mistakes.kind(negated.operand().span(), kind, "数量或期间", "a figure or a duration");
        }
        return new Scalars.Negation(kind, mistakes.text(negated.span()), operand);
    }

    private Node operation(Syntax.Operation operation, @Nullable Bindings bound) {
        Operator operator = operation.operator();
        Node left = check(operation.left(), bound);
        Node right = check(operation.right(), bound);
        String text = mistakes.text(operation.span());
        if (operator == Operator.AND || operator == Operator.OR) {
            boolean leftSound = truth(operation.left(), left);
            boolean rightSound = truth(operation.right(), right);
            return leftSound && rightSound
                    ? new Scalars.Junction(text, operator == Operator.AND, left, right)
                    : Mistakes.broken();
        }
        if (operator.binding() == Operator.COMPARISON) {
            boolean sound = comparable(operator, left.kind(), right.kind());
            return sound
                    ? new Scalars.Comparison(text, operator, left, right)
                    : mistakes.operands(operation, left, right);
        }
        Kind kind = Kinds.arithmetic(operator, left.kind(), right.kind());
        return kind == null
                ? mistakes.operands(operation, left, right)
                : new Scalars.Calculation(kind, text, operator, left, right);
    }

    private boolean truth(Syntax syntax, Node node) {
        if (Kinds.fits(node.kind(), Kind.BOOLEAN)) {
            return true;
        }
        mistakes.kind(syntax.span(), node.kind(), Kind.BOOLEAN);
        return false;
    }

    /** Anything of one kind may be tested for equality; an order exists for figures, dates, durations and texts. */
    private static boolean comparable(Operator operator, Kind left, Kind right) {
        Kind both = Kinds.unified(left, right);
        if (both == null) {
            return false;
        }
        boolean ordered = Kinds.fitsNumber(both) || both == Kind.TEXT || both == Kind.DATE || both == Kind.DURATION;
        return ordered || operator == Operator.EQUAL || operator == Operator.NOT_EQUAL;
    }

    private Node range(
            Syntax whole,
            Syntax value,
            boolean lowClosed,
            Syntax low,
            Syntax high,
            boolean highClosed,
            @Nullable Bindings bound) {
        Node operand = check(value, bound);
        Node lowest = check(low, bound);
        Node highest = check(high, bound);
        boolean lowSound = rangeEnd(operand, low, lowest);
        boolean highSound = rangeEnd(operand, high, highest);
        return lowSound && highSound
                ? new Scalars.Range(mistakes.text(whole.span()), operand, lowest, lowClosed, highest, highClosed)
                : Mistakes.broken();
    }

    private boolean rangeEnd(Node operand, Syntax end, Node node) {
        if (comparable(Operator.LESS, operand.kind(), node.kind())) {
            return true;
        }
        mistakes.kind(end.span(), node.kind(), operand.kind());
        return false;
    }

    private Node member(Syntax.Member member, @Nullable Bindings bound) {
        Node element = check(member.value(), bound);
        Node list = check(member.list(), bound);
        Kind expected = Kinds.element(list.kind());
        if (Kinds.unified(element.kind(), expected) == null) {
            return mistakes.kind(member.value().span(), element.kind(), expected);
        }
        if (!(list.kind() instanceof Kind.ListOf) && !Kinds.isOpen(list.kind())) {
            list = new Lists.Items(new Kind.ListOf(list.kind()), list.text(), List.of(list));
        }
        return new Lists.Member(mistakes.text(member.span()), element, list);
    }

    private Node choice(Syntax.Choice choice, @Nullable Bindings bound) {
        Node condition = check(choice.condition(), bound);
        Node then = check(choice.then(), bound);
        Node otherwise = check(choice.otherwise(), bound);
        boolean sound = truth(choice.condition(), condition);
        Kind kind = Kinds.unified(then.kind(), otherwise.kind());
        if (kind == null) {
            return mistakes.kind(choice.otherwise().span(), otherwise.kind(), then.kind());
        }
        return sound
                ? new Scalars.Choice(kind, mistakes.text(choice.span()), condition, then, otherwise)
                : Mistakes.broken();
    }

    private Node each(Syntax.Each each, @Nullable Bindings bound) {
        Node list = check(each.list(), bound);
        Kind element = elementOf(each.list(), list);
        int slot = slots++;
        Node body = check(each.body(), new Bindings(bound, each.variable(), element, slot, false));
        boolean broken = element == Kinds.BROKEN || body.kind() == Kinds.BROKEN;
        return broken
                ? Mistakes.broken()
                : new Lists.Each(new Kind.ListOf(body.kind()), mistakes.text(each.span()), list, body, slot);
    }

    private Node quantified(Syntax.Quantified quantified, @Nullable Bindings bound) {
        Node list = check(quantified.list(), bound);
        Kind element = elementOf(quantified.list(), list);
        int slot = slots++;
        Node condition =
                check(quantified.condition(), new Bindings(bound, quantified.variable(), element, slot, false));
        boolean sound = truth(quantified.condition(), condition) && element != Kinds.BROKEN;
        return sound
                ? new Lists.Quantified(mistakes.text(quantified.span()), quantified.every(), list, condition, slot)
                : Mistakes.broken();
    }

    private Node filter(Syntax.Filter filter, @Nullable Bindings bound) {
        Node list = check(filter.list(), bound);
        Kind element = elementOf(filter.list(), list);
        int slot = slots++;
        Node condition = check(filter.condition(), new Bindings(bound, "item", element, slot, true));
        if (element == Kinds.BROKEN || condition.kind() == Kinds.BROKEN) {
            return Mistakes.broken();
        }
        String text = mistakes.text(filter.span());
        if (condition.kind() == Kind.NUMBER || condition.kind() == Kind.COUNT || condition.kind() == Kinds.ZERO) {
            return new Lists.Index(element, text, list, condition);
        }
        if (!Kinds.fits(condition.kind(), Kind.BOOLEAN)) {
            return mistakes.kind(
                    filter.condition().span(), condition.kind(), "条件或序号", "a condition or a position in the list");
        }
        return new Lists.Filter(list.kind(), text, list, condition, slot);
    }

    private Kind elementOf(Syntax syntax, Node list) {
        if (list.kind() instanceof Kind.ListOf of) {
            return of.element();
        }
        if (!Kinds.isOpen(list.kind())) {
            mistakes.kind(syntax.span(), list.kind(), "列表", "a list");
            return Kinds.BROKEN;
        }
        return list.kind();
    }

    private Node path(Syntax.Path path, @Nullable Bindings bound) {
        Node of = check(path.of(), bound);
        String text = mistakes.text(path.span());
        Kind kind = of.kind();
        if (kind == Kinds.BROKEN) {
            return of;
        }
        if (kind == Kind.DATE || kind == Kind.DURATION) {
            Scalars.Part.Take take =
                    kind == Kind.DATE ? Scalars.ofDate(path.field()) : Scalars.ofDuration(path.field());
            Set<String> parts =
                    kind == Kind.DATE ? Set.of("year", "month", "day", "weekday") : Set.of("days", "months", "years");
            return take == null ? mistakes.field(path, kind, parts) : new Scalars.Part(Kind.NUMBER, text, of, take);
        }
        if (!(Kinds.element(kind) instanceof Kind.RecordOf record) || record == Kinds.NOTHING) {
            return mistakes.kind(path.of().span(), kind, "一行记录或记录的列表", "a row or a list of rows");
        }
        int index = record.indexOf(path.field());
        if (index < 0) {
            Set<String> fields = new TreeSet<>();
            record.fields().forEach(field -> fields.add(field.name()));
            return mistakes.field(path, record, fields);
        }
        Kind field = record.fields().get(index).kind();
        return kind instanceof Kind.ListOf
                ? new Lists.Column(new Kind.ListOf(field), text, of, index)
                : recordField(field, text, of, index);
    }

    /** A field of the element in hand is read from its slot at once. */
    private static Node recordField(Kind kind, String text, Node of, int index) {
        return of instanceof Leaves.Element element
                ? new Leaves.Field(kind, text, element.slot(), index)
                : new Scalars.Part(kind, text, of, Scalars.ofRecord(index));
    }

    private Node call(Syntax.Call call, @Nullable Bindings bound) {
        List<Node> arguments = new ArrayList<>();
        boolean broken = false;
        for (Syntax argument : call.arguments()) {
            Node node = check(argument, bound);
            arguments.add(node);
            broken |= node.kind() == Kinds.BROKEN;
        }
        if (!Functions.known(call.function())) {
            mistakes.tell(
                    call.span(),
                    "formula-function-unknown",
                    "found",
                    call.function(),
                    "near",
                    Spelling.nearest(call.function(), Functions.names()),
                    "known",
                    String.join(", ", Functions.names()));
            return Mistakes.broken();
        }
        Node built = broken ? null : Functions.build(call.function(), new Arguments(this, call, arguments));
        return built == null ? Mistakes.broken() : built;
    }

    private Node items(Syntax.Items items, @Nullable Bindings bound) {
        List<Node> nodes = new ArrayList<>();
        items.items().forEach(item -> nodes.add(check(item, bound)));
        Kind element = unifiedItems(items.items(), nodes);
        return element == null || element == Kinds.BROKEN
                ? Mistakes.broken()
                : new Lists.Items(new Kind.ListOf(element), mistakes.text(items.span()), nodes);
    }

    /** The one kind of several values; null, and told, where they are of different kinds. */
    @Nullable Kind unifiedItems(List<Syntax> syntax, List<Node> nodes) {
        Kind element = Kinds.NOTHING;
        for (int i = 0; i < nodes.size(); i++) {
            Kind both = Kinds.unified(element, nodes.get(i).kind());
            if (both == null) {
                mistakes.mixed(syntax.get(i).span(), i + 1, nodes.get(i).kind(), element);
                return null;
            }
            element = both;
        }
        return element;
    }

    /** Tells that the whole formula gives another kind than its place needs. */
    void expect(Syntax whole, Node node, Kind expected) {
        if (!Kinds.fits(node.kind(), expected)) {
            mistakes.kind(whole.span(), node.kind(), expected);
        }
    }
}
