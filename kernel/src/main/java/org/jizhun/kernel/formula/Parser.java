package org.jizhun.kernel.formula;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a formula by precedence climbing: a prefix (literal, name, bracket, {@code if} …), then as many operators as bind
 * at least as tightly as the caller allows. The tree's height is bounded, and with it every later recursion over it.
 */
final class Parser {

    private final Tokens tokens;
    private final Heights heights = new Heights();
    private final Literals literals;
    private final WordForms words;

    private Parser(Tokens tokens) {
        this.tokens = tokens;
        this.literals = new Literals(tokens, heights);
        this.words = new WordForms(this, tokens, heights, literals);
    }

    static Syntax parse(String text) {
        Tokens tokens = new Tokens(Lexer.tokens(text));
        if (tokens.peek().type() == Token.Type.END) {
            throw new Fault(tokens.peek().span(), "formula-empty");
        }
        Syntax whole = new Parser(tokens).expression();
        if (tokens.peek().type() != Token.Type.END) {
            throw tokens.unexpected("运算符或公式结尾", "an operator or the end of the formula");
        }
        return whole;
    }

    Syntax expression() {
        return climb(0);
    }

    private Syntax climb(int loosest) {
        heights.enter(tokens.peek().span());
        int start = tokens.peek().span().start();
        Syntax whole = climbFrom(start, prefix(), loosest);
        heights.leave();
        return whole;
    }

    /** What began at {@code start}, brackets around its first part included, up to the last token taken. */
    private Syntax climbFrom(int start, Syntax first, int loosest) {
        Syntax left = first;
        while (true) {
            Operator operator = tokens.operator();
            if (operator != null && operator.binding() >= loosest) {
                left = operation(start, left, operator);
                if (operator.binding() == Operator.COMPARISON && loosest <= Operator.COMPARISON) {
                    refuseSecondComparison();
                }
            } else if (loosest <= Operator.COMPARISON && tokens.peek().isWord("between")) {
                left = between(start, left);
            } else if (loosest <= Operator.COMPARISON && tokens.peek().isWord("in")) {
                left = in(start, left);
            } else {
                return left;
            }
        }
    }

    private Syntax operation(int start, Syntax left, Operator operator) {
        tokens.next();
        Syntax right = climb(operator.binding() + 1);
        return heights.built(new Syntax.Operation(tokens.from(start), operator, left, right), left, right);
    }

    /** {@code a < b < c} would compare a truth value with a number; FEEL does not mean it, so it is told. */
    private void refuseSecondComparison() {
        Operator again = tokens.operator();
        if (again != null && again.binding() == Operator.COMPARISON) {
            throw tokens.unexpected("and、or 或公式结尾", "and, or, or the end of the formula");
        }
    }

    private Syntax between(int start, Syntax value) {
        tokens.next();
        Syntax low = climb(Operator.ADDITION);
        tokens.expectWord("and");
        Syntax high = climb(Operator.ADDITION);
        return heights.built(new Syntax.Between(tokens.from(start), value, low, high), value, low, high);
    }

    /** After {@code in} a bracket may open a range, a list, several values, or any expression that gives a list. */
    private Syntax in(int start, Syntax value) {
        tokens.next();
        Token open = tokens.peek();
        if (!open.is("[") && !open.is("(")) {
            return member(start, value, climb(Operator.ADDITION));
        }
        tokens.next();
        List<Syntax> items = new ArrayList<>();
        if (!tokens.peek().is("]")) {
            items.add(expression());
            if (tokens.peek().is("..")) {
                return within(start, value, open, items.get(0));
            }
            while (tokens.peek().is(",")) {
                tokens.next();
                items.add(expression());
            }
        }
        Token close = tokens.expect(open.is("[") ? "]" : ")");
        Syntax bracket = open.is("(") && items.size() == 1
                ? items.get(0)
                : heights.built(
                        new Syntax.Items(
                                new Span(open.span().start(), close.span().end()), List.copyOf(items)),
                        items.toArray(Syntax[]::new));
        return member(
                start, value, climbFrom(open.span().start(), postfix(open.span().start(), bracket), Operator.ADDITION));
    }

    private Syntax member(int start, Syntax value, Syntax list) {
        return heights.built(new Syntax.Member(tokens.from(start), value, list), value, list);
    }

    private Syntax within(int start, Syntax value, Token open, Syntax low) {
        tokens.next();
        Syntax high = expression();
        Token close = tokens.next();
        if (!close.is("]") && !close.is(")")) {
            throw Tokens.unexpected(close, "] 或 )", "] or )");
        }
        return heights.built(
                new Syntax.Within(tokens.from(start), value, open.is("["), low, high, close.is("]")), value, low, high);
    }

    private Syntax prefix() {
        Token token = tokens.peek();
        if (token.is("-")) {
            tokens.next();
            heights.enter(token.span());
            Syntax operand = prefix();
            heights.leave();
            return heights.built(new Syntax.Negated(tokens.from(token.span().start()), operand), operand);
        }
        return postfix(token.span().start(), primary());
    }

    private Syntax postfix(int start, Syntax first) {
        Syntax left = first;
        while (true) {
            if (tokens.peek().is("[")) {
                tokens.next();
                Syntax condition = expression();
                tokens.expect("]");
                left = heights.built(new Syntax.Filter(tokens.from(start), left, condition), left, condition);
            } else if (tokens.peek().is(".")) {
                tokens.next();
                Token field = tokens.peek();
                if (field.type() != Token.Type.WORD) {
                    throw tokens.unexpected("字段名", "a field name");
                }
                tokens.next();
                left = heights.built(new Syntax.Path(tokens.from(start), left, field.text()), left);
            } else {
                return left;
            }
        }
    }

    private Syntax primary() {
        Token token = tokens.peek();
        return switch (token.type()) {
            case NUMBER -> literals.number();
            case TEXT -> literals.text();
            case WORD -> words.read();
            case SIGN -> sign(token);
            case END -> throw tokens.noBeginning();
        };
    }

    private Syntax sign(Token token) {
        if (token.is("@")) {
            return literals.temporal();
        }
        if (token.is("(")) {
            return bracket();
        }
        if (token.is("[")) {
            return list();
        }
        throw tokens.noBeginning();
    }

    private Syntax bracket() {
        tokens.next();
        Syntax inner = expression();
        tokens.expect(")");
        return inner;
    }

    private Syntax list() {
        Token open = tokens.next();
        List<Syntax> items = items("]");
        Span span = new Span(open.span().start(), tokens.expect("]").span().end());
        return heights.built(new Syntax.Items(span, List.copyOf(items)), items.toArray(Syntax[]::new));
    }

    /** Expressions parted by commas, up to the bracket that closes them. */
    List<Syntax> items(String close) {
        List<Syntax> items = new ArrayList<>();
        if (!tokens.peek().is(close)) {
            items.add(expression());
            while (tokens.peek().is(",")) {
                tokens.next();
                items.add(expression());
            }
        }
        return items;
    }
}
