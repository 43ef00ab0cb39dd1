package org.jizhun.auditor.finding;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.yaml.YamlNode;

/**
 * What probably happened: known slips that turn the right figure into the printed one. The catalogue is the data of
 * {@code near-misses.yaml}, likeliest first; the first one or two that give exactly the printed figure are told.
 */
public final class NearMisses {

    private static final int MOST_TOLD = 2;
    private static final int LONG = 3;
    private static final List<Slip> CATALOGUE = read();

    /** @param alone whether it is told only where no other slip explains the figure */
    private record Slip(String code, Form form, Exact by, boolean alone) {}

    /** How a slip is recognised; the words of the data are these in lower case with hyphens. */
    public enum Form {
        FACTOR,
        SIGN,
        COMPLEMENT,
        INVERSE,
        PLUS_WHOLE,
        DIGITS_SWAPPED,
        ONE_DIGIT,
        MEAN_WITHOUT_CAP,
        OTHER_BASE,
        MEAN_OF_RATES,
        LAST_YEAR,
        NEXT_ROW,
        NEXT_COLUMN,
        NEXT_FIGURE;

        /** Whether the right figure alone tells it; the others need what stands around the figure. */
        boolean isOfOneFigure() {
            return compareTo(MEAN_WITHOUT_CAP) < 0;
        }

        /** Whether a figure was copied from elsewhere, so that its digits must be its own. */
        boolean isCopied() {
            return compareTo(LAST_YEAR) >= 0;
        }
    }

    /**
     * What a slip would have printed: a figure nearby, or the result of the usual mistake of computation.
     *
     * @param name what the message calls it, in the words of the document
     */
    public record Suspect(Form form, Exact value, String name) {}

    private NearMisses() {}

    /** The likeliest slips that give the printed figure, two at most. */
    public static List<Problem> explain(Figure stated, Exact expected, List<Suspect> around) {
        List<Problem> told = new ArrayList<>();
        for (Slip slip : CATALOGUE) {
            if (told.size() < MOST_TOLD && (told.isEmpty() || !slip.alone())) {
                explain(slip, stated, expected, around).ifPresent(told::add);
            }
        }
        return told;
    }

    private static Optional<Problem> explain(Slip slip, Figure stated, Exact expected, List<Suspect> around) {
        if (slip.form().isOfOneFigure()) {
            return gives(slip, stated, expected)
                    ? Optional.of(Problem.of(slip.code(), Place.NONE, "factor", slip.by()))
                    : Optional.empty();
        }
        return around.stream()
                .filter(suspect -> suspect.form() == slip.form() && isPrinted(suspect, stated))
                .findFirst()
                .map(suspect -> Problem.of(slip.code(), Place.NONE, "name", suspect.name()));
    }

    /** Whether a suspect gives the printed figure, and not by accident as between short or round numbers. */
    private static boolean isPrinted(Suspect suspect, Figure stated) {
        String digits = Sought.kept("^0+").replaceFirst(digits(stated.print(stated.value())), "");
        return suspect.form().isCopied()
                ? stated.value().equals(suspect.value())
                        && Sought.kept("0+$").replaceFirst(digits, "").length() >= LONG
                : stated.rounded().holds(suspect.value()) && digits.length() >= LONG;
    }

    /** Whether the printed figure is the right one with digits exchanged, the likeliest slip of a copyist. */
    public static boolean isExchange(Figure stated, Exact expected) {
        String printed = digits(stated.print(stated.value()));
        String right = digits(stated.print(expected));
        return printed.length() >= LONG
                && differing(printed, right) == 2
                && sorted(printed).equals(sorted(right));
    }

    /** What the printed figure would be with any two different digits of it exchanged, the first never becoming zero. */
    public static List<Exact> exchanges(Figure stated) {
        String printed =
                stated.printed().isZero() ? "" : Sought.kept("[^\\d.]").replaceAll(stated.print(stated.value()), "");
        List<Exact> values = new ArrayList<>();
        for (int i = 0; i < printed.length(); i++) {
            for (int j = i + 1; j < printed.length(); j++) {
                StringBuilder other = new StringBuilder(printed);
                other.setCharAt(i, printed.charAt(j));
                other.setCharAt(j, printed.charAt(i));
                boolean digits = printed.charAt(i) != '.' && printed.charAt(j) != '.';
                boolean leads = other.charAt(0) == '0' && other.length() > 1 && other.charAt(1) != '.';
                if (digits && !leads && printed.charAt(i) != printed.charAt(j)) {
                    values.add(Exact.parse(other.toString()).times(stated.unitSize()));
                }
            }
        }
        return values;
    }

    /** What the printed figure would be with any one digit of it another, the first never becoming zero. */
    public static List<Exact> otherDigits(Figure stated) {
        String printed = Sought.kept("[^\\d.]").replaceAll(stated.print(stated.value()), "");
        List<Exact> values = new ArrayList<>();
        for (int i = 0; i < printed.length(); i++) {
            for (char digit = i == 0 ? '1' : '0'; digit <= '9' && printed.charAt(i) != '.'; digit++) {
                if (digit != printed.charAt(i)) {
                    StringBuilder other = new StringBuilder(printed);
                    other.setCharAt(i, digit);
                    values.add(Exact.parse(other.toString()).times(stated.unitSize()));
                }
            }
        }
        return values;
    }

