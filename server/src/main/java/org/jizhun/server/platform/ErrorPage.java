package org.jizhun.server.platform;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What went wrong before a controller was reached (a malformed address, a failing filter), in the same form as the rest. */
@Hidden
@RestController
class ErrorPage implements ErrorController {

    @RequestMapping("/error")
    ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure
                && DatabaseAway.is(failure)) {
            return DatabaseAway.answer();
        }
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus known = HttpStatus.resolve(code instanceof Integer number ? number : 404);
        HttpStatus status = Objects.requireNonNullElse(known, HttpStatus.INTERNAL_SERVER_ERROR);
        String word = status == HttpStatus.NOT_FOUND
                ? "request-not-found"
                : status.is4xxClientError() ? "request-unreadable" : "server-failed";
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemJson.of(status, List.of(Problem.of(word, Place.NONE))));
    }
}
