package org.jizhun.server.platform;

import java.util.List;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.springframework.http.HttpStatus;

/**
 * A request that is not carried out, with why in the catalogue's words. The place of a problem is the field of the request
 * it is about; the place without a name is the request as a whole.
 */
public final class Rejection extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final transient List<Problem> problems;

    public Rejection(HttpStatus status, List<Problem> problems) {
        super(problems.get(0).code());
        this.status = status;
        this.problems = List.copyOf(problems);
    }

    public static Rejection of(HttpStatus status, String code, Object... namesAndValues) {
        return new Rejection(status, List.of(Problem.of(code, Place.NONE, namesAndValues)));
    }

    /** About one field of the request. */
    public static Rejection at(String field, String code, Object... namesAndValues) {
        return new Rejection(HttpStatus.BAD_REQUEST, List.of(Problem.of(code, Place.of(field), namesAndValues)));
    }

    public static Rejection notFound() {
        return of(HttpStatus.NOT_FOUND, "request-not-found");
    }

    /** Somebody else changed the record since it was read. */
    public static Rejection changedMeanwhile() {
        return of(HttpStatus.CONFLICT, "request-changed-meanwhile");
    }

    public HttpStatus status() {
        return status;
    }

    public List<Problem> problems() {
        return problems;
    }
}
