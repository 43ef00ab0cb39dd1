package org.jizhun.server.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jizhun.server.Browser;
import org.jizhun.server.RunningServer;
import org.junit.jupiter.api.BeforeEach;

/** A department, and an administrator who arranges it. */
abstract class OrganizationWork {

    static int codes = 700_000;

    final RunningServer server = RunningServer.get();
    Browser administrator;
    long region;
    long department;
    String own;

    @BeforeEach
    void a_department() {
        administrator = server.signedIn(server.user(null, "system-administrator"));
        region = server.region(null);
        department = server.department(region);
        own = "/api/departments/" + department;
    }

    static String code() {
        return Integer.toString(++codes);
    }

    static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    static Browser.Answer done(Browser.Answer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        return answer;
    }

    /** Every mistake at once, each at its field, with words in both languages and what to do. */
    static void assertWrong(Browser.Answer answer, String... fieldsAndCodes) {
        done(answer, 400);
        Map<String, String> expected = new TreeMap<>();
        for (int i = 0; i < fieldsAndCodes.length; i += 2) {
            expected.put(fieldsAndCodes[i], fieldsAndCodes[i + 1]);
        }
        Map<String, String> found = new TreeMap<>();
        answer.body().path("problems").forEach(problem -> {
            found.put(problem.path("field").asString(), problem.path("code").asString());
            for (String text : new String[] {"zh", "en", "adviceZh", "adviceEn"}) {
                assertThat(problem.path(text).asString()).as(text).isNotEmpty().doesNotContain("{");
            }
        });
        assertThat(found).as(answer.toString()).isEqualTo(expected);
    }
}
