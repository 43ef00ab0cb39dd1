package org.jizhun.documents.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.kernel.problem.Catalogue;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.problem.Problem;

/**
 * A message of the catalogue as prose: its wording is quoted, and each argument with a digit in it becomes a named figure,
 * so that figures in the reasons for deducted points can be verified like all others.
 */
final class Wording {

    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)\\}");

    private Wording() {}

    static Prose of(String key, Problem problem, Figures figures) {
        String wording = Catalogue.standard().wording(problem.code(), Language.ZH);
        List<Piece> pieces = new ArrayList<>();
        Matcher slot = SLOT.matcher(wording);
        int from = 0;
        while (slot.find()) {
            quote(wording.substring(from, slot.start()), pieces);
            argument(key, slot.group(), slot.group(1), problem, figures, pieces);
            from = slot.end();
        }
        quote(wording.substring(from), pieces);
        return new Prose(pieces);
    }

    private static void argument(
            String key, String slot, String name, Problem problem, Figures figures, List<Piece> pieces) {
        Map<String, String> arguments = problem.arguments();
        String value = arguments.getOrDefault(name, slot);
        if (value.chars().anyMatch(Character::isDigit)) {
            String full = key + "." + name;
            figures.worded(full, value, "scoring: " + problem.code());
            pieces.add(new Piece.FigureOf(full, true));
        } else {
            quote(value, pieces);
        }
    }

    private static void quote(String text, List<Piece> pieces) {
        if (!text.isEmpty()) {
            pieces.add(new Piece.Quote(text));
        }
    }
}
