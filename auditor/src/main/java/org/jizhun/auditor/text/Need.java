package org.jizhun.auditor.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What no match of a pattern can do without.
 *
 * @param pieces of which each match has one: one character, or two beside each other
 * @param within how many characters behind its beginning the piece stands at most; {@link Part#ANY_NUMBER} or more where that is left open
 */
record Need(List<String> pieces, int within) {

    /** Characters that nearly every paragraph holds: they are looked for last. */
    private static final String COMMON = "，。、：（）的为是一和在年项目资金支出预算0123456789";

    /** Of each word the two characters that stand together most rarely; empty where a word has none. */
    static Optional<Need> of(@Nullable List<String> words, int from) {
        if (words == null || words.contains("")) {
            return Optional.empty();
        }
        List<String> pieces = new ArrayList<>();
        int within = 0;
        for (String word : words) {
            String piece = rarest(word);
            pieces.add(piece);
            within = Math.max(within, word.indexOf(piece));
        }
        return Optional.of(new Need(pieces.stream().distinct().toList(), from + within));
    }

    /** The one need of a match that has one of these. */
    static Need together(List<Need> needs) {
        return new Need(
                needs.stream().flatMap(need -> need.pieces.stream()).distinct().toList(),
                needs.stream().mapToInt(Need::within).max().orElse(0));
    }

    /** The same, met so many characters further on at most. */
    Need behind(int characters) {
        return new Need(pieces, Math.min(Part.ANY_NUMBER, within + characters));
    }

    /** How many texts may hold one: a measure to compare by, no more. */
    int commonness() {
        return pieces.stream().mapToInt(Need::commonness).sum();
    }

    private static int commonness(String piece) {
        int common = (int) piece.chars()
                .filter(character -> COMMON.indexOf(character) >= 0)
                .count();
        if (piece.length() == 1) {
            return 500 + 2000 * common;
        }
        boolean digit = common == 1 && (isDigit(piece.charAt(0)) || isDigit(piece.charAt(1)));
        return digit
                ? 5
                : 20 + 30 * common; // beside a digit stand ten of a kind, which are as rare as the one character
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static String rarest(String word) {
        String rarest = word.length() < 2 ? word : word.substring(0, 2);
        for (int i = 1; i + 2 <= word.length(); i++) {
            String piece = word.substring(i, i + 2);
            rarest = commonness(piece) < commonness(rarest) ? piece : rarest;
        }
        return rarest;
    }
}
