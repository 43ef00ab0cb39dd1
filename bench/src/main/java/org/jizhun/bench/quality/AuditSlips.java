package org.jizhun.bench.quality;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jizhun.auditor.Audit;
import org.jizhun.auditor.Auditor;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Knowledge;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.text.Layout;
import org.jizhun.auditor.text.Spot;

/**
 * Slips of the pen that nobody planned: in each text of a corpus some of the figures that a relation touches get one wrong digit or two
 * exchanged, one figure at a time, and the audit of that text must tell it. Every slip it does not tell, or tells of another figure, is
 * listed. What is found already in the text as it stands does not count. The same figures are taken each time.
 */
public final class AuditSlips {

    private static final int PER_DOCUMENT = 6;
    private static final int TRIES = 20;
    private static final int AROUND = 24;

    private enum Outcome {
        FOUND,
        ELSEWHERE,
        MISSED
    }

    /** One figure with a slip. */
    record Slip(Spot where, String printed, String slipped) {}

    private final PrintStream out;
    private final boolean english;
    private final Knowledge knowledge;
    private final Map<Figure.Kind, Map<Outcome, Integer>> counts = new EnumMap<>(Figure.Kind.class);

    private AuditSlips(PrintStream out, boolean english, Knowledge knowledge) {
        this.out = out;
        this.english = english;
        this.knowledge = knowledge;
    }

    public static void run(PrintStream out) throws IOException {
        Path home = Path.of(System.getProperty("jizhun.home", "."));
        boolean english = System.getProperty("jizhun.language", "zh").equals("en");
        run(AuditQuality.corpus(home), AuditQuality.knowledge(home), english, out);
    }

    static void run(Path corpus, Knowledge knowledge, boolean english, PrintStream out) throws IOException {
        AuditSlips slips = new AuditSlips(out, english, knowledge);
        try (Stream<Path> texts = Files.walk(corpus)) {
            texts.filter(path -> path.toString().endsWith(".txt")).sorted().forEach(slips::document);
        }
        slips.print();
    }

    private void document(Path path) {
        String name = corpusName(path);
        String text = read(path);
        Audit audit = Auditor.audit(name, text, knowledge);
        Set<String> known = audit.findings().stream().map(AuditSlips::key).collect(Collectors.toSet());
        for (Map.Entry<Figure, Slip> slip : slips(audit, text, knowledge)) {
            Outcome outcome = outcome(name, with(text, slip.getValue()), slip.getValue(), known);
            counts.computeIfAbsent(slip.getKey().kind(), kind -> new EnumMap<>(Outcome.class))
                    .merge(outcome, 1, Integer::sum);
            if (outcome != Outcome.FOUND) {
                tell(name, slip.getKey(), slip.getValue(), outcome);
            }
        }
    }

    /** The slips that are tried in a text that was audited, each with its figure. */
    static List<Map.Entry<Figure, Slip>> slips(Audit audit, String text, Knowledge knowledge) {
        String name = audit.document();
        Set<Spot> untouched = Set.copyOf(audit.unreadFigures());
        List<Spot> doubted = audit.findings().stream()
                .flatMap(finding -> Stream.concat(Stream.of(finding.where()), finding.because().stream()))
                .toList();
        List<String> lines = List.of(text.split("\n", -1));
        List<Map.Entry<Figure, Slip>> slips = new ArrayList<>();
        Claims claims = Claims.of(Layout.read(name, Layout.lines(text)), knowledge);
        claims.figures().stream()
                .filter(figure -> figure.nearness() == Figure.Nearness.EXACT)
                .filter(figure -> !untouched.contains(figure.spot()) && !doubted.contains(figure.spot()))
                .sorted(Comparator.comparingInt(
                        figure -> chance(name, figure.spot()).nextInt()))
                .forEach(figure -> {
                    if (slips.size() < PER_DOCUMENT) {
                        slip(figure.spot(), lines, chance(name, figure.spot()))
                                .ifPresent(slip -> slips.add(Map.entry(figure, slip)));
                    }
                });
        return slips;
    }

    /** The same for the same figure of the same text, whatever else changes. */
    private static Random chance(String name, Spot spot) {
        return new Random(Objects.hash(name, spot.line(), spot.column(), spot.quote()));
    }

