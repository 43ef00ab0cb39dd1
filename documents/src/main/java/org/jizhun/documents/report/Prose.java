package org.jizhun.documents.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence or a cell: words, references to figures, and quoted words. Written as a pattern: {@code {key}} prints a
 * figure with its unit, {@code {key#}} without, {@code {}} takes the next quote.
 */
public record Prose(List<Piece> pieces) {

    public static final Prose EMPTY = new Prose(List.of());

    private static final Pattern SLOT = Pattern.compile("\\{([^{}]*)\\}");

    public Prose {
        pieces = List.copyOf(pieces);
    }

    /** @throws IllegalArgumentException if the words hold a digit, or quotes and {@code {}} do not match */
    public static Prose of(String pattern, String... quotes) {
        List<Piece> pieces = new ArrayList<>();
        Matcher slot = SLOT.matcher(pattern);
        int from = 0;
        int used = 0;
        while (slot.find()) {
            words(pattern.substring(from, slot.start()), pieces);
            String key = slot.group(1);
            if (key.isEmpty() && used == quotes.length) {
                throw new IllegalArgumentException("more {} than quotes: " + pattern);
            }
            pieces.add(key.isEmpty() ? new Piece.Quote(quotes[used++]) : reference(key));
            from = slot.end();
        }
        if (used < quotes.length) {
            throw new IllegalArgumentException("more quotes than {}: " + pattern);
        }
        words(pattern.substring(from), pieces);
        return new Prose(pieces);
    }

    /** Words of someone else, as they are. */
    public static Prose quote(String text) {
        return text.isEmpty() ? EMPTY : new Prose(List.of(new Piece.Quote(text)));
    }

    /** One figure without its unit, as a table cell prints it. */
    public static Prose digits(String key) {
        return new Prose(List.of(new Piece.FigureOf(key, false)));
    }

    /** One figure with its unit. */
    public static Prose figure(String key) {
        return new Prose(List.of(new Piece.FigureOf(key, true)));
    }

    public Prose and(Prose next) {
        List<Piece> all = new ArrayList<>(pieces);
        all.addAll(next.pieces);
        return new Prose(all);
    }

    /** Several as one, with words between them. */
    public static Prose join(List<Prose> parts, String between) {
        Prose joined = EMPTY;
        for (int i = 0; i < parts.size(); i++) {
            joined = (i == 0 ? joined : joined.and(of(between))).and(parts.get(i));
        }
        return joined;
    }

    public boolean isEmpty() {
        return pieces.isEmpty();
    }

    /** What a reader sees. */
    public String text(Figures figures) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            text.append(text(piece, figures));
        }
        return text.toString();
    }

    /** What a reader sees of one piece. */
    public static String text(Piece piece, Figures figures) {
        if (piece instanceof Piece.FigureOf figure) {
            Figure found = figures.get(figure.key());
            return figure.withUnit() ? found.text() : found.digits();
        }
        return piece instanceof Piece.Words words ? words.text() : ((Piece.Quote) piece).text();
    }

    private static void words(String text, List<Piece> pieces) {
        if (!text.isEmpty()) {
            pieces.add(new Piece.Words(text));
        }
    }

    private static Piece reference(String key) {
        boolean bare = key.endsWith("#");
        return new Piece.FigureOf(bare ? key.substring(0, key.length() - 1) : key, !bare);
    }
}
