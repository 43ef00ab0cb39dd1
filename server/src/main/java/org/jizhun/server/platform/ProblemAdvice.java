package org.jizhun.server.platform;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** Whatever goes wrong in a controller, as problem+json. The only place that turns exceptions into answers. */
@RestControllerAdvice
class ProblemAdvice {

    /** SQLSTATE insufficient_privilege: also what a row-level policy says. */
    private static final String NOT_PERMITTED = "42501";

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> rejected(Rejection rejection) {
        return answer(rejection.status(), rejection.problems());
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(Refusal refusal) {
        return answer(HttpStatus.UNPROCESSABLE_CONTENT, refusal.problems());
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> unreadable(HttpMessageNotReadableException unreadable) {
        String field = unreadable.getCause() instanceof DatabindException bind ? path(bind) : "";
        return answer(HttpStatus.BAD_REQUEST, List.of(Problem.of("request-unreadable", Place.of(field))));
    }

    private static String path(DatabindException bind) {
        List<String> names = bind.getPath().stream()
                .map(JacksonException.Reference::getPropertyName)
                .filter(name -> name != null && name.length() <= 60)
                .toList();
        return String.join(".", names);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> wrongType(MethodArgumentTypeMismatchException mismatch) {
        return answer(HttpStatus.BAD_REQUEST, List.of(Problem.of("request-unreadable", Place.of(mismatch.getName()))));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> duplicate(DuplicateKeyException twice) {
        return answer(HttpStatus.CONFLICT, List.of(Problem.of("request-already-there", Place.NONE)));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> notTogether(DataIntegrityViolationException broken) {
        LOG.warn("refused by the database: {}", broken.getMostSpecificCause().getMessage());
        return answer(HttpStatus.CONFLICT, List.of(Problem.of("request-does-not-fit", Place.NONE)));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> meanwhile(ConcurrencyFailureException collision) {
        return answer(HttpStatus.CONFLICT, List.of(Problem.of("request-changed-meanwhile", Place.NONE)));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> data(DataAccessException failure) {
        boolean byPolicy = failure.getMostSpecificCause() instanceof SQLException refused
                && NOT_PERMITTED.equals(refused.getSQLState());
        if (byPolicy) {
            return answer(HttpStatus.FORBIDDEN, List.of(Problem.of("request-not-permitted", Place.NONE)));
        }
        return other(failure);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> other(Exception failure) {
        if (failure instanceof ErrorResponse known) {
            HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
            return answer(status, List.of(Problem.of(code(status), Place.NONE, "status", status.value())));
        }
        if (failure instanceof MultipartException) {
            return answer(HttpStatus.BAD_REQUEST, List.of(Problem.of("request-unreadable", Place.NONE)));
        }
        if (DatabaseAway.is(failure)) {
            LOG.warn("the database is away: {}", failure.getMessage());
            return DatabaseAway.answer();
        }
        LOG.error("a request failed", failure);
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, List.of(Problem.of("server-failed", Place.NONE)));
    }

    private static String code(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "request-not-found";
            case METHOD_NOT_ALLOWED -> "request-wrong-method";
            case CONTENT_TOO_LARGE -> "request-too-large";
            case UNSUPPORTED_MEDIA_TYPE, NOT_ACCEPTABLE -> "request-wrong-type";
            default -> status.is5xxServerError() ? "server-failed" : "request-unreadable";
        };
    }

    private static ResponseEntity<Map<String, Object>> answer(HttpStatus status, List<Problem> problems) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemJson.of(status, problems));
    }
}
