package org.jizhun.kernel.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jizhun.kernel.problem.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarReaderTest {

    private static final String SOUND = """
            year: 2023
            source: a notice
            working-days: 259
            off:
              - {name: 国庆节, from: 2023-10-02, to: 2023-10-03}
            make-up:
              - 2023-10-07
            """;
    private static final Result<WorkingDays> READ = readAll();
    private static final WorkingDays CALENDAR = READ.value();

    @Test
    void the_calendars_of_2021_to_2026_are_sound_and_name_their_source() {
        assertThat(READ.problems()).isEmpty();
        assertThat(CALENDAR.years())
                .containsExactlyInAnyOrder(
                        Year.of(2021), Year.of(2022), Year.of(2023), Year.of(2024), Year.of(2025), Year.of(2026));
        assertThat(CALENDAR.sources())
                .hasSize(6)
                .allSatisfy((year, source) -> assertThat(source).contains(year + "年部分节假日安排的通知", "gov.cn"));
    }

    @ParameterizedTest
    @CsvSource({"2021,250", "2022,249", "2023,249", "2024,251", "2025,248", "2026,248"})
    void working_days_of_a_year(int year, int days) {
        long counted = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(day -> CALENDAR.isWorkingDay(day).orElseThrow())
                .count();
        assertThat(counted).isEqualTo(days);
    }

    /** Day of signing, the day two working days later, the day seven working days later; the start is not counted. */
    @ParameterizedTest
    @CsvSource({
        "2021-09-29, 2021-10-08, 2021-10-14",
        "2022-01-28, 2022-01-30, 2022-02-11",
        "2022-09-30, 2022-10-09, 2022-10-14",
        "2023-09-28, 2023-10-08, 2023-10-13",
        "2023-01-20, 2023-01-29, 2023-02-03",
        "2023-12-29, 2024-01-03, 2024-01-10",
        "2024-02-08, 2024-02-18, 2024-02-23",
        "2024-04-03, 2024-04-08, 2024-04-15",
        "2024-09-30, 2024-10-09, 2024-10-15",
        "2025-01-27, 2025-02-06, 2025-02-12",
        "2025-09-30, 2025-10-10, 2025-10-16",
        "2026-02-13, 2026-02-24, 2026-03-02",
        "2026-09-30, 2026-10-09, 2026-10-15",
    })
    void deadlines_count_working_days_over_holidays(LocalDate signed, LocalDate two, LocalDate seven) {
        assertThat(CALENDAR.add(signed, 2)).contains(two);
        assertThat(CALENDAR.add(signed, 7)).contains(seven);
        assertThat(CALENDAR.between(signed, two)).contains(2L);
        assertThat(CALENDAR.between(signed, seven)).contains(7L);
        assertThat(CALENDAR.between(seven, signed)).contains(-7L);
    }

    @Test
    void counting_back_skips_the_same_days() {
        // back from Monday 2023-10-09: Sunday 10-08 and Saturday 10-07 are worked, then Thursday 09-28
        assertThat(CALENDAR.add(LocalDate.of(2023, 10, 9), -3)).contains(LocalDate.of(2023, 9, 28));
    }

    @Test
    void new_years_eve_of_2024_was_a_working_day_and_make_up_saturday_of_2026_too() {
        assertThat(CALENDAR.isWorkingDay(LocalDate.of(2024, 2, 9))).contains(true);
        assertThat(CALENDAR.isWorkingDay(LocalDate.of(2026, 2, 14))).contains(true);
        assertThat(CALENDAR.isWorkingDay(LocalDate.of(2026, 2, 15))).contains(false);
        assertThat(CALENDAR.isWorkingDay(LocalDate.of(2023, 10, 9))).contains(true);
        assertThat(CALENDAR.isWorkingDay(LocalDate.of(2023, 10, 14))).contains(false);
    }

    @Test
    void a_date_outside_the_loaded_years_is_refused_and_not_guessed() {
        assertThat(CALENDAR.isWorkingDay(LocalDate.of(2027, 1, 4))).isEmpty();
        assertThat(CALENDAR.isWorkingDay(LocalDate.of(2020, 12, 30))).isEmpty();
        assertThat(CALENDAR.add(LocalDate.of(2026, 12, 31), 1)).isEmpty();
        assertThat(CALENDAR.add(LocalDate.of(2026, 12, 30), 1)).contains(LocalDate.of(2026, 12, 31));
        assertThat(CALENDAR.add(LocalDate.of(2021, 1, 4), -1)).isEmpty();
        assertThat(CALENDAR.add(LocalDate.of(2020, 12, 31), 1)).isEmpty();
        assertThat(CALENDAR.add(LocalDate.of(2020, 12, 31), 0)).isEmpty();
        assertThat(CALENDAR.between(LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 1)))
                .isEmpty();
        assertThat(CALENDAR.between(LocalDate.of(2020, 12, 31), LocalDate.of(2021, 1, 4)))
                .isEmpty();
        assertThat(CALENDAR.between(LocalDate.of(2026, 12, 31), LocalDate.of(2026, 12, 31)))
                .contains(0L);
    }

    @Test
    void a_gap_between_loaded_years_is_refused_too() {
        Map<String, String> texts = texts();
        texts.remove("cn-2024.yaml");
        WorkingDays gap = CalendarReader.read(texts).value();

        assertThat(gap.between(LocalDate.of(2023, 12, 29), LocalDate.of(2025, 1, 2)))
                .isEmpty();
        assertThat(gap.add(LocalDate.of(2023, 12, 29), 1)).isEmpty();
    }

    @Test
    void a_sound_calendar_has_no_problem() {
        // 2023 has 260 Mondays to Fridays; two off, one made up
        assertThat(mistakes(SOUND)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "working-days: 259 | working-days: 260 | calendar-total-differs@3:15",
                "year: 2023 | year: 23 | calendar-year-wrong@1:7",
                "2023-10-07 | 2023-10-32 | calendar-date-wrong@7:5",
                "2023-10-07 | 2023-10-09 | calendar-make-up-not-weekend@7:5",
                "2023-10-07 | 2024-10-12 | calendar-date-outside-year@7:5",
                "to: 2023-10-03 | to: 2024-01-01 | calendar-date-outside-year@5:39",
                "to: 2023-10-03 | to: 2023-10-01 | calendar-range-backwards@5:39",
                "to: 2023-10-03 | to: 2023-10-07 | calendar-off-and-make-up@7:5",
                "source: a notice | sauce: a notice | key-unknown@2:1",
                "name: 国庆节, | '' | key-missing@5:5",
                "name: 国庆节, | name: 国庆节, days: 2, | key-unknown@5:17",
            })
    void a_mistake_is_told_with_its_place(String sound, String mistaken, String told) {
        assertThat(mistakes(SOUND.replace(sound, mistaken))).contains(told);
    }

    @Test
    void all_mistakes_are_told_at_once_and_the_year_is_left_out() {
        String text = SOUND.replace("2023-10-07", "2023-10-32\n  - 2023-10-10\n  - 2023-10-08\n  - 2023-10-08");
        Result<WorkingDays> read = CalendarReader.read(Map.of("x.yaml", text));

        assertThat(mistakes(text))
                .contains("calendar-date-wrong@7:5", "calendar-make-up-not-weekend@8:5", "calendar-day-twice@10:5");
        assertThat(read.value().years()).isEmpty();
        assertThat(read.value().isWorkingDay(LocalDate.of(2023, 5, 10))).isEmpty();
    }

    @Test
    void a_day_left_blank_is_missing_and_not_wrong_as_well() {
        assertThat(mistakes(SOUND.replace("from: 2023-10-02", "from: \"\""))).contains("key-missing@5:5");
        assertThat(mistakes(SOUND.replace("from: 2023-10-02", "from: \"\"")))
                .noneMatch(mistake -> mistake.startsWith("calendar-date-wrong"));
    }

    @Test
    void a_year_may_be_given_once() {
        Result<WorkingDays> read = CalendarReader.read(Map.of("a.yaml", SOUND, "b.yaml", SOUND));

        assertThat(read.problems()).hasSize(1);
        assertThat(read.problems().get(0).code()).isEqualTo("calendar-year-twice");
        assertThat(read.problems().get(0).place().file()).isEqualTo("b.yaml");
        assertThat(read.problems().get(0).arguments()).containsEntry("other", "a.yaml");
        assertThat(read.value().years()).containsExactly(Year.of(2023));
    }

    private static List<String> mistakes(String text) {
        return CalendarReader.read(Map.of("x.yaml", text)).problems().stream()
                .map(problem -> problem.code() + "@" + problem.place().line() + ":"
                        + problem.place().column())
                .toList();
    }

    private static Result<WorkingDays> readAll() {
        return CalendarReader.read(texts());
    }

    private static Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(Path.of("..", "schemes", "calendars"))) {
            for (Path file : files.toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
        return texts;
    }
}
