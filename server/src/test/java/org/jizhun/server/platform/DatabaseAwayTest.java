package org.jizhun.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.TransactionSystemException;

class DatabaseAwayTest {

    /** Of Appendix A of PostgreSQL's manual: classes 08 and 53300, and what of 57 means that somebody ended it. */
    @ParameterizedTest
    @ValueSource(strings = {"08003", "08006", "53300", "57014", "57P01", "57P02", "57P03"})
    void what_the_database_says_when_it_goes_is_known_however_deep_it_lies(String state) {
        SQLException gone = new SQLException("terminating connection", state);
        assertThat(DatabaseAway.is(new IllegalStateException(new DataAccessResourceFailureException("", gone))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22012", "23505", "25P02", "42501", "40001"})
    void what_is_wrong_with_a_statement_is_not_the_database_being_away(String state) {
        assertThat(DatabaseAway.is(new SQLException("division by zero", state))).isFalse();
    }

    @Test
    void a_connection_that_the_pool_gave_up_has_no_state_and_is_away_too() {
        SQLException closed = new SQLException("Connection is closed");
        assertThat(DatabaseAway.is(new TransactionSystemException("rollback", closed)))
                .isTrue();
        assertThat(DatabaseAway.is(new SQLException("there is one role to connect as")))
                .isFalse();
    }

    @Test
    void before_a_controller_is_reached_the_answer_is_the_same() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 500);
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, new SQLException("away", "57P03"));
        ResponseEntity<Map<String, Object>> answer = new ErrorPage().error(request);
        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("2");
        assertThat(answer.getBody()).containsEntry("code", "server-database-away");
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException());
        assertThat(new ErrorPage().error(request).getStatusCode().value()).isEqualTo(500);
    }

    @Test
    void a_job_says_that_the_database_is_away_and_not_that_the_server_failed() {
        Jobs jobs = new Jobs();
        Actor somebody = new Actor(7L, "p7", "", 1L, 1L, java.util.Set.of(), Reach.DEPARTMENT, false, false, "local");
        CurrentActor.as(somebody, () -> {
            Jobs.View begun = jobs.start(progress -> {
                throw new DataAccessResourceFailureException("", new SQLException("away", "08006"));
            });
            while (jobs.view(begun.id()).state() == Jobs.State.RUNNING) {
                LockSupport.parkNanos(1_000_000);
            }
            Jobs.View ended = jobs.view(begun.id());
            assertThat(ended.state()).isEqualTo(Jobs.State.FAILED);
            assertThat(ended.problems())
                    .extracting(problem -> problem.get("code"))
                    .containsExactly("server-database-away");
            return true;
        });
        jobs.end();
    }
}
