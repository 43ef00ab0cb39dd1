package org.jizhun.server.reporting;

import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jizhun.server.platform.Rejection;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What everybody may read of a published report: a page, the figures as data, and the files. Needs no sign-in. */
@Hidden
@RestController
class PublicController {

    /** What everybody may have, in the order of the page, and what it is called there. */
    private static final Map<String, String> FILES = new LinkedHashMap<>();

    static {
        FILES.put("report.pdf", "自评报告（PDF）");
        FILES.put("report.ofd", "自评报告（OFD）");
        FILES.put("report.docx", "自评报告（Word）");
        FILES.put("annex-scores.xlsx", "附件 1　绩效自评表");
        FILES.put("annex-indicators.xlsx", "附件 2　绩效指标完成情况");
        FILES.put("figures.json", "报告中的全部数字（JSON）");
    }

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy年M月d日").withZone(ZoneId.of("Asia/Shanghai"));
    private static final String STYLE =
            "body{font:16px/1.7 'Noto Sans CJK SC','Microsoft YaHei',sans-serif;max-width:60rem;"
                    + "margin:2rem auto;padding:0 1rem;color:#1f2937}h1{font-size:1.6rem}table{border-collapse:collapse;width:100%}"
                    + "th,td{border-bottom:1px solid #d1d5db;padding:.4rem .6rem;text-align:left}td.n,th.n{text-align:right;"
                    + "font-variant-numeric:tabular-nums}tr.l1 td{font-weight:600;background:#f3f4f6}tr.l3 td:first-child"
                    + "{padding-left:2.4rem}tr.l2 td:first-child{padding-left:1.2rem}.total{font-size:2rem;font-weight:700}"
                    + "a{color:#1d4ed8}";

    private final JdbcClient jdbc;

    PublicController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param file its text, for those that are text */
    private record Published(String department, Instant at, String file) {}

    private byte[] bytes(String code, int year, String file) {
        return jdbc.sql("SELECT content FROM published_file(:code, :year, :file)")
                .param("code", code)
                .param("year", year)
                .param("file", file)
                .query((row, number) -> row.getBytes("content"))
                .optional()
                .orElseThrow(Rejection::notFound);
    }

    private Published published(String code, int year, String file) {
        return jdbc.sql("SELECT department_name, published_at, content FROM published_file(:code, :year, :file)")
                .param("code", code)
                .param("year", year)
                .param("file", file)
                .query((row, number) -> new Published(
                        row.getString("department_name"),
                        row.getTimestamp("published_at").toInstant(),
                        new String(row.getBytes("content"), StandardCharsets.UTF_8)))
                .optional()
                .orElseThrow(Rejection::notFound);
    }

    private List<String> files(String code, int year) {
        return jdbc.sql("SELECT published_files(:code, :year)")
                .param("code", code)
                .param("year", year)
                .query(String.class)
                .list();
    }

    @GetMapping("/public/{code}/{year}/{file}")
    ResponseEntity<byte[]> file(@PathVariable String code, @PathVariable int year, @PathVariable String file) {
        if (!FILES.containsKey(file)) {
            throw Rejection.notFound();
        }
        return ReportController.download(bytes(code, year, file), file);
    }

    @GetMapping(path = "/public/{code}/{year}", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String page(@PathVariable String code, @PathVariable int year) {
        Published published = published(code, year, "figures.json");
        JsonNode figures = JsonMapper.shared().readTree(published.file());
        String title = HtmlUtils.htmlEscape(published.department()) + year + "年度绩效自评报告";
        String base = "/public/" + HtmlUtils.htmlEscape(code) + "/" + year + "/";
        StringBuilder html = new StringBuilder("<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>" + title + "</title><style>" + STYLE
                + "</style></head><body><h1>" + title + "</h1><p>" + DAY.format(published.at()) + "公开</p><p>自评总分 "
                + "<span class=\"total\">" + text(figures, "total") + "</span> 分　等级 " + text(figures, "grade")
                + "</p><h2>文件</h2><ul>");
        Set<String> there = Set.copyOf(files(code, year));
        FILES.forEach((file, label) -> {
            if (there.contains(file)) {
                link(html, base, file, label);
            }
        });
        html.append("</ul><h2>得分情况</h2><table><thead><tr><th>指标</th><th class=\"n\">分值</th><th class=\"n\">得分</th>"
                + "</tr></thead><tbody>");
        rows(html, figures.path("criteria"));
        return html.append("</tbody></table></body></html>").toString();
    }

    private static void link(StringBuilder html, String base, String file, String label) {
        html.append("<li><a href=\"")
                .append(base)
                .append(file)
                .append("\">")
                .append(label)
                .append("</a></li>");
    }

    private static void rows(StringBuilder html, JsonNode criteria) {
        criteria.forEach(line -> {
            html.append("<tr class=\"l")
                    .append(line.path("level").asInt())
                    .append("\"><td>")
                    .append(text(line, "name"))
                    .append("</td><td class=\"n\">")
                    .append(text(line, "weight"))
                    .append("</td><td class=\"n\">")
                    .append(text(line, "score"))
                    .append("</td></tr>");
            rows(html, line.path("criteria"));
        });
    }

    private static String text(JsonNode node, String key) {
        return HtmlUtils.htmlEscape(node.path(key).asString("—"));
    }
}
