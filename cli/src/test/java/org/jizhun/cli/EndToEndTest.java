package org.jizhun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jizhun.kernel.problem.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs as a person meets them: arguments in, text and an exit code out. */
class EndToEndTest {

    private static final Path HOME = Path.of("..");
    private static final String GUANGZHOU = "../samples/guangzhou-2023";
    private static final String INVENTED = "../samples/example-department-2025";

    @TempDir
    Path folder;

    private record Answer(int exit, String out, String err) {}

    private static Answer ask(Language language, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                language,
                100);
        int exit = new Verbs(HOME, console).run(arguments);
        console.flush();
        return new Answer(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static Answer ask(String... arguments) {
        return ask(Language.ZH, arguments);
    }

    @Test
    void the_published_department_gets_the_total_it_published_for_its_parts() {
        // 产出 20 + 效益 20 + 支出率 9.93（十个月平均 99.263% × 10）+ 管理效能 45.5 = 95.43
        Answer answer = ask("score", GUANGZHOU);
        assertThat(answer.exit()).isZero();
        assertThat(answer.out()).contains("总分 95.43", "等级：优", "99.263%", "未核实", "缺少“信息公开”");
        assertThat(answer.err()).doesNotContain("Exception");
    }

    @Test
    void both_languages_say_the_same_figures() {
        assertThat(ask(Language.EN, "score", GUANGZHOU).out()).contains("Total 95.43 of 100.00", "unverified");
    }

    /** What stands between fences is what the program prints; {@code …} stands for lines left out. */
    @Test
    void the_readme_shows_what_is_really_printed() throws IOException {
        for (Language language : Language.values()) {
            String readme = language == Language.EN ? "README.md" : "README.zh-CN.md";
            String scored = ask(language, "score", GUANGZHOU).out();
            expectShown(readme, "guangzhou-department-2023@2023", scored);
            String audited = ask(language, "audit", PUBLISHED).out();
            expectShown(readme, "report.txt", audited.substring(audited.indexOf("report.txt")));
        }
    }

    /** The block of the README that begins with some words is what is printed, but for what it leaves out. */
    private static void expectShown(String readme, String begins, String printed) throws IOException {
        List<String> shown = Files.readString(HOME.resolve(readme))
                .lines()
                .dropWhile(line -> !line.endsWith(begins))
                .skip(1)
                .takeWhile(line -> !line.startsWith("```"))
                .filter(line -> !line.strip().equals("…") && !line.strip().equals("……"))
                .toList();
        assertThat(shown).as(readme).hasSizeGreaterThan(20);
        assertThat(printed.lines().toList()).as(readme).containsSubsequence(shown);
    }

    @Test
    void no_line_of_the_table_is_wider_than_the_terminal() {
        assertThat(ask("score", INVENTED).out().lines()).allMatch(line -> Lines.width(line) <= 100);
    }

    @Test
    void json_is_the_same_to_the_byte_and_holds_no_number() {
        String first = ask("score", GUANGZHOU, "--format", "json").out();
        assertThat(ask(Language.EN, "score", GUANGZHOU, "--format", "json").out())
                .isEqualTo(first);
        assertThat(first).contains("\"total\" : \"95.43\"").doesNotContainPattern(": -?[0-9]");
    }

    @Test
    void a_what_if_shows_before_and_after() {
        // 三月 136.18% 改为 95%：平均值由 99.263% 降到 98.763%，得分由 9.93 降到 9.88
        Answer answer = ask("score", GUANGZHOU, "--what-if", "execution[1].rate=95%");
        assertThat(answer.exit()).isZero();
        assertThat(answer.out()).containsPattern("部门预算资金支出率 +9\\.93  → +9\\.88");
    }

    @Test
    void a_what_if_that_names_nothing_is_refused() {
        Answer answer = ask("score", GUANGZHOU, "--what-if", "没有这个名称=1");
        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err()).contains("没有这个名称");
    }

