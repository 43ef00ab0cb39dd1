package org.jizhun.kernel.scheme;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Result;

/** All schemes of a folder, each found by its id or by {@code id@edition}. Immutable. */
public final class Schemes {

    private static final String SCHEME_FILE = "scheme.yaml";
    private final List<Scheme> schemes;

    private Schemes(List<Scheme> schemes) {
        this.schemes = List.copyOf(schemes);
    }

    /** No scheme at all. */
    public static Schemes none() {
        return new Schemes(List.of());
    }

    /**
     * Reads schemes from the text of their files, by path with {@code /}. Every folder with a {@code scheme.yaml} is one
     * scheme; cases and everything outside such folders are left alone. A scheme with an error is not among the value;
     * all mistakes of all schemes are told.
     */
    public static Result<Schemes> load(Map<String, String> files) {
        List<Problem> problems = new ArrayList<>();
        List<Scheme> schemes = new ArrayList<>();
        Map<String, String> sorted = new TreeMap<>(files);
        for (String path : sorted.keySet()) {
            if (path.equals(SCHEME_FILE) || path.endsWith("/" + SCHEME_FILE)) {
                String folder = path.substring(0, path.length() - SCHEME_FILE.length());
                Result<Optional<Scheme>> read = new SchemeReader(folder, sorted).read();
                problems.addAll(read.problems());
                read.value().ifPresent(scheme -> add(scheme, path, schemes, problems));
            }
        }
        return new Result<>(new Schemes(schemes), problems);
    }

    private static void add(Scheme scheme, String path, List<Scheme> schemes, List<Problem> problems) {
        boolean twice = schemes.stream()
                .anyMatch(other ->
                        other.id().equals(scheme.id()) && other.edition().equals(scheme.edition()));
        if (twice) {
            problems.add(Problem.of("scheme-twice", Place.of(path), "id", scheme.id(), "edition", scheme.edition()));
        } else {
            schemes.add(scheme);
        }
    }

    /** The scheme of this id, the newest edition where there are several; or exactly {@code id@edition}. */
    public Optional<Scheme> find(String idOrIdAtEdition) {
        return schemes.stream()
                .filter(scheme -> scheme.id().equals(idOrIdAtEdition)
                        || (scheme.id() + "@" + scheme.edition()).equals(idOrIdAtEdition))
                .max(Comparator.comparing(Scheme::edition));
    }

    /** Every scheme, by folder name. */
    public List<Scheme> all() {
        return schemes;
    }
}
