package org.jizhun.kernel.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Result;
import org.junit.jupiter.api.Test;

class YamlNodeTest {

    @Test
    void every_node_knows_its_line_and_column() {
        YamlNode root = parse("id: x\ngroup:\n  weight: 10\n");

        YamlNode weight = root.get("group").orElseThrow().get("weight").orElseThrow();
        assertThat(weight.place()).isEqualTo(Place.text("f.yaml", 3, 11));
        assertThat(weight.shape()).isEqualTo(YamlNode.Shape.SCALAR);
    }

    @Test
    void a_number_stays_the_text_that_was_written() {
        assertThat(parse("rate: 1.50\n").text("rate", "")).isEqualTo("1.50");
    }

    @Test
    void a_missing_key_gives_the_other_text_or_an_empty_list() {
        YamlNode root = parse("a: 1\nlist: [x, y]\n");

        assertThat(root.text("b", "otherwise")).isEqualTo("otherwise");
        assertThat(root.items("b")).isEmpty();
        assertThat(root.items("list")).extracting(YamlNode::text).containsExactly("x", "y");
        assertThat(root.get("b")).isEmpty();
        assertThat(root.shape()).isEqualTo(YamlNode.Shape.MAPPING);
        assertThat(root.get("list").orElseThrow().shape()).isEqualTo(YamlNode.Shape.LIST);
    }

    @Test
    void keys_keep_their_order() {
        assertThat(parse("b: 1\na: 2\nc: 3\n").keys()).containsExactly("b", "a", "c");
    }

    @Test
    void an_unknown_key_is_told_with_its_place_and_the_known_ones() {
        List<Problem> problems = new ArrayList<>();

        parse("id: x\n\nwieght: 10\n").refuseUnknownKeys(Set.of("weight", "id"), problems);

        assertThat(problems)
                .containsExactly(
                        Problem.of("key-unknown", Place.text("f.yaml", 3, 1), "key", "wieght", "known", "id, weight"));
    }

    @Test
    void a_required_key_that_is_absent_or_blank_is_told() {
        List<Problem> problems = new ArrayList<>();
        YamlNode root = parse("id: x\nname: ''\nlist: [1]\n");

        assertThat(root.required("id", problems)).isEqualTo("x");
        assertThat(root.required("list", problems)).isEmpty();
        assertThat(problems).isEmpty();
        assertThat(root.required("name", problems)).isEmpty();
        assertThat(root.required("weight", problems)).isEmpty();
        assertThat(problems)
                .extracting(problem -> problem.arguments().get("key"))
                .containsExactly("name", "weight");
    }

    @Test
    void broken_yaml_is_told_with_line_and_column_and_gives_an_empty_mapping() {
        Result<YamlNode> read = YamlNode.parse("f.yaml", "id: x\n  bad: [1,\n");

        assertThat(read.value().keys()).isEmpty();
        assertThat(read.problems()).hasSize(1);
        assertThat(read.problems().get(0).code()).isEqualTo("yaml-unreadable");
        assertThat(read.problems().get(0).place().line()).isEqualTo(2);
    }

    @Test
    void an_empty_text_is_told() {
        Result<YamlNode> read = YamlNode.parse("f.yaml", "# nothing but a remark\n");

        assertThat(read.problems()).containsExactly(Problem.of("yaml-empty", Place.of("f.yaml")));
    }

    @Test
    void a_key_written_twice_is_told() {
        Result<YamlNode> read = YamlNode.parse("f.yaml", "a: 1\nb: 2\na: 3\n");

        assertThat(read.problems()).containsExactly(Problem.of("key-twice", Place.text("f.yaml", 3, 1), "key", "a"));
        assertThat(read.value().text("a", "")).isEqualTo("3");
    }

    @Test
    void a_key_that_is_no_word_is_told() {
        Result<YamlNode> read = YamlNode.parse("f.yaml", "? [a, b]\n: 1\n");

        assertThat(read.problems()).extracting(Problem::code).containsExactly("yaml-unreadable");
    }

    @Test
    void aliases_that_would_multiply_are_refused() {
        Result<YamlNode> read = YamlNode.parse("f.yaml", "a: &x [1]\nb: [*x, *x]\n");

        assertThat(read.problems()).extracting(Problem::code).contains("yaml-unreadable");
    }

    private static YamlNode parse(String text) {
        Result<YamlNode> read = YamlNode.parse("f.yaml", text);
        assertThat(read.problems()).isEmpty();
        return read.value();
    }
}
