package org.jizhun.kernel.formula;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.quantity.Exact;
import org.jspecify.annotations.Nullable;

/**
 * Reads a formula by precedence climbing: a prefix (literal, name, bracket, {@code if} …), then as many operators as bind
 * at least as tightly as the caller allows. The tree's height is bounded, and with it every later recursion over it.
 */
final class Parser {

    static final int MAX_DEPTH = 200;

    private static final Set<String> RESERVED = Set.of(
            "if",
            "then",
            "else",
            "for",
            "in",
            "return",
            "some",
            "every",
            "satisfies",
            "and",
            "or",
            "not",
            "between",
            "true",
            "false",
            "null");

    private final List<Token> tokens;
    private final IdentityHashMap<Syntax, Integer> heights = new IdentityHashMap<>();
    private int at;
    private int depth;

    private Parser(List<Token> tokens) {
        this.tokens = tokens;
    }

    static Syntax parse(String text) {
        Parser parser = new Parser(Lexer.tokens(text));
        if (parser.peek().type() == Token.Type.END) {
            throw new Fault(parser.peek().span(), "formula-empty");
        }
        Syntax whole = parser.expression();
        if (parser.peek().type() != Token.Type.END) {
            throw parser.unexpected("运算符或公式结尾", "an operator or the end of the formula");
        }
        return whole;
    }

    private Syntax expression() {
        return climb(0);
    }

    private Syntax climb(int loosest) {
        if (++depth > MAX_DEPTH) {
            throw tooDeep(peek().span());
        }
        int start = peek().span().start();
        Syntax whole = climbFrom(start, prefix(), loosest);
        depth--;
        return whole;
    }

    /** What began at {@code start}, brackets around its first part included, up to the last token taken. */
    private Syntax climbFrom(int start, Syntax first, int loosest) {
        Syntax left = first;
        while (true) {
            Operator operator = operator();
            if (operator != null && operator.binding() >= loosest) {
                left = operation(start, left, operator);
                if (operator.binding() == Operator.COMPARISON && loosest <= Operator.COMPARISON) {
                    refuseSecondComparison();
                }
            } else if (loosest <= Operator.COMPARISON && peek().isWord("between")) {
                left = between(start, left);
            } else if (loosest <= Operator.COMPARISON && peek().isWord("in")) {
                left = in(start, left);
            } else {
                return left;
            }
        }
    }

    private Syntax operation(int start, Syntax left, Operator operator) {
        next();
        Syntax right = climb(operator.binding() + 1);
        return built(new Syntax.Operation(from(start), operator, left, right), left, right);
    }

    /** {@code a < b < c} would compare a truth value with a number; FEEL does not mean it, so it is told. */
    private void refuseSecondComparison() {
        Operator again = operator();
        if (again != null && again.binding() == Operator.COMPARISON) {
            throw unexpected("and、or 或公式结尾", "and, or, or the end of the formula");
        }
    }

    private Syntax between(int start, Syntax value) {
        next();
        Syntax low = climb(Operator.ADDITION);
        expectWord("and");
        Syntax high = climb(Operator.ADDITION);
        return built(new Syntax.Between(from(start), value, low, high), value, low, high);
    }

    /** After {@code in} a bracket may open a range, a list, several values, or any expression that gives a list. */
    private Syntax in(int start, Syntax value) {
        next();
        Token open = peek();
        if (!open.is("[") && !open.is("(")) {
            return member(start, value, climb(Operator.ADDITION));
        }
        next();
        List<Syntax> items = new ArrayList<>();
        if (!peek().is("]")) {
            items.add(expression());
            if (peek().is("..")) {
                return within(start, value, open, items.get(0));
            }
            while (peek().is(",")) {
                next();
                items.add(expression());
            }
        }
        Token close = expect(open.is("[") ? "]" : ")");
        Syntax bracket = open.is("(") && items.size() == 1
                ? items.get(0)
                : built(
                        new Syntax.Items(
                                new Span(open.span().start(), close.span().end()), List.copyOf(items)),
                        items.toArray(Syntax[]::new));
        return member(
                start, value, climbFrom(open.span().start(), postfix(open.span().start(), bracket), Operator.ADDITION));
    }

    private Syntax member(int start, Syntax value, Syntax list) {
        return built(new Syntax.Member(from(start), value, list), value, list);
    }

