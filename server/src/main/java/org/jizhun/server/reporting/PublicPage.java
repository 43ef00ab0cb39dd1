package org.jizhun.server.reporting;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jizhun.kernel.problem.Language;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

/** The page of a published report, in Chinese or English; needs no script. */
final class PublicPage {

    /** What everybody may have, in the order of the page. */
    static final Map<String, Words> FILES = new LinkedHashMap<>();

    static {
        FILES.put("report.pdf", new Words("自评报告（PDF）", "Report (PDF, in Chinese)"));
        FILES.put("report.ofd", new Words("自评报告（OFD）", "Report (OFD, in Chinese)"));
        FILES.put("report.docx", new Words("自评报告（Word）", "Report (Word, in Chinese)"));
        FILES.put("annex-scores.xlsx", new Words("附件 1　绩效自评表", "Annex 1: scores"));
        FILES.put("annex-indicators.xlsx", new Words("附件 2　绩效指标完成情况", "Annex 2: indicators"));
        FILES.put("figures.json", new Words("报告中的全部数字（JSON）", "All figures of the report (JSON)"));
    }

    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy年M月d日").withZone(HERE);
    private static final DateTimeFormatter ENGLISH_DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(HERE);
    private static final String STYLE =
            "body{font:16px/1.7 'Noto Sans CJK SC','Microsoft YaHei',sans-serif;max-width:60rem;"
                    + "margin:2rem auto;padding:0 1rem;color:#1f2937}h1{font-size:1.6rem}table{border-collapse:collapse;width:100%}"
                    + "th,td{border-bottom:1px solid #d1d5db;padding:.4rem .6rem;text-align:left}td.n,th.n{text-align:right;"
                    + "font-variant-numeric:tabular-nums}tr.l1 td{font-weight:600;background:#f3f4f6}tr.l3 td:first-child"
                    + "{padding-left:2.4rem}tr.l2 td:first-child{padding-left:1.2rem}.total{font-size:2rem;font-weight:700}"
                    + "a{color:#1d4ed8}nav{text-align:right}html[lang=en] body{font-family:Arial,'Noto Sans','Noto Sans CJK SC',"
                    + "'Microsoft YaHei',sans-serif}";

    private final Language language;
    private final StringBuilder html = new StringBuilder();

    private PublicPage(Language language) {
        this.language = language;
    }

    /** The same in both languages. */
    record Words(String zh, String en) {
        String in(Language language) {
            return language == Language.ZH ? zh : en;
        }
    }

    /**
     * The page as HTML.
     *
     * @param base where its files are
     * @param there the names of those that there are
     */
    static String of(
            Language language,
            String department,
            int year,
            Instant at,
            String base,
            Set<String> there,
            JsonNode figures) {
        PublicPage page = new PublicPage(language);
        page.head(department, year, at, base, figures);
        page.files(base, there);
        page.scores(figures);
        return page.html.append("</body></html>").toString();
    }

    /** What stands there in place of a report that nobody published. */
    static String missing(Language language) {
        PublicPage page = new PublicPage(language);
        page.begin(page.say("没有公开的报告", "There is no published report"));
        return page.html
                .append("<p>")
                .append(page.say(
                        "这个部门这个年度还没有公开自评报告，或者地址写错了。",
                        "This department has not published its report of this year, or the address is mistyped."))
                .append("</p></body></html>")
                .toString();
    }

    private String say(String zh, String en) {
        return new Words(zh, en).in(language);
    }

    private void head(String department, int year, Instant at, String base, JsonNode figures) {
        String name = HtmlUtils.htmlEscape(department);
        String title = say(name + year + "年度绩效自评报告", name + ": performance self-evaluation of " + year);
        begin(title);
        html.append("<nav><a href=\"")
                .append(base, 0, base.length() - 1)
                .append(say("?lang=en\" lang=\"en\">English", "?lang=zh\" lang=\"zh-CN\">中文"))
                .append("</a></nav><p>")
                .append(say(DAY.format(at) + "公开", "Published on " + ENGLISH_DAY.format(at)))
                .append("</p><p>")
                .append(say("自评总分 ", "Score "))
                .append("<span class=\"total\">")
                .append(text(figures, "total"))
                .append("</span>")
                .append(say(" 分　等级 ", " points, grade "))
                .append(text(figures, "grade"))
                .append("</p>");
    }

    private void begin(String title) {
        html.append("<!doctype html><html lang=\"")
                .append(say("zh-CN", "en"))
                .append("\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width\"><title>")
                .append(title)
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body><h1>")
                .append(title)
                .append("</h1>");
    }

    private void files(String base, Set<String> there) {
        html.append("<h2>").append(say("文件", "Files")).append("</h2><ul>");
        FILES.forEach((file, label) -> {
            if (there.contains(file)) {
                html.append("<li><a href=\"")
                        .append(base)
                        .append(file)
                        .append("\">")
                        .append(label.in(language))
                        .append("</a></li>");
            }
        });
        html.append("</ul>");
    }

    private void scores(JsonNode figures) {
        html.append("<h2>")
                .append(say("得分情况", "Scores"))
                .append("</h2><table><thead><tr><th scope=\"col\">")
                .append(say("指标", "Criterion"))
                .append("</th><th scope=\"col\" class=\"n\">")
                .append(say("分值", "Weight"))
                .append("</th><th scope=\"col\" class=\"n\">")
                .append(say("得分", "Score"))
                .append("</th></tr></thead><tbody>");
        rows(figures.path("criteria"));
        html.append("</tbody></table>");
    }

    /** Indicators have a name in Chinese only, and reports of earlier versions have it for all. */
    private void rows(JsonNode criteria) {
        criteria.forEach(line -> {
            boolean english = language == Language.EN && line.hasNonNull("nameEn");
            html.append("<tr class=\"l")
                    .append(line.path("level").asInt())
                    .append("\"><td>")
                    .append(text(line, english ? "nameEn" : "name"))
                    .append("</td><td class=\"n\">")
                    .append(text(line, "weight"))
                    .append("</td><td class=\"n\">")
                    .append(text(line, "score"))
                    .append("</td></tr>");
            rows(line.path("criteria"));
        });
    }

    private static String text(JsonNode node, String key) {
        return HtmlUtils.htmlEscape(node.path(key).asString("—"));
    }
}
