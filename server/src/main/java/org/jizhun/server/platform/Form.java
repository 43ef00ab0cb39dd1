package org.jizhun.server.platform;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Checks the fields of a request and keeps what was wrong, so that all mistakes are told at once. Ask for every field, then
 * {@link #refuseIfWrong()}; until then a value that was wrong is a harmless stand-in.
 */
public final class Form {

    // Line breaks and tabs do not belong in names; the other controls, lone surrogates and bidirectional overrides in
    // no text.
    private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cc}\\p{Cs}\\u202a-\\u202e\\u2066-\\u2069]");

    private final List<Problem> problems = new ArrayList<>();

    /** A text that must be there, without blanks around it. */
    public String text(String field, @Nullable String value, int longest) {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty()) {
            wrong(field, "field-missing");
        }
        return checked(field, text, longest);
    }

    public @Nullable String optionalText(String field, @Nullable String value, int longest) {
        String text = value == null ? "" : value.strip();
        return text.isEmpty() ? null : checked(field, text, longest);
    }

    private String checked(String field, String text, int longest) {
        int length = text.codePointCount(0, text.length());
        if (length > longest) {
            wrong(field, "field-too-long", "found", length, "expected", longest);
        } else if (FORBIDDEN.matcher(text).find()) {
            wrong(field, "field-bad-character");
        }
        return text;
    }

    /** @param example a value that fits, for the message */
    public String matching(String field, @Nullable String value, Pattern pattern, String example) {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty()) {
            wrong(field, "field-missing");
        } else if (!pattern.matcher(text).matches()) {
            wrong(field, "field-bad-form", "found", shortened(text), "expected", example);
        }
        return text;
    }

    public String oneOf(String field, @Nullable String value, Collection<String> known) {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty()) {
            wrong(field, "field-missing");
        } else if (!known.contains(text)) {
            wrong(field, "field-unknown-word", "found", shortened(text), "expected", String.join(" ", known));
        }
        return text;
    }

    /** {@code zh} or {@code en}. */
    public Language language(String field, @Nullable String value) {
        return oneOf(field, value, List.of("zh", "en")).equals("en") ? Language.EN : Language.ZH;
    }

    public LocalDate date(String field, @Nullable String value) {
        @Nullable LocalDate date = optionalDate(field, value);
        if (date == null && (value == null || value.isBlank())) {
            wrong(field, "field-missing");
        }
        return date == null ? LocalDate.EPOCH : date;
    }

    public @Nullable LocalDate optionalDate(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(value.strip());
            if (date.getYear() >= 1900 && date.getYear() < 2200) {
                return date;
            }
        } catch (DateTimeParseException none) {
            // Told below, like a year that cannot be meant.
        }
        wrong(field, "field-bad-form", "found", shortened(value), "expected", "2026-03-31");
        return null;
    }

    public @Nullable Integer optionalCount(String field, @Nullable Integer value, int most) {
        if (value != null && (value < 0 || value > most)) {
            wrong(field, "field-out-of-range", "found", value, "expected", "0–" + most);
        }
        return value;
    }

    /** A number of a record or of its version. */
    public long number(String field, @Nullable Long value) {
        if (value == null) {
            wrong(field, "field-missing");
            return 0;
        }
        return value;
    }

    public void wrong(String field, String code, Object... namesAndValues) {
        problems.add(Problem.of(code, Place.of(field), namesAndValues));
    }

    /** @throws Rejection with everything that was wrong */
    public void refuseIfWrong() {
        if (!problems.isEmpty()) {
            throw new Rejection(HttpStatus.BAD_REQUEST, problems);
        }
    }

    private static String shortened(String text) {
        String clean = FORBIDDEN.matcher(text).replaceAll("?");
        int[] points = clean.codePoints().limit(40).toArray();
        return new String(points, 0, points.length);
    }
}
