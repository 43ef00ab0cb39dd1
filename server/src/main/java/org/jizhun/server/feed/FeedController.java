package org.jizhun.server.feed;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jizhun.server.platform.Actor;
import org.jizhun.server.platform.AttemptLimit;
import org.jizhun.server.platform.CurrentActor;
import org.jizhun.server.platform.Rejection;
import org.jizhun.server.register.ChangeRows;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Values of indicators from elsewhere: sources, their tokens and values, conversions, and the sum. */
@RestController
class FeedController {

    private static final String YEAR = "/api/departments/{department}/years/{year}";
    private static final String BEARER = "Bearer ";
    private static final int FEEDS_A_MINUTE = 120;

    private final Sources sources;
    private final Conversions conversions;
    private final Values values;
    private final GiveValues giveValues;
    private final TakeValues takeValues;
    private final TakenFiles takenFiles;
    private final IndicatorSum sum;
    private final AttemptLimit feeds;

    FeedController(
            Sources sources,
            Conversions conversions,
            Values values,
            GiveValues giveValues,
            TakeValues takeValues,
            TakenFiles takenFiles,
            IndicatorSum sum,
            Clock clock) {
        this.sources = sources;
        this.conversions = conversions;
        this.values = values;
        this.giveValues = giveValues;
        this.takeValues = takeValues;
        this.takenFiles = takenFiles;
        this.sum = sum;
        this.feeds = new AttemptLimit(FEEDS_A_MINUTE, Duration.ofMinutes(1), clock);
    }

    record Token(String token) {}

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    record ValuesForm(@Nullable List<GiveValues.Given> values) {}

    record Taken(int values) {}

    record WithdrawalForm(@Nullable String reason) {}

    record TakingForm(@Nullable Integer version) {}

    @GetMapping(YEAR + "/sources")
    List<Sources.Source> sources(@PathVariable long department, @PathVariable int year) {
        return sources.of(department, year);
    }

    @PostMapping(YEAR + "/sources")
    @ResponseStatus(HttpStatus.CREATED)
    Sources.Source add(@PathVariable long department, @PathVariable int year, @RequestBody Sources.SourceForm body) {
        return sources.add(department, year, body);
    }

    @PostMapping(YEAR + "/sources/{id}/token")
    Token token(@PathVariable long department, @PathVariable int year, @PathVariable long id) {
        return new Token(sources.token(department, year, id));
    }

    @PutMapping(YEAR + "/sources/{id}")
    Sources.Source describe(
            @PathVariable long department,
            @PathVariable int year,
            @PathVariable long id,
            @RequestBody Sources.SourceForm body) {
        return sources.change(department, year, id, body);
    }

    @PostMapping(YEAR + "/sources/{id}/token/end")
    Sources.Source endToken(@PathVariable long department, @PathVariable int year, @PathVariable long id) {
        return sources.endToken(department, year, id);
    }

    @GetMapping(YEAR + "/sources/{id}/values")
    List<Values.Value> values(@PathVariable long department, @PathVariable int year, @PathVariable long id) {
        return values.of(department, year, id);
    }

    /** In the columns of the file that is dropped; without values, the form to fill in. */
    @GetMapping(YEAR + "/sources/{id}/values.xlsx")
    ResponseEntity<byte[]> valuesWorkbook(
            @PathVariable long department, @PathVariable int year, @PathVariable long id) {
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("指标数值-" + year + "-" + id + ".xlsx", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(DroppedFile.write(values.of(department, year, id)));
    }

    @PostMapping(YEAR + "/sources/{id}/values")
    List<Values.Value> type(
            @PathVariable long department,
            @PathVariable int year,
            @PathVariable long id,
            @RequestBody ValuesForm body) {
        giveValues.give(department, year, id, body.values(), "typed");
        return values.of(department, year, id);
    }

    /** A .csv or .xlsx with the columns 期间 (period), 数值 (value) and, where it differs, 口径 (definition). */
    @PostMapping(path = YEAR + "/sources/{id}/file", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    List<TakeValues.Row> drop(
            @PathVariable long department,
            @PathVariable int year,
            @PathVariable long id,
            @RequestParam boolean preview,
            @RequestParam("file") MultipartFile file)
            throws IOException {
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        if (file.isEmpty()) {
            throw Rejection.at("file", "field-missing");
        }
        return takeValues.take(department, year, id, name, file.getBytes(), preview);
    }

    @GetMapping(YEAR + "/sources/{id}/files")
    List<TakenFiles.TakenFile> files(@PathVariable long department, @PathVariable int year, @PathVariable long id) {
        return takenFiles.of(department, year, id);
    }

    @PostMapping(YEAR + "/sources/{id}/files/{file}/undo")
    TakenFiles.Undone undo(
            @PathVariable long department, @PathVariable int year, @PathVariable long id, @PathVariable long file) {
        return takenFiles.undo(department, year, id, file);
    }

    @GetMapping(YEAR + "/conversions")
    List<Conversions.Conversion> conversions(@PathVariable long department, @PathVariable int year) {
        return conversions.of(department, year);
    }

    @PostMapping(YEAR + "/conversions")
    @ResponseStatus(HttpStatus.CREATED)
    List<Conversions.Conversion> state(
            @PathVariable long department, @PathVariable int year, @RequestBody Conversions.ConversionForm body) {
        return conversions.state(department, year, body);
    }

    @PostMapping(YEAR + "/conversions/{id}/withdrawal")
    List<Conversions.Conversion> withdraw(
            @PathVariable long department,
            @PathVariable int year,
            @PathVariable long id,
            @RequestBody WithdrawalForm body) {
        return conversions.withdraw(department, year, id, body.reason());
    }

    @GetMapping(YEAR + "/sums/{code}")
    IndicatorSum.View sum(@PathVariable long department, @PathVariable int year, @PathVariable String code) {
        return sum.of(department, year, code);
    }

    @PostMapping(YEAR + "/sums/{code}/taking")
    ChangeRows.Outcome take(
            @PathVariable long department,
            @PathVariable int year,
            @PathVariable String code,
            @RequestBody TakingForm body) {
        return sum.take(department, year, code, body.version());
    }

    /** From a program: no session, no cookie, only the token of its source. */
    @PostMapping("/api/feed")
    Taken feed(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestBody ValuesForm body,
            HttpServletRequest request) {
        String address = request.getRemoteAddr();
        long wait = feeds.take(address);
        if (wait > 0) {
            throw Rejection.of(HttpStatus.TOO_MANY_REQUESTS, "upload-too-often", "seconds", wait);
        }
        String token = authorization != null && authorization.startsWith(BEARER)
                ? authorization.substring(BEARER.length()).strip()
                : "";
        Sources.Bearer bearer =
                sources.bearer(token).orElseThrow(() -> Rejection.of(HttpStatus.UNAUTHORIZED, "feed-token-unknown"));
        Actor program = Actor.feed(bearer.source(), bearer.name(), bearer.department(), address);
        List<GiveValues.Given> given = body.values();
        return CurrentActor.as(program, () -> {
            giveValues.give(bearer.department(), bearer.year(), bearer.source(), given, "api");
            return new Taken(given == null ? 0 : given.size());
        });
    }
}