    @Test
    void a_badly_filled_case_is_told_and_its_good_rows_are_scored() {
        Answer answer = ask("score", "../samples/badly-filled-2025");
        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err()).contains("contracts.csv:", "错误").doesNotContain("Exception");
        assertThat(answer.out()).contains("总分");
    }

    @Test
    void a_report_of_a_bad_case_is_refused_and_nothing_is_written() {
        Path out = folder.resolve("report");
        Answer answer = ask("report", "../samples/badly-filled-2025", "--out", out.toString());
        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err()).contains("没有写报告");
        assertThat(out).doesNotExist();
    }

    @Test
    void an_output_folder_that_cannot_be_written_is_named() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Answer report = ask("report", GUANGZHOU, "--out", file.resolve("report").toString());
        assertThat(report.exit()).isEqualTo(2);
        assertThat(report.err()).contains(file.toString()).doesNotContain("Exception");
        Answer template = ask(
                "template",
                "--scheme",
                "guangzhou-department-2023",
                "--out",
                file.resolve("a.xlsx").toString());
        assertThat(template.exit()).isEqualTo(2);
        assertThat(template.err()).contains(file.toString());
    }

    @Test
    void a_template_is_written_once_and_never_over_a_filled_one() {
        String file = folder.resolve("case.xlsx").toString();
        assertThat(ask("template", "--scheme", "guangzhou-department-2023", "--out", file)
                        .exit())
                .isZero();
        assertThat(ask("template", "--scheme", "guangzhou-department-2023", "--out", file)
                        .err())
                .contains("没有覆盖");
    }

    @Test
    void a_filled_workbook_scores_like_its_folder() {
        String file = folder.resolve("case.xlsx").toString();
        assertThat(ask("template", "--case", INVENTED, "--out", file).exit()).isZero();
        assertThat(total(ask("score", file).out()))
                .isEqualTo(total(ask("score", INVENTED).out()));
    }

    private static String total(String text) {
        return text.lines().filter(line -> line.startsWith("总分")).findFirst().orElse("");
    }

    @Test
    void schemes_with_mistakes_are_told_with_file_and_line() throws IOException {
        Path schemes = copyOfSchemes();
        Path scheme;
        try (Stream<Path> files = Files.walk(schemes)) {
            scheme = files.filter(file -> file.endsWith("scheme.yaml"))
                    .filter(file -> file.toString().contains("guang"))
                    .findFirst()
                    .orElseThrow();
        }
        String deep = "(".repeat(10_000) + "1" + ")".repeat(10_000);
        Files.writeString(
                scheme,
                Files.readString(scheme).replaceFirst("weight: \\d+", "weight: -5") + "\nnot-a-key: " + deep + "\n");
        Answer answer = ask("check-schemes", schemes.toString());
        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err()).contains("scheme.yaml:", "not-a-key", "-5").doesNotContain("Exception");
    }

    @Test
    void a_formula_ten_thousand_deep_is_refused_with_its_place() throws IOException {
        Path schemes = copyOfSchemes();
        Path criterion = schemes.resolve("guangzhou/guangzhou-department-2023/criteria/asset-utilization.yaml");
        String deep = "measure: '" + "(".repeat(10_000) + "1" + ")".repeat(10_000) + "'";
        Files.writeString(criterion, Files.readString(criterion).replaceFirst("measure: '.*'", deep));
        Answer answer = ask("check-schemes", schemes.toString());
        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err()).contains("asset-utilization.yaml:6").doesNotContain("Exception");
    }

    @Test
    void a_report_verifies_as_written() {
        Path out = folder.resolve("report");
        assertThat(ask("report", GUANGZHOU, "--out", out.toString()).exit()).isZero();
        Answer answer = ask("verify", out.resolve("report.docx").toString());
        assertThat(answer.out()).contains("全部一致");
        assertThat(answer.exit()).isZero();
    }

    private Path copyOfSchemes() throws IOException {
        Path copy = folder.resolve("schemes");
        try (Stream<Path> files = Files.walk(HOME.resolve("schemes"))) {
            for (Path file : files.toList()) {
                Path target =
                        copy.resolve(HOME.resolve("schemes").relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        return copy;
    }

    private static final String PUBLISHED = "../samples/audit/guangzhou-2023/report.txt";

    @Test
    void an_audit_marks_the_figure_and_says_what_it_should_be() {
        // 163.19 ÷ 17534.51 = 0.9307 %
        Answer answer = ask("audit", PUBLISHED);
        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.out()).contains("第 269 行", "【11.51%】", "应为 0.93%");
        assertThat(ask(Language.EN, "audit", PUBLISHED).out()).contains("line 269", "0.93%");
    }

    @Test
    void one_file_is_an_object_and_several_are_an_array_without_those_that_cannot_be_read() throws IOException {
        String clean = Files.writeString(folder.resolve("clean.txt"), "某局2024年度部门整体支出绩效自评报告\n一切正常。\n")
                .toString();
        assertThat(ask("audit", clean).exit()).isZero();
        assertThat(ask("audit", PUBLISHED, "--format", "json").out()).startsWith("{");
        Answer several = ask("audit", PUBLISHED, folder.resolve("none.pdf").toString(), clean, "--format", "json");
        assertThat(several.exit()).isEqualTo(2);
        assertThat(several.out()).startsWith("[").contains("report.txt", "clean.txt");
        assertThat(several.err()).contains("none.pdf");
    }

    @Test
    void findings_go_to_the_file_that_is_named() throws IOException {
        Path page = folder.resolve("deep/page.html");
        assertThat(ask("audit", PUBLISHED, "--format", "html", "--out", page.toString())
                        .err())
                .contains("page.html");
        assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>");
        Answer refused = ask("audit", PUBLISHED, "--format", "sarif", "--out", page + "/x.sarif");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("x.sarif").doesNotContain("Exception");
    }

    @Test
    void a_folder_is_audited_and_summed_up() throws IOException {
        Files.copy(Path.of(PUBLISHED), folder.resolve("published.txt"));
        Answer answer = ask("audit", folder.toString());
        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.out()).contains("published.txt", "1 份文件");
        assertThat(folder.resolve("audit-summary.xlsx")).exists();
        assertThat(folder.resolve("audit-summary.json")).exists();
    }

    @Test
    void the_program_s_own_schemes_are_sound() {
        Answer answer = ask("check-schemes");
        assertThat(answer.err()).doesNotContain("错误  ");
        assertThat(answer.exit()).isZero();
    }

    @Test
    void wrong_arguments_are_named() {
        assertThat(ask("scroe").err()).contains("没有“scroe”这个命令");
        assertThat(ask("score").err()).contains("CASE");
        assertThat(ask("score", GUANGZHOU, "--fromat", "json").err()).contains("--fromat");
        assertThat(ask("score", GUANGZHOU, "--format", "xml").err()).contains("--format", "xml");
        assertThat(ask("score", folder.resolve("none").toString()).err()).contains("找不到");
        assertThat(ask("score", GUANGZHOU, "--scheme", "none").err()).contains("none", "guangzhou-department-2023");
    }

    @Test
    void help_needs_no_other_argument() {
        assertThat(ask("score", "--help").out()).contains("--what-if");
        assertThat(ask("help", "report").out()).contains("--template");
        assertThat(ask().out()).contains("check-schemes");
    }
}
