package org.jizhun.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import org.jizhun.kernel.problem.Language;
import org.junit.jupiter.api.Test;

class AuditJsonTest {

    /** 950 ÷ 1000 = 95 %. */
    private static final String TEXT = "全年预算1000.00万元，实际支出950.00万元，预算执行率96.00%。";

    @Test
    void a_finding_is_written_with_every_field_of_the_contract() {
        String json = AuditJson.write(Auditor.audit("a \"b\".txt", TEXT), Language.EN);

        assertThat(json).isEqualTo("""
                        {
                          "document": "a \\"b\\".txt",
                          "read": {"pages": 1, "figures": 3, "relations": 1, "unread": 0},
                          "findings": [
                            {"kind": "ratio", "code": "rate-differs", "severity": "error", "stated": "96.00%", \
                        "expected": "95.00%", "message": "96.00% does not fit: 950.00万元 ÷ 1000.00万元 gives 95.00%", \
                        "explanation": "one digit differs", \
                        "where": {"page": 1, "line": 1, "column": 33, "quote": "96.00%"}, \
                        "because": [{"page": 1, "line": 1, "column": 19, "quote": "950.00万元"}, \
                        {"page": 1, "line": 1, "column": 5, "quote": "1000.00万元"}]}
                          ]
                        }
                        """);
    }

    @Test
    void nothing_wrong_is_an_empty_list() {
        assertThat(AuditJson.write(Auditor.audit("a.txt", "无。"), Language.ZH)).isEqualTo("""
                        {
                          "document": "a.txt",
                          "read": {"pages": 1, "figures": 0, "relations": 0, "unread": 0},
                          "findings": []
                        }
                        """);
    }
}
