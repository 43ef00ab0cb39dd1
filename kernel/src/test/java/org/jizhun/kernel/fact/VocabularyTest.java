package org.jizhun.kernel.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Result;
import org.junit.jupiter.api.Test;

class VocabularyTest {

    private static final Vocabulary STANDARD = Vocabulary.standard();

    @Test
    void a_single_value_and_a_register_are_names_in_both_languages() {
        assertThat(STANDARD.kind("staffInPost")).contains(Kind.COUNT);
        assertThat(STANDARD.kind("实有在编人数")).contains(Kind.COUNT);
        assertThat(STANDARD.kind("合同")).isEqualTo(STANDARD.kind("contracts")).isPresent();
        assertThat(STANDARD.kind("合同金额")).isEmpty();
        assertThat(STANDARD.names()).contains("year", "评价年度", "assets", "固定资产");
    }

    @Test
    void a_column_is_found_by_any_heading_in_use() {
        Register budget = STANDARD.register("收支情况").orElseThrow();

        assertThat(budget.column("actualSpending")).isPresent();
        assertThat(budget.column("决算数")).isEqualTo(budget.column("actualSpending"));
        assertThat(budget.column("实际支出")).isEqualTo(budget.column("actualSpending"));
        assertThat(budget.column("结余数")).isEmpty();
        assertThat(STANDARD.register("no such")).isEmpty();
    }

    @Test
    void names_and_labels_are_unique_where_they_can_meet() {
        for (Register register : STANDARD.registers()) {
            List<String> headings = register.columns().stream()
                    .flatMap(column -> java.util.stream.Stream.concat(
                            java.util.stream.Stream.of(column.name(), column.label()), column.aliases().stream()))
                    .toList();
            assertThat(headings).as(register.name()).doesNotHaveDuplicates();
            if (!register.rowName().isEmpty()) {
                assertThat(register.column(register.rowName()))
                        .as(register.name())
                        .isPresent();
            }
        }
        assertThat(STANDARD.registers()).extracting(Register::name).doesNotHaveDuplicates();
        assertThat(STANDARD.registers()).extracting(Register::label).doesNotHaveDuplicates();
    }

    @Test
    void every_amount_says_the_unit_a_person_types() {
        assertThat(STANDARD.registers())
                .flatExtracting(Register::columns)
                .filteredOn(column -> column.kind() == Kind.AMOUNT)
                .allSatisfy(
                        column -> assertThat(column.unit()).as(column.name()).isIn("yuan", "wan", "yi"));
    }

    @Test
    void a_scheme_adds_single_values_of_its_own() {
        Register.Column extra = new Register.Column(
                "floorArea", "办公用房面积", Kind.NUMBER, "", false, List.of(), "", "", List.of(), false, false, "");

        Vocabulary extended = STANDARD.withValues(List.of(extra));

        assertThat(extended.kind("办公用房面积")).contains(Kind.NUMBER);
        assertThat(STANDARD.kind("办公用房面积")).isEmpty();
        assertThat(extended.registers()).hasSameSizeAs(STANDARD.registers());
        assertThat(extended.register("values").orElseThrow().columns())
                .hasSize(STANDARD.register("values").orElseThrow().columns().size() + 1)
                .last()
                .isEqualTo(extra);
        assertThat(extended.register("contracts")).isEqualTo(STANDARD.register("contracts"));
        assertThat(STANDARD.withValues(List.of())).isSameAs(STANDARD);
    }

    @Test
    void mistakes_in_a_vocabulary_are_told_all_at_once() {
        Result<Vocabulary> read = Vocabulary.read("v.yaml", """
                registers:
                  - register: pets
                    label: 宠物
                    colour: red
                    columns:
                      - {name: weight, label: 体重, kind: kilogram}
                      - {label: 名字, kind: text}
                """);

        assertThat(read.problems())
                .extracting(Problem::code, problem -> problem.place().line())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("key-unknown", 4),
                        org.assertj.core.groups.Tuple.tuple("kind-unknown", 6),
                        org.assertj.core.groups.Tuple.tuple("key-missing", 7));
    }

    @Test
    void a_register_is_read_as_it_stands() {
        Result<Vocabulary> read = Vocabulary.read("v.yaml", """
                registers:
                  - register: pets
                    label: 宠物
                    row-name: name
                    columns:
                      - {name: name, label: 名字, kind: text, values: [阿黄, 小花], aliases: [昵称], required: true}
                      - {name: born, label: 出生日期, kind: date}
                """);

        assertThat(read.problems()).isEmpty();
        Register pets = read.value().register("宠物").orElseThrow();
        assertThat(pets.rowName()).isEqualTo("name");
        Register.Column name = pets.column("昵称").orElseThrow();
        assertThat(name.allowed()).containsExactly("阿黄", "小花");
        assertThat(name.kind()).isEqualTo(Kind.TEXT);
        assertThat(name.required()).isTrue();
        assertThat(pets.column("born").orElseThrow().kind()).isEqualTo(Kind.DATE);
        assertThat(pets.column("born").orElseThrow().required()).isFalse();
    }

    @Test
    void a_key_that_means_nothing_is_told_at_every_level() {
        Result<Vocabulary> read = Vocabulary.read("v.yaml", """
                colour: red
                registers:
                  - register: pets
                    label: 宠物
                    columns:
                      - {name: name, label: 名字, kind: tex, colour: red}
                """);

        assertThat(read.problems())
                .extracting(Problem::code, problem -> problem.place().line())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("key-unknown", 1),
                        org.assertj.core.groups.Tuple.tuple("key-unknown", 6),
                        org.assertj.core.groups.Tuple.tuple("kind-unknown", 6));
        // with the mistake told, the column counts as text
        assertThat(read.value().register("pets").orElseThrow().columns().get(0).kind())
                .isEqualTo(Kind.TEXT);
    }

    @Test
    void a_field_is_found_by_name_or_label() {
        Kind.RecordOf contract = STANDARD.register("contracts").orElseThrow().recordKind();

        assertThat(contract.indexOf("filed"))
                .isEqualTo(contract.indexOf("备案日期"))
                .isPositive();
        assertThat(contract.indexOf("nothing")).isEqualTo(-1);
        assertThat(contract).hasToString("contracts");
        assertThat(new Kind.ListOf(contract)).hasToString("list of contracts");
        assertThat(Kind.AMOUNT).hasToString("amount");
    }

    @Test
    void only_figures_are_numeric() {
        assertThat(java.util.Arrays.stream(Kind.Simple.values()).filter(Kind.Simple::isNumeric))
                .containsExactly(Kind.NUMBER, Kind.AMOUNT, Kind.PERCENT, Kind.POINTS, Kind.COUNT);
    }
}
