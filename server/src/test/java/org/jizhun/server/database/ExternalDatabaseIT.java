package org.jizhun.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jizhun.kernel.problem.Refusal;
import org.jizhun.server.database.DatabaseAddress.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An embedded server plays the one that somebody else runs. */
@Timeout(180)
class ExternalDatabaseIT {

    private static TemporaryFolder folder;
    private static EmbeddedPostgres server;
    private static String host;

    @BeforeAll
    static void start() throws Exception {
        folder = new TemporaryFolder();
        server = EmbeddedPostgres.start(folder.path().resolve("server"), 0, step -> {});
        host = server.address().url().replaceAll("jdbc:postgresql://([^/]*)/.*", "$1");
        try (Connection administrator = administrator()) {
            Sql.run(administrator, "CREATE ROLE bureau LOGIN CREATEROLE PASSWORD 'b'");
            Sql.run(administrator, "CREATE ROLE weak LOGIN PASSWORD 'w'");
            Sql.run(administrator, "CREATE ROLE plain LOGIN PASSWORD 'p'");
            Sql.run(administrator, "CREATE ROLE strong LOGIN BYPASSRLS PASSWORD 's'");
            Sql.run(administrator, "CREATE ROLE member LOGIN PASSWORD 'm' IN ROLE bureau");
            Sql.run(administrator, "CREATE DATABASE budget OWNER bureau");
            Sql.run(administrator, "CREATE DATABASE small OWNER weak");
            Sql.run(administrator, "CREATE DATABASE other OWNER weak");
            Sql.run(
                    administrator,
                    "CREATE DATABASE latin OWNER bureau ENCODING 'LATIN1' LOCALE 'C' LOCALE_PROVIDER libc TEMPLATE template0");
        }
    }

    @AfterAll
    static void stop() {
        server.close();
        folder.close();
    }

    private static Connection administrator() throws SQLException {
        Passwords passwords = Passwords.read(DataFolder.open(folder.path().resolve("server")));
        return new DatabaseAddress(
                        "jdbc:postgresql://" + host + "/postgres", passwords.owner(), passwords.application())
                .connect(passwords.superuser());
    }

    private static Path data(String name) {
        return folder.path().resolve(name);
    }

    private static DatabaseAddress open(String url, Map<String, String> environment, String data) {
        return ExternalDatabase.open(url.replace("HOST", host), environment, data(data));
    }

    private static void assertRefused(ThrowingCallable work, String code) {
        assertThatThrownBy(work)
                .asInstanceOf(type(Refusal.class))
                .extracting(refusal -> refusal.problems().get(0).code())
                .isEqualTo(code);
    }

    @Test
    void an_owner_who_may_make_roles_needs_nothing_else() throws Exception {
        DatabaseAddress first = open("postgresql://bureau@HOST/budget", Map.of("JIZHUN_DB_PASSWORD", "b"), "one");
        assertThat(first.application().name()).isEqualTo("budget_application");
        DatabaseAddress again = open("postgresql://bureau:b@HOST/budget", Map.of(), "one");
        assertThat(again).isEqualTo(first);
        new Migrations("classpath:org/jizhun/server/database/structure").migrate(again);
        try (Connection owner = again.connectAsOwner();
                Connection application = again.connectAsApplication()) {
            assertThat(Sql.text(application, "SELECT count(*) FROM department")).isEqualTo("0");
            assertThat(Sql.text(owner, "SELECT count(*) FROM grade")).isEqualTo("4");
            assertThatThrownBy(() -> Sql.run(application, "DROP TABLE grade")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void a_backup_moves_from_the_embedded_database_to_an_external_one() throws Exception {
        Migrations migrations = new Migrations("classpath:org/jizhun/server/database/structure");
        Path file = data("moved.backup");
        migrations.migrate(server.address());
        try (Connection owner = server.address().connectAsOwner()) {
            Sql.run(owner, "INSERT INTO department (name) VALUES ('市图书馆')");
        }
        Backup.write(server.address(), file, step -> {});
        try (Connection administrator = administrator()) {
            Sql.run(administrator, "CREATE DATABASE moved OWNER bureau");
        }
        DatabaseAddress external = open("postgresql://bureau:b@HOST/moved", Map.of(), "moved");
        new Restore(external, migrations, step -> {}).from(file, false);
        try (Connection application = external.connectAsApplication()) {
            assertThat(Sql.text(application, "SELECT name FROM department")).isEqualTo("市图书馆");
        }
    }

    @Test
    void an_owner_who_may_not_make_roles_needs_one_that_is_given() {
        assertRefused(
                () -> open("postgresql://weak:w@HOST/small", Map.of(), "two"), "database-application-role-missing");
        Map<String, String> plain =
                Map.of("JIZHUN_DB_APPLICATION_USER", "plain", "JIZHUN_DB_APPLICATION_PASSWORD", "p");
        assertThat(open("postgresql://weak:w@HOST/small", plain, "two").application())
                .isEqualTo(new Role("plain", "p"));
    }

    @Test
    void an_application_that_could_see_everything_is_refused() {
        String url = "postgresql://bureau:b@HOST/budget";
        assertRefused(
                () -> open(
                        url,
                        Map.of("JIZHUN_DB_APPLICATION_USER", "strong", "JIZHUN_DB_APPLICATION_PASSWORD", "s"),
                        "three"),
                "database-application-role-too-strong");
        assertRefused(
                () -> open(
                        url,
                        Map.of("JIZHUN_DB_APPLICATION_USER", "member", "JIZHUN_DB_APPLICATION_PASSWORD", "m"),
                        "three"),
                "database-application-role-too-strong");
        assertRefused(
                () -> open(
                        url,
                        Map.of("JIZHUN_DB_APPLICATION_USER", "bureau", "JIZHUN_DB_APPLICATION_PASSWORD", "b"),
                        "three"),
                "database-application-role-too-strong");
    }

    @Test
    void a_database_that_cannot_be_used_is_refused_with_the_reason() throws Exception {
        assertRefused(() -> open("postgresql://bureau:wrong@HOST/budget", Map.of(), "four"), "database-login-refused");
        assertRefused(() -> open("postgresql://bureau:b@HOST/none", Map.of(), "four"), "database-missing");
        assertRefused(() -> open("postgresql://bureau:b@HOST/latin", Map.of(), "four"), "database-encoding-wrong");
        assertRefused(() -> open("postgresql://plain:p@HOST/other", Map.of(), "four"), "database-owner-too-weak");
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        assertRefused(
                () -> open("postgresql://bureau:b@127.0.0.1:" + free + "/budget", Map.of(), "four"),
                "database-unreachable");
    }
}
