package org.jizhun.documents.read;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFNum;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;

/** The automatic numbers that Word prints before paragraphs and that are not part of their text. */
final class WordNumbering {

    private static final int LEVELS = 9;

    private final Map<BigInteger, int[]> counts = new HashMap<>();

    /** The printed number; empty for a paragraph without one, or with a mere bullet. */
    String label(XWPFParagraph paragraph) {
        BigInteger list = paragraph.getNumID();
        if (list == null || list.signum() == 0 || paragraph.getDocument().getNumbering() == null) {
            return "";
        }
        BigInteger depth = paragraph.getNumIlvl();
        int level = depth == null ? 0 : Math.max(0, Math.min(LEVELS - 1, depth.intValue()));
        CTLvl definition = level(paragraph, list, level);
        if (definition == null || !definition.isSetLvlText() || !definition.isSetNumFmt()) {
            return "";
        }
        int[] count = counts.computeIfAbsent(list, any -> new int[LEVELS]);
        count[level] = count[level] == 0 ? start(definition) : count[level] + 1;
        java.util.Arrays.fill(count, level + 1, LEVELS, 0);
        String label = definition.getLvlText().getVal();
        if ("bullet".equals(definition.getNumFmt().getVal().toString())) {
            return "";
        }
        for (int i = 0; i <= level; i++) {
            CTLvl part = level(paragraph, list, i);
            String format = part == null || !part.isSetNumFmt()
                    ? "decimal"
                    : part.getNumFmt().getVal().toString();
            label = label.replace("%" + (i + 1), number(Math.max(1, count[i]), format));
        }
        return label;
    }

    private static int start(CTLvl level) {
        return level.isSetStart() ? level.getStart().getVal().intValue() : 1;
    }

    private static @Nullable CTLvl level(XWPFParagraph paragraph, BigInteger list, int level) {
        XWPFNum num = paragraph.getDocument().getNumbering().getNum(list);
        if (num == null) {
            return null;
        }
        XWPFAbstractNum kind = paragraph
                .getDocument()
                .getNumbering()
                .getAbstractNum(num.getCTNum().getAbstractNumId().getVal());
        if (kind == null) {
            return null;
        }
        for (CTLvl candidate : kind.getCTAbstractNum().getLvlArray()) {
            if (candidate.getIlvl().intValue() == level) {
                return candidate;
            }
        }
        return null;
    }

    static String number(int number, String format) {
        return switch (format) {
            case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "ideographDigital" ->
                chinese(number);
            case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" ->
                number <= 20 ? String.valueOf((char) ('①' + number - 1)) : String.valueOf(number);
            case "lowerLetter" -> String.valueOf((char) ('a' + (number - 1) % 26));
            case "upperLetter" -> String.valueOf((char) ('A' + (number - 1) % 26));
            default -> String.valueOf(number);
        };
    }

    /** 1 to 99 in Chinese numerals. */
    private static String chinese(int number) {
        String digits = "〇一二三四五六七八九";
        if (number >= 100) {
            return String.valueOf(number);
        }
        int tens = number / 10;
        int ones = number % 10;
        String lead = tens == 0 ? "" : (tens == 1 ? "" : digits.substring(tens, tens + 1)) + "十";
        return lead + (ones == 0 && tens > 0 ? "" : digits.substring(ones, ones + 1));
    }
}
