package org.jizhun.auditor.claim;

import java.util.Optional;
import java.util.regex.Matcher;
import org.jizhun.auditor.text.Sought;

/** Headings of chapters and sections: a number and a title on a line of their own. */
public final class Headings {

    private static final Sought NUMBERED = Sought.of(
            "^(?<number>第[一二三四五六七八九十]{1,3}(?:部分|章|节)|[一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾]{1,3}[、.．]|（[一二三四五六七八九十]{1,3}）|\\d{1,2}(?:\\.\\d{1,2}){0,3}[.、．]?(?![\\d.%])|（\\d{1,2}）|#{1,6})(?<title>[^。；]{2,40})$");

    private Headings() {}

    /** The title of a heading without its number; empty for any other paragraph. */
    public static Optional<String> title(String text) {
        Matcher matcher = NUMBERED.in(text);
        return matcher.matches() && !matcher.group("title").endsWith("：")
                ? Optional.of(matcher.group("title"))
                : Optional.empty();
    }
}