    private Syntax within(int start, Syntax value, Token open, Syntax low) {
        next();
        Syntax high = expression();
        Token close = next();
        if (!close.is("]") && !close.is(")")) {
            throw unexpectedToken(close, "] 或 )", "] or )");
        }
        return built(new Syntax.Within(from(start), value, open.is("["), low, high, close.is("]")), value, low, high);
    }

    private Syntax prefix() {
        Token token = peek();
        if (token.is("-")) {
            next();
            if (++depth > MAX_DEPTH) {
                throw tooDeep(token.span());
            }
            Syntax operand = prefix();
            depth--;
            return built(new Syntax.Negated(from(token.span().start()), operand), operand);
        }
        return postfix(token.span().start(), primary());
    }

    private Syntax postfix(int start, Syntax first) {
        Syntax left = first;
        while (true) {
            if (peek().is("[")) {
                next();
                Syntax condition = expression();
                expect("]");
                left = built(new Syntax.Filter(from(start), left, condition), left, condition);
            } else if (peek().is(".")) {
                next();
                Token field = peek();
                if (field.type() != Token.Type.WORD) {
                    throw unexpected("字段名", "a field name");
                }
                next();
                left = built(new Syntax.Path(from(start), left, field.text()), left);
            } else {
                return left;
            }
        }
    }

    private Syntax primary() {
        Token token = peek();
        return switch (token.type()) {
            case NUMBER -> number();
            case TEXT -> {
                next();
                yield built(new Syntax.Constant(token.span(), token.text(), Kind.TEXT));
            }
            case WORD -> word();
            case SIGN -> token.is("(") ? bracket() : token.is("[") ? list() : token.is("@") ? temporal() : bad();
            case END -> bad();
        };
    }

    private Syntax bad() {
        throw unexpected("数、名称、函数或括号", "a number, name, function or bracket");
    }

    private Syntax bracket() {
        next();
        Syntax inner = expression();
        expect(")");
        return inner;
    }

    private Syntax number() {
        Token token = next();
        Exact number = Exact.parse(token.text());
        Token unit = peek();
        if (!unit.is("%") && !(unit.type() == Token.Type.WORD && Units.known(unit.text()))) {
            refuseUnknownUnit(unit);
            return built(new Syntax.Constant(token.span(), number, number.isZero() ? Kinds.ZERO : Kind.NUMBER));
        }
        next();
        Span span = new Span(token.span().start(), unit.span().end());
        Syntax.Constant literal = Units.literal(span, number, unit.text());
        if (literal == null) {
            throw new Fault(span, "formula-days-not-whole", "found", token.text());
        }
        return built(literal);
    }

    private void refuseUnknownUnit(Token unit) {
        if (unit.type() == Token.Type.WORD && !RESERVED.contains(unit.text())) {
            throw new Fault(unit.span(), "formula-unit-unknown", "found", unit.text());
        }
    }

    private Syntax list() {
        Token open = next();
        List<Syntax> items = new ArrayList<>();
        if (!peek().is("]")) {
            items.add(expression());
            while (peek().is(",")) {
                next();
                items.add(expression());
            }
        }
        Span span = new Span(open.span().start(), expect("]").span().end());
        return built(new Syntax.Items(span, List.copyOf(items)), items.toArray(Syntax[]::new));
    }

    private Syntax temporal() {
        Token sign = next();
        Token text = next();
        if (text.type() != Token.Type.TEXT) {
            throw unexpectedToken(text, "引号中的日期或期间", "a date or duration in quotes");
        }
        Span span = new Span(sign.span().start(), text.span().end());
        LocalDate date = Temporals.date(text.text());
        if (date != null) {
            return built(new Syntax.Constant(span, date, Kind.DATE));
        }
        Period period = Temporals.duration(text.text());
        if (period != null) {
            return built(new Syntax.Constant(span, period, Kind.DURATION));
        }
        throw new Fault(span, "formula-date-wrong", "found", text.text());
    }

    private Syntax word() {
        Token token = peek();
        return switch (token.text()) {
            case "true", "false", "null" -> constantWord();
            case "if" -> choice();
            case "for" -> each();
            case "some", "every" -> quantified();
            default -> nameOrCall();
        };
    }

    private Syntax constantWord() {
        Token token = next();
        return built(
                token.isWord("null")
                        ? new Syntax.Constant(token.span(), null, Kinds.NOTHING)
                        : new Syntax.Constant(token.span(), token.isWord("true"), Kind.BOOLEAN));
    }

