package org.jizhun.auditor.text;

/**
 * The ideograph that a look-alike stands for. Many programs that print to PDF write radicals in place of characters that look the same
 * (⾦ for 金, ⻔ for 门), and whoever copies text from such a file copies them.
 */
public final class Ideographs {

    private static final char FIRST_RADICAL = '\u2E80';
    private static final char LAST_RADICAL = '\u2FD5';
    private static final char FIRST_OF_DICTIONARY = '\u2F00';

    /** What the radicals of the dictionary, from ⼀ on, stand for, in their order. */
    private static final String DICTIONARY = "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴"
            + "廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿"
            + "目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵"
            + "邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

    /** Radical and character in turn for the others, by Unicode's EquivalentUnifiedIdeograph property. */
    private static final String SUPPLEMENT = "⺁厂⺄乙⺅亻⺈刀⺉刂⺊卜⺌小⺍小⺎兀⺐尢⺒巳⺓幺⺖忄⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺠民⺡氵⺣灬⺤爫⺦丬⺧牛⺨犭⺩王⺪疋"
            + "⺫罒⺬示⺭礻⺮竹⺰纟⺶羊⺷羊⺹耂⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门"
            + "⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟";

    private static final char[] RADICALS = radicals();

    private Ideographs() {}

    /** The character itself where it is no look-alike. */
    public static char plain(char character) {
        return character < FIRST_RADICAL || character > LAST_RADICAL ? character : RADICALS[character - FIRST_RADICAL];
    }

    private static char[] radicals() {
        char[] radicals = new char[LAST_RADICAL - FIRST_RADICAL + 1];
        for (int i = 0; i < radicals.length; i++) {
            radicals[i] = (char) (FIRST_RADICAL + i);
        }
        for (int i = 0; i < SUPPLEMENT.length(); i += 2) {
            radicals[SUPPLEMENT.charAt(i) - FIRST_RADICAL] = SUPPLEMENT.charAt(i + 1);
        }
        DICTIONARY.getChars(0, DICTIONARY.length(), radicals, FIRST_OF_DICTIONARY - FIRST_RADICAL);
        return radicals;
    }
}
