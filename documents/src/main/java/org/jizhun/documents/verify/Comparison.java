package org.jizhun.documents.verify;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The recomputed text beside the visible one, token by token in order. Where they part, figures are paired in order: each
 * that differs, is gone or is new becomes a finding; other words become notes.
 */
final class Comparison {

    private static final int CONTEXT = 12;
    /** Words that change the size of the figure in front of them. */
    private static final Pattern UNIT = Pattern.compile("[万亿元分百千个点倍%％]+");

    private static final Pattern PRINTED_UNIT = Pattern.compile("%|万元|亿元|元|分");

    private final Place file;
    private final Keys keys;
    private final Set<String> repeatable;
    private final List<String> expectedText;
    private final List<Passage> expected;
    private final List<Passage> visible;
    private final List<String> visibleText;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Problem> notes = new ArrayList<>();

    /** @param repeatable texts that a page break may repeat, such as the heading row of a table */
    Comparison(Place file, List<Passage> expected, List<Passage> visible, Keys keys, Set<String> repeatable) {
        this.file = file;
        this.keys = keys;
        this.repeatable = repeatable;
        this.expected = expected;
        this.visible = visible;
        this.expectedText =
                expected.stream().map(each -> Token.plain(each.text())).toList();
        this.visibleText =
                visible.stream().map(each -> Token.plain(each.text())).toList();
    }

    Verification run(String format) {
        List<Token> should = Token.of(expected.stream().map(Passage::text).toList());
        List<Token> is = Token.of(visible.stream().map(Passage::text).toList());
        for (AbstractDelta<Token> delta : DiffUtils.diff(should, is).getDeltas()) {
            Token before = near(delta.getTarget().getPosition(), is);
            delta(delta.getSource().getLines(), delta.getTarget().getLines(), before);
        }
        int figures = (int) should.stream().filter(Token::figure).count();
        return new Verification(file.file(), format, figures, findings, notes);
    }

    private void delta(List<Token> should, List<Token> is, Token before) {
        List<Token> lost = should.stream().filter(Token::figure).toList();
        List<Token> found = is.stream().filter(Token::figure).toList();
        Token here = is.isEmpty() ? before : is.get(0);
        if (lost.isEmpty() && found.isEmpty()) {
            words(text(should), text(is), here, before);
            return;
        }
        for (int i = 0; i < Math.max(lost.size(), found.size()); i++) {
            if (i >= found.size()) {
                finding(Finding.Kind.REMOVED, lost.get(i), null, here);
            } else if (i >= lost.size()) {
                finding(Finding.Kind.ADDED, null, found.get(i), found.get(i));
            } else if (!lost.get(i).equals(found.get(i))) {
                finding(Finding.Kind.CHANGED, lost.get(i), found.get(i), found.get(i));
            }
        }
    }

    private void finding(Finding.Kind kind, @Nullable Token expected, @Nullable Token stated, Token here) {
        String key = expected == null
                ? ""
                : keys.of(expected.passage(), expectedText.get(expected.passage()), expected.at());
        String should = expected == null ? "" : withUnit(expected, expectedText);
        add(kind, key, stated == null ? "" : withUnit(stated, visibleText), should, here);
    }

    private void add(Finding.Kind kind, String key, String is, String should, Token here) {
        Passage passage = visible.get(here.passage());
        String quote = quote(here);
        String code = switch (kind) {
            case CHANGED -> "figure-changed";
            case REMOVED -> "figure-removed";
            default -> "figure-added";
        };
        Problem problem = Problem.of(
                code,
                file,
                "where",
                passage.where(),
                "whereEn",
                passage.whereEn(),
                "stated",
                is,
                "expected",
                should,
                "key",
                key.isEmpty() ? Keys.NONE : key,
                "quote",
                quote);
        findings.add(new Finding(kind, key, is, should, passage.where(), quote, problem));
    }

    private void words(String was, String is, Token here, Token before) {
        if (was.isEmpty() && repeatable.contains(is)) {
            return;
        }
        Passage passage = visible.get(here.passage());
        if (before.figure() && (UNIT.matcher(was).matches() || UNIT.matcher(is).matches())) {
            add(Finding.Kind.CHANGED, "", before.text() + is, before.text() + was, before);
            return;
        }
        notes.add(Problem.of(
                "words-changed",
                file,
                "where",
                passage.where(),
                "whereEn",
                passage.whereEn(),
                "stated",
                is,
                "expected",
                was,
                "quote",
                quote(here)));
    }

    /** The token before a place where something is gone. */
    private static Token near(int position, List<Token> all) {
        return all.isEmpty() ? new Token("", false, 0, 0) : all.get(Math.max(0, Math.min(position, all.size()) - 1));
    }

    private String quote(Token here) {
        String text = visibleText.get(here.passage());
        int from = Math.max(0, here.at() - CONTEXT);
        int to = Math.min(text.length(), here.at() + here.text().length() + CONTEXT);
        return text.substring(from, to);
    }

    /** With the unit behind it, as a reader reads it. */
    private static String withUnit(Token figure, List<String> texts) {
        String rest = texts.get(figure.passage())
                .substring(figure.at() + figure.text().length());
        Matcher unit = PRINTED_UNIT.matcher(rest);
        return figure.text() + (unit.lookingAt() ? unit.group() : "");
    }

    private static String text(List<Token> tokens) {
        StringBuilder text = new StringBuilder();
        tokens.forEach(token -> text.append(token.text()));
        return text.toString();
    }
}
