package org.jizhun.auditor.text;

import java.text.Normalizer;

/**
 * The ideograph that a look-alike stands for. Many programs that print to PDF write radicals in place of characters that look the same
 * (⾦ for 金, ⻔ for 门), and whoever copies text from such a file copies them.
 */
public final class Ideographs {

    private static final char FIRST_RADICAL = '\u2E80';
    private static final char LAST_RADICAL = '\u2FD5';
    private static final char FIRST_COMPATIBLE = '\uF900';
    private static final char LAST_COMPATIBLE = '\uFAFF';

    /** Radical and character in turn, for those that Unicode does not decompose: its EquivalentUnifiedIdeograph property. */
    private static final String SUPPLEMENT = "⺁厂⺄乙⺅亻⺈刀⺉刂⺊卜⺌小⺍小⺎兀⺐尢⺒巳⺓幺⺖忄⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺠民⺡氵⺣灬⺤爫⺦丬⺧牛⺨犭⺩王⺪疋"
            + "⺫罒⺬示⺭礻⺮竹⺰纟⺶羊⺷羊⺹耂⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门"
            + "⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟";

    private static final char[] RADICALS = radicals();

    private Ideographs() {}

    /** The character itself where it is no look-alike. */
    public static char plain(char character) {
        if (character < FIRST_RADICAL) {
            return character;
        }
        if (character <= LAST_RADICAL) {
            return RADICALS[character - FIRST_RADICAL];
        }
        return character >= FIRST_COMPATIBLE && character <= LAST_COMPATIBLE ? decomposed(character) : character;
    }

    private static char[] radicals() {
        char[] radicals = new char[LAST_RADICAL - FIRST_RADICAL + 1];
        for (int i = 0; i < radicals.length; i++) {
            radicals[i] = decomposed((char) (FIRST_RADICAL + i));
        }
        for (int i = 0; i < SUPPLEMENT.length(); i += 2) {
            radicals[SUPPLEMENT.charAt(i) - FIRST_RADICAL] = SUPPLEMENT.charAt(i + 1);
        }
        return radicals;
    }

    private static char decomposed(char character) {
        String decomposed = Normalizer.normalize(String.valueOf(character), Normalizer.Form.NFKC);
        return decomposed.length() == 1 ? decomposed.charAt(0) : character;
    }
}
