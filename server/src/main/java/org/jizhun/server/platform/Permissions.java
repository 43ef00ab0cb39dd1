package org.jizhun.server.platform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jizhun.kernel.problem.Beside;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.jizhun.kernel.problem.Result;
import org.jizhun.kernel.yaml.YamlNode;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The permission table, {@code permissions.yaml}: the roles, and a row for every endpoint saying who may call it. What has
 * no row nobody may call. A mistake in the table stops the start, with file and line.
 */
public final class Permissions {

    private final Map<String, Role> roles;
    private final List<Permission> rows;

    private Permissions(Map<String, Role> roles, List<Permission> rows) {
        this.roles = roles;
        this.rows = rows;
    }

    /** The table of this program. */
    static Permissions standard() {
        String name = "permissions.yaml";
        return read(name, Beside.text(Permissions.class, name));
    }

    /** @throws Refusal with every mistake */
    static Permissions read(String file, String text) {
        Result<YamlNode> document = YamlNode.parse(file, text);
        List<Problem> problems = new ArrayList<>(document.problems());
        document.value().refuseUnknownKeys(Set.of("roles", "endpoints"), problems);
        Map<String, Role> roles = new LinkedHashMap<>();
        for (YamlNode node : document.value().items("roles")) {
            Role role = role(node, problems);
            if (roles.putIfAbsent(role.id(), role) != null) {
                problems.add(Problem.of("permission-twice", node.place(), "found", role.id()));
            }
        }
        Map<String, Permission> rows = new LinkedHashMap<>();
        for (YamlNode node : document.value().items("endpoints")) {
            Permission row = row(node, roles.keySet(), problems);
            if (rows.putIfAbsent(row.endpoint(), row) != null) {
                problems.add(Problem.of("permission-twice", node.place(), "found", row.endpoint()));
            }
        }
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        return new Permissions(roles, List.copyOf(rows.values()));
    }

    private static Role role(YamlNode node, List<Problem> problems) {
        node.refuseUnknownKeys(Set.of("id", "zh", "en", "reach", "administrator"), problems);
        String reach = node.text("reach", "none");
        Optional<Reach> known = List.of(Reach.values()).stream()
                .filter(each -> each.word().equals(reach))
                .findFirst();
        if (known.isEmpty()) {
            problems.add(Problem.of(
                    "permission-unknown-word", node.place(), "found", reach, "expected", "none department region"));
        }
        return new Role(
                node.required("id", problems),
                titles(node, problems),
                known.orElse(Reach.NONE),
                node.text("administrator", "false").equals("true"));
    }

    private static Map<Language, String> titles(YamlNode node, List<Problem> problems) {
        return Map.of(
                Language.ZH, node.required("zh", problems),
                Language.EN, node.required("en", problems));
    }

    private static Permission row(YamlNode node, Set<String> roles, List<Problem> problems) {
        node.refuseUnknownKeys(Set.of("call", "zh", "en", "who"), problems);
        String[] call = (node.required("call", problems) + " /").split("\\s+", -1);
        Set<String> words = new LinkedHashSet<>(
                List.of(node.required("who", problems).strip().split("\\s+", -1)));
        Permission.Audience audience = Permission.Audience.ROLES;
        for (Permission.Audience each : Permission.Audience.values()) {
            if (words.equals(Set.of(word(each)))) {
                audience = each;
            }
        }
        if (audience == Permission.Audience.ROLES && !roles.containsAll(words)) {
            problems.add(Problem.of(
                    "permission-unknown-word",
                    node.place(),
                    "found",
                    String.join(" ", words),
                    "expected",
                    "anyone signed-in newcomer " + String.join(" ", roles)));
        }
        return new Permission(
                call[0],
                PathPatternParser.defaultInstance.parse(call[1]),
                titles(node, problems),
                audience,
                audience == Permission.Audience.ROLES ? words : Set.of());
    }

    private static String word(Permission.Audience audience) {
        return audience.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public Collection<Role> roles() {
        return roles.values();
    }

    public Optional<Role> role(String id) {
        return Optional.ofNullable(roles.get(id));
    }

    public List<Permission> rows() {
        return rows;
    }

    /** The widest of what these roles reach. */
    Reach reach(Collection<String> ids) {
        return ids.stream().flatMap(id -> role(id).stream()).map(Role::reach).reduce(Reach.NONE, Reach::wider);
    }

    /** The row of a call, the same that the dispatcher would choose; empty where there is none. */
    Optional<Permission> row(String method, String path) {
        PathContainer container = PathContainer.parsePath(path);
        String meant = method.equals("HEAD") ? "GET" : method;
        return rows.stream()
                .filter(row -> row.method().equals(meant) && row.covers(container))
                .min((one, other) -> one.path().compareTo(other.path()));
    }

    boolean knows(String path) {
        PathContainer container = PathContainer.parsePath(path);
        return rows.stream().anyMatch(row -> row.covers(container));
    }
}
