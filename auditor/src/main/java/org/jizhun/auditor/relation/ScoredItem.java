package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;
import org.jspecify.annotations.Nullable;

/**
 * One thing that running text scores: what it weighs, what it got, and all that is said of it between the scores before and
 * after, be it in one sentence or over a few paragraphs (its rule in one, its result in the next).
 *
 * @param mentions all other figures told with it
 */
record ScoredItem(Figure weight, Figure got, List<Piece> pieces, List<Mention> mentions) {

    /** Part of a paragraph. */
    record Piece(Passage passage, int from, int to) {

        String words() {
            return passage.text().substring(from, to);
        }

        boolean holds(Figure figure) {
            return figure.passage().order() == passage.order() && figure.start() >= from && figure.end() <= to;
        }
    }

    private static final int PARAGRAPHS = 3;
    private static final Exact WHOLE = Exact.HUNDRED;
    /** 本项得14.5分: a closing word, but of one item. */
    private static final Sought OF_ITEM = Sought.of("(?<!成)[本该此](?:项|指标|项指标)[^，。；\\d]{0,6}$");
    /** 得14.5分（满分15分）; 得14.5分，该指标满分15分. */
    private static final Sought WEIGHS_BEFORE =
            Sought.of("(?:[（(][^（）()，。；\\d]{0,8}|(?<!成)[本该此](?:项|指标|项指标)[^，。；\\d]{0,8}|满分|总分)(?:为|是|：)?$");

    private static final Sought OWN_WEIGHT = Sought.of("，?[（(](?:满分|分值|权重|总分|标准分)(?:值|为|：)?");

    private static final Sought SECTION =
            Sought.of("^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|第[一二三四五六七八九十]{1,3}[章部])");
    private static final Sought LISTED = Sought.of("、[^，。；、\\d]{1,14}");
    private static final Sought FULL = Sought.of("(?:满分|总分)(?:值)?(?:为|是|：)?$");
    private static final Set<ScoreWords> TAKEN =
            Set.of(ScoreWords.TAKEN, ScoreWords.TAKEN_EACH, ScoreWords.ALL_TAKEN, ScoreWords.RULE);

    ScoredItem {
        pieces = List.copyOf(pieces);
        mentions = List.copyOf(mentions);
    }

    /** All that is said of it. */
    String words() {
        return pieces.stream().map(Piece::words).collect(Collectors.joining("\n"));
    }

    /** The points in it with one role. */
    List<Figure> points(ScoreWords role) {
        return mentions.stream()
                .map(Mention::figure)
                .filter(figure -> figure.kind() == Figure.Kind.POINTS)
                .filter(figure -> ScoreWords.of(figure, figure.passage().text()) == role)
                .toList();
    }

    /** Whether points are taken off in it, one by one or by a rule. */
    boolean isTakenFrom() {
        return TAKEN.stream().anyMatch(role -> !points(role).isEmpty());
    }

    /** The scored things of a document, worked out once. */
    private record All(List<ScoredItem> items) {}

    static List<ScoredItem> of(Claims claims) {
        return claims.derived(All.class, own -> new All(List.copyOf(new Reader(own).read())))
                .items();
    }

    /** Goes through the paragraphs with what is open: a weight without a score, or a score without a weight. */
    private static final class Reader {

        private final Claims claims;
        private final List<ScoredItem> items = new ArrayList<>();
        private final List<Piece> before = new ArrayList<>();
        private @Nullable Figure weight;
        private @Nullable Figure got;
        private int from;

        Reader(Claims claims) {
            this.claims = claims;
        }

        List<ScoredItem> read() {
            for (Passage passage : claims.passages()) {
                boolean scored = passage.text().indexOf('分') >= 0;
                if (weight != null && (before.size() >= PARAGRAPHS || SECTION.isIn(passage.text()))) {
                    forget();
                }
                from = 0;
                got = null;
                if (scored) {
                    read(passage);
                }
                if (weight != null && weight.value().equals(WHOLE)) {
                    forget(); // of the whole document: what paragraphs below score is less
                }
                if (weight != null) {
                    before.add(new Piece(passage, from, passage.text().length()));
                }
            }
            return items;
        }

        private void read(Passage passage) {
            String text = passage.text();
            List<Mention> points = claims.mentions(passage).stream()
                    .filter(mention -> mention.figure().kind() == Figure.Kind.POINTS
                            && mention.figure().nearness() == Figure.Nearness.EXACT)
                    .toList();
            for (int i = 0; i < points.size(); i++) {
                Figure figure = points.get(i).figure();
                switch (role(points, i, text)) {
                    case WEIGHT -> {
                        if (got != null && weight == null && isOfScoreBefore(got, figure, text)) {
                            close(
                                    figure,
                                    got,
                                    passage,
                                    isLast(points, i, text) ? text.length() : end(text, figure.end()));
                        } else {
                            got = null;
                            open(figure);
                        }
                    }
                    case TOTAL -> {
                        if (weight != null && figure.value().compareTo(weight.value()) > 0) {
                            forget();
                        }
                        got(figure, passage, isLast(points, i, text));
                    }
                    case GOT -> {
                        if (weight != null && !isOpenFor(points, i, passage)) {
                            forget();
                        }
                        got(figure, passage, isLast(points, i, text));
                    }
                    default -> {}
                }
            }
        }

