package org.jizhun.server.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How often one account may send files: the one place for every form with a file, whatever it is for. Comes before the file is
 * read; one that is refused for another reason counts too.
 */
final class UploadFilter extends OncePerRequestFilter {

    private static final int UPLOADS_A_MINUTE = 60;

    private final AttemptLimit uploads;

    UploadFilter(Clock clock) {
        this.uploads = new AttemptLimit(UPLOADS_A_MINUTE, Duration.ofMinutes(1), clock);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = Objects.requireNonNullElse(request.getContentType(), "").toLowerCase(Locale.ROOT);
        Optional<Actor> actor = CurrentActor.find();
        // Whoever is not signed in is refused further on.
        if (type.startsWith("multipart/") && actor.isPresent()) {
            long wait = uploads.take(String.valueOf(actor.get().account()));
            if (wait > 0) {
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait));
                ProblemJson.write(response, HttpStatus.TOO_MANY_REQUESTS, "upload-too-often", "seconds", wait);
                return;
            }
        }
        chain.doFilter(request, response);
    }
}
