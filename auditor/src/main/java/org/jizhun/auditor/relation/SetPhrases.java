package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.yaml.YamlNode;

/**
 * Set phrases of the field, by slips.yaml, printed with one character too few or twice, or with two exchanged: 预算绩管理, 提质增增效,
 * 专款用专. Every loss, doubling and exchange of neighbours in a phrase is looked for. Of what is lost or doubled at its ends, where what is left could be part of another word (算 of 决算, 理 of 理念), what stands beside must be
 * no such word's other half and must itself end or begin a word.
 */
final class SetPhrases {

    private enum Slip {
        LOST,
        DOUBLED,
        EXCHANGED
    }

    /**
     * A phrase with a slip in it.
     *
     * @param at the character lost or doubled; the first of those exchanged
     */
    private record Variant(String printed, String phrase, int at, Slip slip) {

        boolean doubled() {
            return slip == Slip.DOUBLED;
        }

        /** The part that stands in place of the phrase's first characters may belong to a word before. */
        boolean isAtStart() {
            return switch (slip) {
                case LOST -> at <= 1;
                case DOUBLED -> at == 0;
                case EXCHANGED -> false;
            };
        }

        boolean isAtEnd() {
            return switch (slip) {
                case LOST -> at >= phrase.length() - 2;
                case DOUBLED -> at == phrase.length() - 1;
                case EXCHANGED -> false;
            };
        }
    }

    /**
     * @param start where the phrase begins
     * @param slip where the character is lost or stands twice, or two are exchanged
     */
    record Found(int start, int slip, int end, String right) {}

    private static final Sought PROSE = Sought.of("[。；，]");
    private static final String BEFORE = "的和与及了在将把从向以对并等，、。；：）（”“！？《》 　";
    private static final String AFTER = "的和与及等了在是也将已为，。；：）（”“！？《》 　";
    private static final int SHORTEST_WITH_ENDS = 5;

    private final DoubledWords words;
    private final Map<String, List<Variant>> byBeginning = new HashMap<>();

    private SetPhrases(DoubledWords words) {
        this.words = words;
    }

    static SetPhrases of(YamlNode root, DoubledWords words) {
        SetPhrases phrases = new SetPhrases(words);
        List<String> right = split(root.text("phrases", ""));
        List<String> usable = split(root.text("phrase-look-alikes", ""));
        for (String phrase : right) {
            for (int at = 0; at < phrase.length(); at++) {
                phrases.add(
                        new Variant(phrase.substring(0, at) + phrase.substring(at + 1), phrase, at, Slip.LOST), usable);
                phrases.add(
                        new Variant(phrase.substring(0, at + 1) + phrase.substring(at), phrase, at, Slip.DOUBLED),
                        usable);
                if (at > 0 && phrase.charAt(at - 1) != phrase.charAt(at)) {
                    phrases.add(new Variant(exchanged(phrase, at - 1), phrase, at - 1, Slip.EXCHANGED), usable);
                }
            }
        }
        return phrases;
    }

    /** With the character there and the next one in each other's place. */
    private static String exchanged(String phrase, int at) {
        return phrase.substring(0, at) + phrase.charAt(at + 1) + phrase.charAt(at) + phrase.substring(at + 2);
    }

    private static List<String> split(String text) {
        return List.of(text.strip().split("\\s+", -1));
    }

    private void add(Variant variant, List<String> usable) {
        boolean ends = variant.isAtStart() || variant.isAtEnd();
        boolean shortened = !variant.doubled() && ends && variant.phrase().length() < SHORTEST_WITH_ENDS;
        if (!shortened && !usable.contains(variant.printed())) {
            byBeginning
                    .computeIfAbsent(variant.printed().substring(0, 2), key -> new ArrayList<>())
                    .add(variant);
        }
    }

    /** The slips of a text, the longest phrase first where several fit. */
    List<Found> in(String text) {
        List<Found> found = new ArrayList<>();
        for (int start = 0; start + 3 < text.length(); start++) {
            if (text.charAt(start) < '\u4e00') {
                continue;
            }
            Variant longest = null;
            for (Variant variant : byBeginning.getOrDefault(text.substring(start, start + 2), List.of())) {
                boolean fits = text.startsWith(variant.printed(), start)
                        && !text.startsWith(variant.phrase(), start)
                        && isSlip(variant, text, start);
                if (fits
                        && (longest == null
                                || variant.phrase().length() > longest.phrase().length())) {
                    longest = variant;
                }
            }
            if (longest != null) {
                int end = start + longest.printed().length();
                found.add(new Found(start, start + longest.at(), end, longest.phrase()));
            }
        }
        return found;
    }

    private boolean isSlip(Variant variant, String text, int start) {
        int end = start + variant.printed().length();
        boolean ends = variant.isAtStart() || variant.isAtEnd();
        if (!ends) {
            return true;
        }
        if (!variant.doubled() && isWhole(variant, text, start, end)) {
            return false;
        }
        if (!variant.doubled() && !PROSE.isIn(text)) {
            return false; // a cell that breaks off
        }
        return (!variant.isAtStart() || isApartBefore(text, start)) && (!variant.isAtEnd() || isApartAfter(text, end));
    }

    /** Whether the character that seems lost at an end stands there. */
    private static boolean isWhole(Variant variant, String text, int start, int end) {
        char lost = variant.phrase().charAt(variant.at());
        return (variant.at() == 0 && start > 0 && text.charAt(start - 1) == lost)
                || (variant.at() == variant.phrase().length() - 1 && end < text.length() && text.charAt(end) == lost);
    }

    private boolean isApartBefore(String text, int start) {
        if (start == 0) {
            return true;
        }
        char before = text.charAt(start - 1);
        if (before < '\u4e00' || BEFORE.indexOf(before) >= 0) {
            return !words.joins(before, text.charAt(start));
        }
        return words.isWord(text, start - 2) && !words.joins(before, text.charAt(start));
    }

    private boolean isApartAfter(String text, int end) {
        if (end == text.length()) {
            return true;
        }
        char after = text.charAt(end);
        if (after < '\u4e00' || AFTER.indexOf(after) >= 0) {
            return !words.joins(text.charAt(end - 1), after);
        }
        return words.isWord(text, end) && !words.joins(text.charAt(end - 1), after);
    }
}
