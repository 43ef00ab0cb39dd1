package org.jizhun.server.platform;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Problems as {@code application/problem+json} (RFC 9457): {@code status}, {@code code}, {@code zh}, {@code en} of the first
 * one, and under {@code problems} each with code, field, text and advice in both languages, and, where it is about a row of a
 * table, its place such as 合同 · 3.
 */
final class ProblemJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ProblemJson() {}

    static Map<String, Object> of(HttpStatus status, List<Problem> problems) {
        Problem first = problems.get(0);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:jizhun:problem:" + first.code());
        body.put("title", first.text(Language.ZH));
        body.put("status", status.value());
        body.putAll(fields(first));
        body.put("problems", problems.stream().map(ProblemJson::fields).toList());
        return body;
    }

    static Map<String, Object> fields(Problem problem) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("code", problem.code());
        fields.put("field", problem.place().file());
        String sheet = problem.place().sheet();
        if (sheet != null && !sheet.isEmpty()) {
            int line = problem.place().line();
            fields.put("place", line == 0 ? sheet : sheet + " · " + line);
        }
        fields.put("zh", problem.text(Language.ZH));
        fields.put("en", problem.text(Language.EN));
        fields.put("adviceZh", problem.advice(Language.ZH));
        fields.put("adviceEn", problem.advice(Language.EN));
        return fields;
    }

    /** For the filters, which come before the controllers. */
    static void write(HttpServletResponse response, HttpStatus status, String code, Object... namesAndValues)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream()
                .write(JSON.writeValueAsBytes(of(status, List.of(Problem.of(code, Place.NONE, namesAndValues)))));
    }
}