        /** Not the weight of a section above several scores, nor where the score has its own: 得11.5分（分值12分）. */
        private boolean isOpenFor(List<Mention> points, int at, Passage passage) {
            String text = passage.text();
            Figure score = points.get(at).figure();
            boolean ofSection = weight != null
                    && !weight.passage().equals(passage)
                    && points.stream()
                                    .filter(other -> ScoreWords.of(other.figure(), text) == ScoreWords.GOT)
                                    .count()
                            > 1;
            boolean own = at + 1 < points.size()
                    && OWN_WEIGHT.is(text.substring(
                            score.end(), points.get(at + 1).figure().start()));
            return !ofSection && !own;
        }

        /** Whether nothing else is scored in the paragraph, so that all that follows is of this one. */
        private boolean isLast(List<Mention> points, int at, String text) {
            boolean alone = points.subList(0, at).stream()
                    .map(Mention::figure)
                    .allMatch(other ->
                            other.equals(weight) || other.equals(got) || TAKEN.contains(ScoreWords.of(other, text)));
            return at == points.size() - 1
                    || (alone
                            && points.subList(at + 1, points.size()).stream()
                                    .allMatch(next -> TAKEN.contains(ScoreWords.of(next.figure(), text))));
        }

        private void got(Figure figure, Passage passage, boolean last) {
            String text = passage.text();
            if (weight != null) {
                close(weight, figure, passage, last ? text.length() : end(text, figure.end()));
            } else {
                got = figure;
            }
        }

        private static ScoreWords role(List<Mention> points, int at, String text) {
            Figure figure = points.get(at).figure();
            String words = text.substring(Math.max(0, figure.start() - 16), figure.start());
            if (FULL.isIn(words)) {
                return ScoreWords.WEIGHT;
            }
            ScoreWords role = ScoreWords.of(figure, text);
            return switch (role) {
                case SUM -> OF_ITEM.isIn(words) ? ScoreWords.GOT : role;
                case NAMED -> isScoredAfter(points, at, text) && !isInRow(points, at, text) ? ScoreWords.WEIGHT : role;
                default -> role;
            };
        }

        /** 管网漏损率15分、供水保证率15分，得29分: what is got is got for all of the row. */
        private static boolean isInRow(List<Mention> points, int at, String text) {
            return at > 0
                    && LISTED.is(text.substring(
                            points.get(at - 1).figure().end(),
                            points.get(at).figure().start()));
        }

        /** Whether the next number of points that is neither rule nor deduction is what was got. */
        private static boolean isScoredAfter(List<Mention> points, int at, String text) {
            for (Mention next : points.subList(at + 1, points.size())) {
                ScoreWords role = ScoreWords.of(next.figure(), text);
                if (role == ScoreWords.GOT || role == ScoreWords.TOTAL || role == ScoreWords.SUM) {
                    return true;
                }
                if (role == ScoreWords.WEIGHT || role == ScoreWords.NAMED) {
                    return false;
                }
            }
            return false;
        }

        /** 自评得分98.02分。其中：资金管理（20分） weighs another thing than the score of the sentence before. */
        private static boolean isOfScoreBefore(Figure score, Figure weight, String text) {
            String words = text.substring(Math.max(0, weight.start() - 16), weight.start());
            boolean bracketed = words.endsWith("（") || words.endsWith("(");
            boolean other =
                    bracketed && text.substring(score.end(), weight.start()).indexOf('。') >= 0;
            return WEIGHS_BEFORE.isIn(words) && !other;
        }

        private void open(Figure figure) {
            if (weight != null) {
                before.clear();
                from = weight.passage().equals(figure.passage()) ? weight.end() : 0;
            }
            weight = figure;
        }

        private void close(Figure whole, Figure score, Passage passage, int end) {
            List<Piece> pieces = new ArrayList<>(before);
            pieces.add(new Piece(passage, from, end));
            List<Mention> mentions = pieces.stream()
                    .flatMap(piece ->
                            claims.mentions(piece.passage()).stream().filter(mention -> piece.holds(mention.figure())))
                    .filter(mention ->
                            !mention.figure().equals(whole) && !mention.figure().equals(score))
                    .toList();
            if (whole.value().compareTo(WHOLE) <= 0 && whole.value().signum() > 0) {
                items.add(new ScoredItem(whole, score, pieces, mentions));
            }
            from = end;
            forget();
        }

        private void forget() {
            before.clear();
            weight = null;
            got = null;
        }

        /** The end of the sentence. */
        private static int end(String text, int at) {
            int end = at;
            while (end < text.length() && "。；\n".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            return Math.min(end + 1, text.length());
        }
    }
}