    /** A figure that stands on its line as it was read, with another digit or two neighbours exchanged. */
    private static Optional<Slip> slip(Spot spot, List<String> lines, Random chance) {
        String line = lines.get(spot.line() - 1);
        int from = spot.column() - 1;
        int to = from;
        while (to < line.length() && (isDigit(line.charAt(to)) || ",.".indexOf(line.charAt(to)) >= 0)) {
            to++;
        }
        while (to > from && !isDigit(line.charAt(to - 1))) {
            to--;
        }
        String printed = line.substring(Math.min(from, to), to);
        if (printed.isEmpty() || !spot.quote().startsWith(printed)) {
            return Optional.empty();
        }
        for (int i = 0; i < TRIES; i++) {
            String slipped = slipped(printed, chance);
            boolean leads = slipped.charAt(0) == '0' && slipped.length() > 1 && slipped.charAt(1) != '.';
            if (!slipped.equals(printed) && !leads && !slipped.equals("0")) {
                return Optional.of(new Slip(spot, printed, slipped));
            }
        }
        return Optional.empty();
    }

    private static String slipped(String printed, Random chance) {
        List<Integer> digits = new ArrayList<>();
        for (int i = 0; i < printed.length(); i++) {
            if (isDigit(printed.charAt(i))) {
                digits.add(i);
            }
        }
        StringBuilder slipped = new StringBuilder(printed);
        int first = digits.get(chance.nextInt(digits.size()));
        int next = digits.indexOf(first) + 1;
        if (chance.nextBoolean() && next < digits.size()) {
            slipped.setCharAt(first, printed.charAt(digits.get(next)));
            slipped.setCharAt(digits.get(next), printed.charAt(first));
        } else {
            slipped.setCharAt(first, (char) ('0' + chance.nextInt(10)));
        }
        return slipped.toString();
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    static String with(String text, Slip slip) {
        String[] lines = text.split("\n", -1);
        String line = lines[slip.where().line() - 1];
        int from = slip.where().column() - 1;
        lines[slip.where().line() - 1] = line.substring(0, from)
                + slip.slipped()
                + line.substring(from + slip.printed().length());
        return String.join("\n", lines);
    }

    private Outcome outcome(String name, String text, Slip slip, Set<String> known) {
        List<Finding> findings = Auditor.audit(name, text, knowledge).findings().stream()
                .filter(finding -> !known.contains(key(finding)))
                .toList();
        boolean found = findings.stream()
                .anyMatch(finding ->
                        Math.abs(finding.where().line() - slip.where().line()) <= 1
                                && finding.stated().contains(slip.slipped()));
        return found ? Outcome.FOUND : findings.isEmpty() ? Outcome.MISSED : Outcome.ELSEWHERE;
    }

    private static String key(Finding finding) {
        return finding.where().line() + " " + finding.stated();
    }

    private void tell(String name, Figure figure, Slip slip, Outcome outcome) {
        String text = figure.passage().text();
        String before = text.substring(Math.max(0, figure.start() - AROUND), figure.start());
        String after = text.substring(figure.end(), Math.min(text.length(), figure.end() + AROUND));
        String what = outcome == Outcome.MISSED ? say("漏", "missed") : say("错处", "elsewhere");
        out.println(name + "  " + what + "  "
                + say("第" + slip.where().line() + "行", "line " + slip.where().line()) + "  " + slip.printed() + " → "
                + slip.slipped() + "  " + before + "【" + figure.text() + "】" + after);
    }

    private void print() {
        out.println();
        out.printf("%-20s %8s %10s %8s%n", "", say("找到", "found"), say("错处", "elsewhere"), say("漏", "missed"));
        Map<Outcome, Integer> all = new EnumMap<>(Outcome.class);
        counts.forEach((kind, shares) -> {
            line(kind.name().toLowerCase(Locale.ROOT), shares);
            shares.forEach((outcome, count) -> all.merge(outcome, count, Integer::sum));
        });
        line(say("合计", "all"), all);
    }

    private void line(String name, Map<Outcome, Integer> shares) {
        out.printf(
                "%-20s %8d %10d %8d%n",
                name,
                shares.getOrDefault(Outcome.FOUND, 0),
                shares.getOrDefault(Outcome.ELSEWHERE, 0),
                shares.getOrDefault(Outcome.MISSED, 0));
    }

    private static String corpusName(Path path) {
        Path folder = path.toAbsolutePath().getParent();
        return folder == null ? path.toString() : String.valueOf(folder.getFileName());
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String say(String chinese, String other) {
        return english ? other : chinese;
    }
}
