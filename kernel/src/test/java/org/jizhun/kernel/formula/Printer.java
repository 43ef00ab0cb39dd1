package org.jizhun.kernel.formula;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.quantity.Exact;

/** Writes a tree as text that reads back as the same tree, in one canonical form and with full brackets. */
final class Printer {

    private Printer() {}

    static String print(Syntax syntax) {
        if (syntax instanceof Syntax.Constant constant) {
            return constant(constant);
        }
        if (syntax instanceof Syntax.Name name) {
            return name.name();
        }
        if (syntax instanceof Syntax.Negated negated) {
            return "-" + inner(negated.operand());
        }
        if (syntax instanceof Syntax.Operation operation) {
            return inner(operation.left()) + " " + operation.operator().sign() + " " + inner(operation.right());
        }
        if (syntax instanceof Syntax.Between between) {
            return inner(between.value()) + " between " + inner(between.low()) + " and " + inner(between.high());
        }
        if (syntax instanceof Syntax.Within in) {
            return inner(in.value()) + " in " + (in.lowClosed() ? "[" : "(") + print(in.low()) + ".." + print(in.high())
                    + (in.highClosed() ? "]" : ")");
        }
        if (syntax instanceof Syntax.Member member) {
            return inner(member.value()) + " in " + inner(member.list());
        }
        return compound(syntax);
    }

    private static String compound(Syntax syntax) {
        if (syntax instanceof Syntax.Choice choice) {
            return "if " + print(choice.condition()) + " then " + print(choice.then()) + " else "
                    + print(choice.otherwise());
        }
        if (syntax instanceof Syntax.Each each) {
            return "for " + each.variable() + " in " + print(each.list()) + " return " + print(each.body());
        }
        if (syntax instanceof Syntax.Quantified quantified) {
            return (quantified.every() ? "every " : "some ") + quantified.variable() + " in " + print(quantified.list())
                    + " satisfies " + print(quantified.condition());
        }
        if (syntax instanceof Syntax.Filter filter) {
            return inner(filter.list()) + "[" + print(filter.condition()) + "]";
        }
        if (syntax instanceof Syntax.Path path) {
            return inner(path.of()) + "." + path.field();
        }
        if (syntax instanceof Syntax.Call call) {
            return call.function() + "(" + commas(call.arguments()) + ")";
        }
        return "[" + commas(((Syntax.Items) syntax).items()) + "]";
    }

    private static String inner(Syntax syntax) {
        boolean plain = syntax instanceof Syntax.Constant
                || syntax instanceof Syntax.Name
                || syntax instanceof Syntax.Call
                || syntax instanceof Syntax.Items
                || syntax instanceof Syntax.Path
                || syntax instanceof Syntax.Filter;
        return plain ? print(syntax) : "(" + print(syntax) + ")";
    }

    private static String commas(List<Syntax> parts) {
        return parts.stream().map(Printer::print).collect(Collectors.joining(", "));
    }

    private static String constant(Syntax.Constant constant) {
        Object value = constant.value();
        if (value == null) {
            return "null";
        }
        if (value instanceof Exact figure) {
            return constant.kind() == Kind.PERCENT ? figure.times(Exact.HUNDRED) + "%" : figure + unit(constant.kind());
        }
        if (value instanceof String text) {
            return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        }
        return value instanceof Boolean ? value.toString() : "@\"" + Objects.requireNonNull(value) + "\"";
    }

    private static String unit(Kind kind) {
        return kind == Kind.AMOUNT ? "元" : kind == Kind.POINTS ? "分" : kind == Kind.COUNT ? "个" : "";
    }
}
