package drydock.sim.kubectl;

import drydock.model.cluster.ClusterException;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.sim.kubectl.template.BadTemplateException;
import drydock.sim.kubectl.template.JsonPath;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// `wait --for=…`: until objects have a condition, a value, or are there or gone (`kubectl/pkg/cmd/wait/wait.go`).
final class WaitVerb implements Verb {

    @Override
    public List<Flag> flags() {
        return List.of(
                Flag.FILENAME,
                Flag.SELECTOR,
                Flag.ALL,
                Flag.ALL_NAMESPACES,
                Flag.text("--for"),
                new Flag("--timeout", '\0', Flag.Kind.TEXT, null, "30s"));
    }

    @Override
    public List<String> usage() {
        return List.of(
                "wait (TYPE NAME | TYPE/NAME) --for=condition=NAME[=VALUE]",
                "wait (TYPE NAME | TYPE/NAME) --for=jsonpath='{PATH}'=VALUE",
                "wait (TYPE NAME | TYPE/NAME) --for=(create|delete)");
    }

    /// What is waited for.
    ///
    /// @param gone whether an object that is not there has it
    private record Goal(Predicate<HasMetadata> reached, boolean gone) {}

    @Override
    public void run(Invocation command) {
        String given = command.arguments().flag("--for").orElse("");
        String wanted = List.of("delete", "create").contains(given.toLowerCase(Locale.ROOT))
                ? given.toLowerCase(Locale.ROOT)
                : given;
        Goal goal = goal(wanted);
        Deque<ResourceId> left = new ArrayDeque<>(objects(command, wanted));
        if (left.isEmpty()) {
            if (goal.gone()) {
                command.done().accept(0);
                return;
            }
            throw new CommandFailure("error: no matching resources found");
        }
        Duration timeout = Durations.parse(command.arguments().flag("--timeout").orElse("30s"), "--timeout");
        next(command, left, goal, timeout.isNegative() ? Duration.ofDays(7) : timeout);
    }

    private static List<ResourceId> objects(Invocation command, String wanted) {
        List<String> words = command.arguments().words();
        boolean named =
                words.size() > 1 || (!words.isEmpty() && words.getFirst().contains("/"));
        boolean mayBeMissing = wanted.equals("create") || wanted.equals("delete");
        if (named && wanted.equals("create")) {
            return ObjectNames.of(command);
        }
        if (named && wanted.equals("delete")) {
            return ObjectNames.of(command).stream()
                    .filter(id -> command.cluster().get(id).isPresent())
                    .toList();
        }
        try {
            return Targets.of(command).stream().map(ResourceId::of).toList();
        } catch (ClusterException refused) {
            if (mayBeMissing && refused.code() == 404) {
                return List.of();
            }
            throw refused;
        }
    }

    private static Goal goal(String wanted) {
        if (wanted.equals("delete")) {
            return new Goal(_ -> false, true);
        }
        if (wanted.equals("create")) {
            return new Goal(_ -> true, false);
        }
        if (wanted.startsWith("condition=")) {
            String[] parts = wanted.substring("condition=".length()).split("=", 2);
            String value = parts.length == 2 ? parts[1] : "true";
            JsonPath conditions = JsonPath.parse(".status.conditions[*]");
            return new Goal(
                    object -> conditions.in(Output.tree(object)).stream()
                            .anyMatch(c -> c instanceof Map<?, ?> condition
                                    && isOfThisGeneration(object, condition)
                                    && parts[0].equalsIgnoreCase(String.valueOf(condition.get("type")))
                                    && value.equalsIgnoreCase(String.valueOf(condition.get("status")))),
                    false);
        }
        if (wanted.startsWith("jsonpath=")) {
            return jsonPath(wanted.substring("jsonpath=".length()).replace("'", ""));
        }
        throw new CommandFailure("error: unrecognized condition: \"" + wanted + "\"");
    }

    /// A condition that says nothing yet of what is wanted now does not count.
    private static boolean isOfThisGeneration(HasMetadata object, Map<?, ?> condition) {
        Long generation = object.getMetadata().getGeneration();
        List<Object> ofStatus = values(JsonPath.parse(".status.observedGeneration"), object);
        Object observed = condition.containsKey("observedGeneration")
                ? condition.get("observedGeneration")
                : ofStatus.isEmpty() ? null : ofStatus.getFirst();
        return generation == null || !(observed instanceof Number number) || number.longValue() >= generation;
    }

    /// `{.path}=value`, or without the braces.
    private static Goal jsonPath(String text) {
        int close = text.lastIndexOf('}');
        int end = close >= 0 ? close + 1 : text.contains("=") ? text.indexOf('=') : text.length();
        String given = text.substring(0, end);
        JsonPath path = path(given.startsWith("{") ? given : "{" + (given.startsWith(".") ? "" : ".") + given + "}");
        String rest = text.substring(end).replace("\"", "");
        Optional<String> value = rest.startsWith("=") ? Optional.of(rest.substring(1)) : Optional.empty();
        return new Goal(
                object -> {
                    List<Object> found = values(path, object);
                    return !found.isEmpty() && (value.isEmpty() || value.get().equals(JsonPath.text(found.getFirst())));
                },
                false);
    }

    private static JsonPath path(String text) {
        try {
            return JsonPath.parse(text);
        } catch (BadTemplateException wrong) {
            throw new CommandFailure("error: jsonpath wait format must be --for=jsonpath='{.status.readyReplicas}'=3 or"
                    + " --for=jsonpath='{.status.readyReplicas}': " + wrong.words());
        }
    }

    private static List<Object> values(JsonPath path, HasMetadata object) {
        try {
            return path.in(Output.tree(object));
        } catch (BadTemplateException notYet) {
            return List.of();
        }
    }

    private static void next(Invocation command, Deque<ResourceId> left, Goal goal, Duration timeout) {
        ResourceId id = left.poll();
        if (id == null) {
            command.done().accept(0);
            return;
        }
        Following following = new Following();
        boolean[] seen = {false};
        following.begin(command, id, object -> {
            boolean reached = object.map(goal.reached()::test).orElse(goal.gone());
            if (reached) {
                following.end();
                seen[0] = true;
                command.print(Invocation.shortName(id) + " condition met");
                next(command, left, goal, timeout);
            }
            return reached;
        });
        if (!seen[0]) {
            command.timer().after(timeout, () -> {
                if (following.end()) {
                    command.fail("error: timed out waiting for the condition on "
                            + command.kindOf(id).map(ResourceKind::plural).orElse(id.kind())
                            + "/" + id.name());
                }
            });
        }
    }
}
