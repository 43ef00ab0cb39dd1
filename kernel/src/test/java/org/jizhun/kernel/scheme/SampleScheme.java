package org.jizhun.kernel.scheme;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Result;

/** A small scheme in text, to be changed line by line in tests. */
public final class SampleScheme {

    private static final String BASIS = "basis: {source: 某办法, provenance: 为测试而写, verified: true}\n";
    private final Map<String, String> files = new LinkedHashMap<>();

    private SampleScheme() {}

    /** One leaf {@code only} of the given weight, with the given rule mapping in flow style or indented by two. */
    public static SampleScheme of(String weight, String rule) {
        return empty(weight).leaf("only", weight, rule).outline("[only]");
    }

    public static SampleScheme empty(String total) {
        SampleScheme sample = new SampleScheme();
        sample.files.put(
                "city/sample/scheme.yaml",
                "id: sample\nedition: \"2025\"\ntitle: {zh: 样例, en: Sample}\nauthority: {zh: 某市财政局, en: City}\n"
                        + "total: " + total + "\nrounding: {scale: 2, mode: half-up, at: leaf}\n"
                        + "grades: [{label: 优, from: 90}, {label: 良, from: 80}, {label: 差, from: 0}]\n" + BASIS);
        return sample;
    }

    public SampleScheme leaf(String id, String weight, String rule) {
        files.put(
                "city/sample/criteria/" + id + ".yaml",
                "id: " + id + "\nname: {zh: " + id + ", en: " + id + "}\nweight: " + weight + "\nrule: " + rule + "\n"
                        + BASIS);
        return this;
    }

    public SampleScheme outline(String flow) {
        return more("outline: " + flow);
    }

    /** Further lines of scheme.yaml. */
    public SampleScheme more(String lines) {
        files.merge("city/sample/scheme.yaml", lines + "\n", String::concat);
        return this;
    }

    /** Further lines of a leaf. */
    public SampleScheme more(String leaf, String lines) {
        files.merge("city/sample/criteria/" + leaf + ".yaml", lines + "\n", String::concat);
        return this;
    }

    public SampleScheme replace(String file, String from, String to) {
        files.computeIfPresent("city/sample/" + file, (path, text) -> text.replace(from, to));
        return this;
    }

    /** The texts, by path. */
    public Map<String, String> files() {
        return Map.copyOf(files);
    }

    public Result<Schemes> load() {
        return Schemes.load(files);
    }

    /** The scheme, which must be sound. */
    public Scheme scheme() {
        Result<Schemes> loaded = load();
        if (!loaded.problems().isEmpty()) {
            throw new AssertionError(loaded.problems().toString());
        }
        return loaded.value().all().get(0);
    }

    /** Code and place of every mistake, without the folder. */
    public List<String> mistakes() {
        return load().problems().stream().map(SampleScheme::shown).collect(Collectors.toList());
    }

    private static String shown(Problem problem) {
        return problem.code() + " " + problem.place().toString().replace("city/sample/", "");
    }
}
