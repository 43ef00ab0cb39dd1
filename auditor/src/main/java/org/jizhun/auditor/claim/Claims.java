package org.jizhun.auditor.claim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jizhun.auditor.text.Grid;
import org.jizhun.auditor.text.Manuscript;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.calendar.WorkingDays;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.scheme.Measure;
import org.jspecify.annotations.Nullable;

/** Everything a document claims: figures with what they are about, sentences, tables and statements, in reading order. */
public final class Claims {

    private final Manuscript manuscript;
    private final Knowledge knowledge;
    private final List<Table> tables = new ArrayList<>();
    private final List<Table> turned = new ArrayList<>();
    private final List<Sentence> sentences = new ArrayList<>();
    private final List<Statement> statements = new ArrayList<>();
    /** By the place of each in the manuscript. */
    private final List<Paragraph> paragraphs;

    private final Map<Class<?>, Object> derived = new ConcurrentHashMap<>();

    private Claims(Manuscript manuscript, Knowledge knowledge, String owner) {
        this.manuscript = manuscript;
        this.knowledge = knowledge;
        this.paragraphs = manuscript.passages().parallelStream()
                .map(passage -> Paragraph.of(passage, owner))
                .toList();
    }

    public static Claims of(Manuscript manuscript) {
        return of(manuscript, Knowledge.NONE);
    }

    public static Claims of(Manuscript manuscript, Knowledge knowledge) {
        StringBuilder owner = new StringBuilder();
        manuscript.passages().stream()
                .limit(3)
                .filter(passage -> Sought.kept("[^，。；：]{4,60}").is(passage.text()))
                .forEach(passage -> owner.append(passage.text()).append('\n'));
        Claims claims = new Claims(manuscript, knowledge, owner.toString());
        String heading = "";
        for (Paragraph paragraph : claims.paragraphs) {
            claims.sentences.addAll(paragraph.sentences);
            heading = Headings.title(paragraph.passage.text()).orElse(heading);
            claims.statements.addAll(Statements.of(paragraph.sentences, heading));
        }
        Map<Exact, String> unitsByDigits = claims.unitsByDigits();
        manuscript.grids().parallelStream()
                .map(grid -> tables(grid, new Kept(() -> unitByDigits(grid, unitsByDigits))))
                .toList()
                .forEach(tables -> tables.forEach(claims::add));
        return claims;
    }

    /** What is read of a paragraph; lists that are asked for later are made by whoever asks first, and do not change. */
    private static final class Paragraph {

        private final Passage passage;
        private final FigureFinder.Found found;
        private final List<Sentence> sentences;
        private @Nullable List<Mention> mentions;
        private @Nullable List<Claim> claims;

        private Paragraph(Passage passage, FigureFinder.Found found, List<Sentence> sentences) {
            this.passage = passage;
            this.found = found;
            this.sentences = sentences;
        }

        static Paragraph of(Passage passage, String owner) {
            FigureFinder.Found found = FigureFinder.find(passage);
            return new Paragraph(passage, found, Sentences.of(passage, found.figures(), owner));
        }

        List<Mention> mentions() {
            List<Mention> known = mentions;
            if (known == null) {
                known = List.copyOf(Mention.of(passage, sentences));
                mentions = known;
            }
            return known;
        }

        List<Claim> claims() {
            List<Claim> known = claims;
            if (known == null) {
                List<Claim> all = new ArrayList<>();
                sentences.forEach(sentence -> all.addAll(sentence.claims()));
                known = List.copyOf(all);
                claims = known;
            }
            return known;
        }
    }

    private static List<Table> tables(Grid grid, Supplier<String> unit) {
        return Sections.of(grid).stream()
                .flatMap(section -> TwoSided.halves(Tables.of(section, unit)).stream())
                .toList();
    }

    /** A unit that is sought when it is first asked for. */
    private static final class Kept implements Supplier<String> {

        private final Supplier<String> from;
        private @Nullable String known;

        Kept(Supplier<String> from) {
            this.from = from;
        }

        @Override
        public String get() {
            String unit = known == null ? from.get() : known;
            known = unit;
            return unit;
        }
    }

    private void add(Table table) {
        boolean byRows = TurnedTables.isTurned(table);
        Table read = byRows ? TurnedTables.inUnitsOfRows(table) : table;
        tables.add(read);
        statements.addAll(Statements.of(read));
        if (byRows) {
            Table columns = TurnedTables.turned(read);
            turned.add(columns);
            statements.addAll(Statements.of(columns));
        }
    }

