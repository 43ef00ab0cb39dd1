package org.jizhun.auditor.finding;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.yaml.YamlNode;

/**
 * What probably happened: known slips that turn the right figure into the printed one. The catalogue is the data of
 * {@code near-misses.yaml}; the first slip that gives exactly the printed figure is told.
 */
public final class NearMisses {

    private static final List<Slip> CATALOGUE = read();

    private record Slip(String code, String form, Exact by) {}

    private NearMisses() {}

    public static Optional<Problem> explain(Figure stated, Exact expected) {
        for (Slip slip : CATALOGUE) {
            if (gives(slip, stated, expected)) {
                return Optional.of(Problem.of(slip.code(), Place.NONE, "factor", slip.by()));
            }
        }
        return Optional.empty();
    }

    /** Whether the printed figure is the right one with digits exchanged, the likeliest slip of a copyist. */
    public static boolean isExchange(Figure stated, Exact expected) {
        String printed = digits(stated.print(stated.value()));
        String right = digits(stated.print(expected));
        return printed.length() >= 3
                && differing(printed, right) == 2
                && sorted(printed).equals(sorted(right));
    }

    /** Whether the printed figure is the right one after a slip that does not happen by accident between short numbers. */
    public static boolean isSlip(Figure stated, Exact expected) {
        int digits = digits(stated.print(stated.value())).length();
        return isExchange(stated, expected)
                || explain(stated, expected)
                        .filter(problem -> !problem.code().equals("near-one-digit") || digits >= 4)
                        .filter(problem -> !problem.code().equals("near-digits-swapped") || digits >= 3)
                        .isPresent();
    }

    private static boolean gives(Slip slip, Figure stated, Exact expected) {
        if (expected.isZero() || stated.value().isZero()) {
            return false;
        }
        String printed = digits(stated.print(stated.value()));
        String right = digits(stated.print(expected));
        return switch (slip.form()) {
            case "factor" ->
                stated.rounded().holds(expected.times(slip.by()))
                        || stated.rounded().holds(expected.dividedBy(slip.by()));
            case "sign" -> stated.rounded().holds(expected.negate());
            case "complement" ->
                stated.kind() == Figure.Kind.PERCENT && stated.rounded().holds(Exact.ONE.minus(expected));
            case "inverse" ->
                stated.kind() == Figure.Kind.PERCENT && stated.rounded().holds(Exact.ONE.dividedBy(expected));
            case "plus-whole" ->
                stated.kind() == Figure.Kind.PERCENT
                        && (stated.rounded().holds(expected.plus(Exact.ONE))
                                || stated.rounded().holds(expected.minus(Exact.ONE)));
            case "digits-swapped" -> !printed.equals(right) && sorted(printed).equals(sorted(right));
            case "one-digit" -> differing(printed, right) == 1;
            default -> throw new IllegalStateException("unknown form of slip: " + slip.form());
        };
    }

    private static String digits(String figure) {
        return figure.replaceAll("[^\\d]", "");
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
                slips.add(new Slip(slip.text("code", ""), slip.text("form", ""), Exact.parse(slip.text("by", "1"))));
            }
            return List.copyOf(slips);
        } catch (IOException unreadable) {
            throw new IllegalStateException("unreadable resource: near-misses.yaml", unreadable);
        }
    }
}
