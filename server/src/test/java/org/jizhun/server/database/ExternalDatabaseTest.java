package org.jizhun.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.Map;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalDatabaseTest {

    @ParameterizedTest
    @CsvSource({
        "postgresql://u@db.example:5433/budget, jdbc:postgresql://db.example:5433/budget?ApplicationName=jizhun, u, fromEnvironment",
        "postgres://u:p@db.example/budget, jdbc:postgresql://db.example/budget?ApplicationName=jizhun, u, p",
        "jdbc:postgresql://[::1]:5432/b?user=u&password=p%26%2B&sslmode=require, jdbc:postgresql://[::1]:5432/b?ApplicationName=jizhun&sslmode=require, u, p&+",
        "postgresql://%E5%BC%A0:a%40b@h/b, jdbc:postgresql://h/b?ApplicationName=jizhun, 张, a@b",
    })
    void an_address_is_read_in_each_usual_form(String url, String jdbc, String user, String password) {
        ExternalDatabase database = ExternalDatabase.parse(url, Map.of("JIZHUN_DB_PASSWORD", "fromEnvironment"));
        assertThat(database.jdbcUrl()).isEqualTo(jdbc);
        assertThat(database.owner()).isEqualTo(new DatabaseAddress.Role(user, password));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "db",
                "mysql://u:secret@h/b",
                "postgresql://h/b",
                "postgresql://u:secret@h",
                "postgresql://u:secret@h/",
                "://",
                "postgresql://u:secret@h/b d"
            })
    void what_is_no_address_is_refused_without_repeating_a_password(String url) {
        assertThatThrownBy(() -> ExternalDatabase.parse(url, Map.of()))
                .asInstanceOf(type(Refusal.class))
                .satisfies(refusal -> {
                    assertThat(refusal.problems().get(0).code()).isEqualTo("database-url-wrong");
                    assertThat(refusal.problems().get(0).text(Language.ZH)).doesNotContain("secret");
                });
    }

    @Test
    void versions_before_15_are_refused() {
        ExternalDatabase.checkVersion(150_000, Place.NONE);
        ExternalDatabase.checkVersion(180_006, Place.NONE);
        assertThatThrownBy(() -> ExternalDatabase.checkVersion(140_011, Place.of("h/b")))
                .asInstanceOf(type(Refusal.class))
                .satisfies(refusal -> assertThat(refusal.problems().get(0).text(Language.EN))
                        .isEqualTo("the database is PostgreSQL 14.11; 15 or newer is needed"));
    }
}