    private Syntax choice() {
        Token start = next();
        Syntax condition = expression();
        expectWord("then");
        Syntax then = expression();
        expectWord("else");
        Syntax otherwise = expression();
        return built(
                new Syntax.Choice(from(start.span().start()), condition, then, otherwise), condition, then, otherwise);
    }

    private Syntax each() {
        Token start = next();
        String variable = variable();
        expectWord("in");
        Syntax list = expression();
        expectWord("return");
        Syntax body = expression();
        return built(new Syntax.Each(from(start.span().start()), variable, list, body), list, body);
    }

    private Syntax quantified() {
        Token start = next();
        String variable = variable();
        expectWord("in");
        Syntax list = expression();
        expectWord("satisfies");
        Syntax condition = expression();
        return built(
                new Syntax.Quantified(from(start.span().start()), start.isWord("every"), variable, list, condition),
                list,
                condition);
    }

    private String variable() {
        Token token = next();
        if (token.type() != Token.Type.WORD || RESERVED.contains(token.text())) {
            throw unexpectedToken(token, "一个新的变量名", "a new variable name");
        }
        return token.text();
    }

    private Syntax nameOrCall() {
        Token first = peek();
        int words = 1;
        while (tokens.get(at + words).type() == Token.Type.WORD) {
            words++;
        }
        for (int n = words; n >= 1; n--) {
            if (tokens.get(at + n).is("(")) {
                String function = joined(n);
                if (n == 1 || Functions.known(function)) {
                    return call(function, n);
                }
            }
        }
        if (RESERVED.contains(first.text())) {
            return bad();
        }
        next();
        return built(new Syntax.Name(first.span(), first.text()));
    }

    private String joined(int words) {
        StringBuilder name = new StringBuilder(peek().text());
        for (int i = 1; i < words; i++) {
            name.append(' ').append(tokens.get(at + i).text());
        }
        return name.toString();
    }

    private Syntax call(String function, int words) {
        Token start = peek();
        if (RESERVED.contains(function) && !function.equals("not")) {
            return bad();
        }
        at += words + 1;
        List<Syntax> arguments = new ArrayList<>();
        if (!peek().is(")")) {
            arguments.add(expression());
            while (peek().is(",")) {
                next();
                arguments.add(expression());
            }
        }
        Span span = new Span(start.span().start(), expect(")").span().end());
        return built(new Syntax.Call(span, function, List.copyOf(arguments)), arguments.toArray(Syntax[]::new));
    }

    private @Nullable Operator operator() {
        Token token = peek();
        if (token.type() != Token.Type.SIGN && token.type() != Token.Type.WORD) {
            return null;
        }
        for (Operator operator : Operator.values()) {
            if (operator.sign().equals(token.text())) {
                return operator;
            }
        }
        return null;
    }

    private Syntax built(Syntax node, Syntax... children) {
        int height = 1;
        for (Syntax child : children) {
            height = Math.max(height, heights.getOrDefault(child, 1) + 1);
        }
        if (height > MAX_DEPTH) {
            throw tooDeep(node.span());
        }
        heights.put(node, height);
        return node;
    }

    /** The span from a place up to the end of the last token taken, closing brackets included. */
    private Span from(int start) {
        return new Span(start, tokens.get(at - 1).span().end());
    }

    private static Fault tooDeep(Span span) {
        return new Fault(new Span(span.start(), span.start() + 1), "formula-too-deep", "limit", MAX_DEPTH);
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        Token token = tokens.get(at);
        if (token.type() != Token.Type.END) {
            at++;
        }
        return token;
    }

    private Token expect(String sign) {
        Token token = next();
        if (!token.is(sign)) {
            throw unexpectedToken(token, sign, sign);
        }
        return token;
    }

    private void expectWord(String word) {
        Token token = next();
        if (!token.isWord(word)) {
            throw unexpectedToken(token, word, word);
        }
    }

    private Fault unexpected(String expectedZh, String expectedEn) {
        return unexpectedToken(peek(), expectedZh, expectedEn);
    }

    private static Fault unexpectedToken(Token token, String expectedZh, String expectedEn) {
        boolean end = token.type() == Token.Type.END;
        return new Fault(
                token.span(),
                "formula-unexpected",
                "found",
                end ? "…" : token.text(),
                "expectedZh",
                expectedZh,
                "expectedEn",
                expectedEn);
    }
}
