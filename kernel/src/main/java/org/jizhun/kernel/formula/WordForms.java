package org.jizhun.kernel.formula;

import java.util.List;
import java.util.Set;

/** What begins with a word: {@code if}, {@code for}, {@code some}, {@code every}, a call, a name. */
final class WordForms {

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

    private final Parser parser;
    private final Tokens tokens;
    private final Heights heights;
    private final Literals literals;

    WordForms(Parser parser, Tokens tokens, Heights heights, Literals literals) {
        this.parser = parser;
        this.tokens = tokens;
        this.heights = heights;
        this.literals = literals;
    }

    /** Whether a word has a meaning of its own and can be no name. */
    static boolean isReserved(String word) {
        return RESERVED.contains(word);
    }

    Syntax read() {
        Token token = tokens.peek();
        return switch (token.text()) {
            case "true", "false", "null" -> literals.word();
            case "if" -> choice();
            case "for" -> each();
            case "some", "every" -> quantified();
            default -> nameOrCall();
        };
    }

    private Syntax choice() {
        Token start = tokens.next();
        Syntax condition = parser.expression();
        tokens.expectWord("then");
        Syntax then = parser.expression();
        tokens.expectWord("else");
        Syntax otherwise = parser.expression();
        return heights.built(
                new Syntax.Choice(tokens.from(start.span().start()), condition, then, otherwise),
                condition,
                then,
                otherwise);
    }

    private Syntax each() {
        Token start = tokens.next();
        String variable = variable();
        tokens.expectWord("in");
        Syntax list = parser.expression();
        tokens.expectWord("return");
        Syntax body = parser.expression();
        return heights.built(new Syntax.Each(tokens.from(start.span().start()), variable, list, body), list, body);
    }

    private Syntax quantified() {
        Token start = tokens.next();
        String variable = variable();
        tokens.expectWord("in");
        Syntax list = parser.expression();
        tokens.expectWord("satisfies");
        Syntax condition = parser.expression();
        return heights.built(
                new Syntax.Quantified(
                        tokens.from(start.span().start()), start.isWord("every"), variable, list, condition),
                list,
                condition);
    }

    private String variable() {
        Token token = tokens.next();
        if (token.type() != Token.Type.WORD || isReserved(token.text())) {
            throw Tokens.unexpected(token, "一个新的变量名", "a new variable name");
        }
        return token.text();
    }

    private Syntax nameOrCall() {
        Token first = tokens.peek();
        int words = 1;
        while (tokens.peek(words).type() == Token.Type.WORD) {
            words++;
        }
        for (int n = words; n >= 1; n--) {
            if (tokens.peek(n).is("(")) {
                String function = joined(n);
                if (n == 1 || Functions.known(function)) {
                    return call(function, n);
                }
            }
        }
        if (isReserved(first.text())) {
            throw tokens.noBeginning();
        }
        tokens.next();
        return heights.built(new Syntax.Name(first.span(), first.text()));
    }

    private String joined(int words) {
        StringBuilder name = new StringBuilder(tokens.peek().text());
        for (int i = 1; i < words; i++) {
            name.append(' ').append(tokens.peek(i).text());
        }
        return name.toString();
    }

    private Syntax call(String function, int words) {
        Token start = tokens.peek();
        if (isReserved(function) && !function.equals("not")) {
            throw tokens.noBeginning();
        }
        tokens.skip(words + 1);
        List<Syntax> arguments = parser.items(")");
        Span span = new Span(start.span().start(), tokens.expect(")").span().end());
        return heights.built(new Syntax.Call(span, function, List.copyOf(arguments)), arguments.toArray(Syntax[]::new));
    }
}
