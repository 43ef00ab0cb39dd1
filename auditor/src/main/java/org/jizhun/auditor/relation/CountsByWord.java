package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/** The figures of a document that a word beside them names, the nearest to a place first: 专任教师182人, 182名教师. */
final class CountsByWord {

    /** What is no figure of now, or of some only. */
    private static final Sought OTHER = Sought.of("上年|去年|同期|计划|目标|拟|应|新增|增加|减少|比|较|每|均|率|比例");

    private CountsByWord() {}

    /** @param word what the words before a figure end with, or the words behind it begin with */
    static List<Figure> named(Claims claims, Pattern word, Passage near, Figure.Kind kind) {
        List<Figure> own = new ArrayList<>();
        List<Figure> others = new ArrayList<>();
        for (Passage passage : claims.passages()) {
            for (Mention mention : claims.mentions(passage)) {
                boolean called = mention.figure().kind() == kind
                        && mention.figure().nearness() == Figure.Nearness.EXACT
                        && !mention.figure().value().isZero()
                        && !OTHER.isIn(mention.before())
                        && (word.matcher(mention.before()).find()
                                || word.matcher(mention.figure().unit() + head(mention.after()))
                                        .find());
                if (called) {
                    (passage.equals(near) ? own : others).add(mention.figure());
                }
            }
        }
        own.addAll(others);
        return own;
    }

    /** The words right behind a figure, as far as they can name it. */
    private static String head(String after) {
        return Sought.kept("[，。；、：（].*$").replaceAll(after.substring(0, Math.min(8, after.length())), "");
    }
}