    /** Whether one digit, or two exchanged, part the printed figure from the right one. */
    public static boolean isDigitSlip(Figure stated, Exact expected) {
        String printed = digits(stated.print(stated.value()));
        String right = digits(stated.print(expected));
        return differing(printed, right) == 1 || isDigitExchange(stated, expected);
    }

    /** Whether two digits exchanged part the printed figure, however short, from the right one. */
    public static boolean isDigitExchange(Figure stated, Exact expected) {
        String printed = digits(stated.print(stated.value()));
        String right = digits(stated.print(expected));
        return differing(printed, right) == 2 && sorted(printed).equals(sorted(right));
    }

    /** Whether more than two digits, and more than a tenth, part the printed figure from the right one. */
    public static boolean isFar(Figure stated, Exact expected) {
        String printed = digits(stated.print(stated.value()));
        String right = digits(stated.print(expected));
        int length = Math.max(printed.length(), right.length());
        Exact apart = stated.value().minus(expected).abs().times(Exact.of(10));
        return differing("0".repeat(length - printed.length()) + printed, "0".repeat(length - right.length()) + right)
                        > 2
                && apart.compareTo(stated.value().abs()) > 0
                && apart.compareTo(expected.abs()) > 0;
    }

    /** Whether another of the right one's digits stands twice: 773 for 733, 148.44 for 144.88. */
    public static boolean isOtherDigitDoubled(Figure stated, Exact expected) {
        String printed = digits(stated.print(stated.value()));
        String right = digits(stated.print(expected));
        return printed.length() >= LONG
                && printed.length() == right.length()
                && printed.charAt(0) == right.charAt(0)
                && !sorted(printed).equals(sorted(right))
                && different(printed).equals(different(right));
    }

    private static String different(String digits) {
        return Sought.kept("(.)\\1+").replaceAll(sorted(digits), "$1");
    }

    /** Whether the printed figure is the right one ten, a hundred or ten thousand times too large or too small. */
    public static boolean isWrongUnit(Figure stated, Exact expected) {
        return CATALOGUE.stream().anyMatch(slip -> slip.form() == Form.FACTOR && gives(slip, stated, expected));
    }

    /** Whether the printed figure is the right one after a slip that does not happen by accident between short numbers. */
    public static boolean isSlip(Figure stated, Exact expected) {
        int digits = digits(stated.print(stated.value())).length();
        return isExchange(stated, expected)
                || CATALOGUE.stream()
                        .filter(slip -> slip.form().isOfOneFigure() && gives(slip, stated, expected))
                        .findFirst()
                        .filter(slip -> slip.form() != Form.ONE_DIGIT || digits > LONG)
                        .filter(slip -> slip.form() != Form.DIGITS_SWAPPED || digits >= LONG)
                        .isPresent();
    }

    private static boolean gives(Slip slip, Figure stated, Exact expected) {
        if (expected.isZero() || stated.value().isZero()) {
            return false;
        }
        boolean percent = stated.kind() == Figure.Kind.PERCENT;
        return switch (slip.form()) {
            case FACTOR ->
                stated.rounded().holds(expected.times(slip.by()))
                        || stated.rounded().holds(expected.dividedBy(slip.by()));
            case SIGN -> stated.rounded().holds(expected.negate());
            case COMPLEMENT -> percent && stated.rounded().holds(Exact.ONE.minus(expected));
            case INVERSE -> percent && stated.rounded().holds(Exact.ONE.dividedBy(expected));
            case PLUS_WHOLE ->
                percent
                        && (stated.rounded().holds(expected.plus(Exact.ONE))
                                || stated.rounded().holds(expected.minus(Exact.ONE)));
            case DIGITS_SWAPPED -> {
                String printed = digits(stated.print(stated.value()));
                String right = digits(stated.print(expected));
                yield !printed.equals(right) && sorted(printed).equals(sorted(right));
            }
            case ONE_DIGIT -> differing(digits(stated.print(stated.value())), digits(stated.print(expected))) == 1;
            default -> throw new IllegalStateException("no slip of one figure: " + slip.form());
        };
    }

    private static String digits(String figure) {
        StringBuilder digits = new StringBuilder();
        figure.chars().filter(character -> character >= '0' && character <= '9').forEach(digits::appendCodePoint);
        return digits.toString();
    }

    private static String sorted(String digits) {
        char[] characters = digits.toCharArray();
        Arrays.sort(characters);
        return new String(characters);
    }

    private static int differing(String one, String two) {
        if (one.length() != two.length()) {
            return -1;
        }
        int count = 0;
        for (int i = 0; i < one.length(); i++) {
            count += one.charAt(i) == two.charAt(i) ? 0 : 1;
        }
        return count;
    }

    private static List<Slip> read() {
        try (InputStream in = NearMisses.class.getResourceAsStream("near-misses.yaml")) {
            if (in == null) {
                throw new IllegalStateException("missing resource: near-misses.yaml");
            }
            YamlNode root = YamlNode.parse("near-misses.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .value();
            List<Slip> slips = new ArrayList<>();
            for (YamlNode slip : root.items("slips")) {
                slips.add(new Slip(
                        slip.text("code", ""),
                        Form.valueOf(
                                slip.text("form", "").toUpperCase(Locale.ROOT).replace('-', '_')),
                        Exact.parse(slip.text("by", "1")),
                        slip.text("alone", "no").equals("yes")));
            }
            return List.copyOf(slips);
        } catch (IOException unreadable) {
            throw new IllegalStateException("unreadable resource: near-misses.yaml", unreadable);
        }
    }
}