    /** The unit that digits have in the text, for tables that name none. */
    private Map<Exact, String> unitsByDigits() {
        Map<Exact, String> units = new HashMap<>();
        for (Passage passage : passages()) {
            for (Figure figure : figures(passage)) {
                if (figure.kind() == Figure.Kind.AMOUNT && figure.text().length() >= 4) {
                    units.put(figure.printed(), figure.unit());
                }
            }
        }
        return units;
    }

    /** Where a table names no unit: the one that its figures have in the text, if two or more of them stand there. */
    private static String unitByDigits(Grid grid, Map<Exact, String> unitsByDigits) {
        Map<String, Integer> votes = new HashMap<>();
        for (List<Passage> row : grid.rows()) {
            for (Passage cell : row) {
                for (Figure figure : unitsByDigits.isEmpty() || cell.text().length() < 4 || !hasDigit(cell.text())
                        ? List.<Figure>of()
                        : FigureFinder.find(cell).figures()) {
                    String unit = unitsByDigits.get(figure.printed());
                    if (unit != null && figure.kind() == Figure.Kind.PLAIN) {
                        votes.merge(unit, 1, Integer::sum);
                    }
                }
            }
        }
        return votes.entrySet().stream()
                .filter(vote -> vote.getValue() >= 2)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(character -> character >= '0' && character <= '9');
    }

    public WorkingDays calendar() {
        return knowledge.calendar();
    }

    /** The rates of known schemes. */
    public List<Measure> rates() {
        return knowledge.rates();
    }

    public Manuscript manuscript() {
        return manuscript;
    }

    public List<Passage> passages() {
        return manuscript.passages();
    }

    /** The paragraphs with ranks in reading order from one as far as another. */
    public List<Passage> passages(int first, int last) {
        return passages().subList(from(first), from(last + 1));
    }

    /** How many paragraphs have a lower rank. */
    private int from(int order) {
        int low = 0;
        int high = passages().size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (passages().get(middle).order() < order) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    public List<Table> tables() {
        return Collections.unmodifiableList(tables);
    }

    public List<Sentence> sentences() {
        return Collections.unmodifiableList(sentences);
    }

    /** Tables whose rows are measures, read column by column as well: every column of the print is a row here. */
    public List<Table> turned() {
        return Collections.unmodifiableList(turned);
    }

    private @Nullable Paragraph paragraph(Passage passage) {
        int place = passage.place();
        return place < 0 ? null : paragraphs.get(place);
    }

    public List<Sentence> sentences(Passage passage) {
        Paragraph known = paragraph(passage);
        return known == null ? List.of() : known.sentences;
    }

    /** The claims of a paragraph with the words around them. */
    public List<Mention> mentions(Passage passage) {
        Paragraph known = paragraph(passage);
        return known == null ? List.of() : known.mentions();
    }

    /** The claims of a paragraph in order, whatever sentence they stand in. */
    public List<Claim> claims(Passage passage) {
        Paragraph known = paragraph(passage);
        return known == null ? List.of() : known.claims();
    }

    /** Table rows and groups of clauses, each about one subject. */
    public List<Statement> statements() {
        return Collections.unmodifiableList(statements);
    }

    /** Years, dates, document numbers and the like of a paragraph. */
    public List<Token> tokens(Passage passage) {
        Paragraph known = paragraph(passage);
        return known == null ? List.of() : known.found.others();
    }

    public List<Figure> figures(Passage passage) {
        Paragraph known = paragraph(passage);
        return known == null ? List.of() : known.found.figures();
    }

    /** The figures of a cell that holds words as well, such as 管理（35分）. */
    public static List<Figure> figuresOfCell(Passage cell) {
        return FigureFinder.find(cell).figures();
    }

    /**
     * What several relations, or one of them many times, work out from all claims: worked out when first asked for, and
     * kept. It must not change afterwards, as relations are examined side by side.
     */
    public <T> T derived(Class<T> what, Function<Claims, T> from) {
        Object known = derived.get(what);
        if (known == null) {
            T own = from.apply(this);
            Object earlier = derived.putIfAbsent(what, own);
            known = earlier == null ? own : earlier;
        }
        return what.cast(known);
    }

    /** Every figure of the document, prose first. */
    public List<Figure> figures() {
        List<Figure> all = new ArrayList<>();
        manuscript.passages().forEach(passage -> all.addAll(figures(passage)));
        tables.forEach(table -> table.rows().forEach(row -> row.figures().forEach(cell -> cell.ifPresent(all::add))));
        return all;
    }
}
