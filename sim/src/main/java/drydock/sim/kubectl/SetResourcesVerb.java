package drydock.sim.kubectl;

import drydock.model.resource.Quantities;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `set resources KIND NAME --limits=… --requests=…` (`kubectl/pkg/cmd/set/set_resources.go`).
final class SetResourcesVerb implements Verb {

    @Override
    public List<Flag> flags() {
        return List.of(
                Flag.FILENAME,
                Flag.KUSTOMIZE,
                Flag.SELECTOR,
                Flag.ALL,
                Flag.DRY_RUN,
                Flag.OUTPUT,
                new Flag("--containers", 'c', Flag.Kind.TEXT, null, "'*'"),
                Flag.text("--limits"),
                Flag.text("--requests"));
    }

    @Override
    public List<String> usage() {
        return List.of("set resources (TYPE NAME | TYPE/NAME) [--limits=LIMITS] [--requests=REQUESTS]");
    }

    @Override
    public void run(Invocation command) {
        Map<String, String> limits =
                amounts(command.arguments().flag("--limits").orElse(""));
        Map<String, String> requests =
                amounts(command.arguments().flag("--requests").orElse(""));
        if (limits.isEmpty() && requests.isEmpty()) {
            throw new CommandFailure("error: you must specify an update to requests or limits (in the form of"
                    + " --requests/--limits)");
        }
        Map<String, Object> resources = new LinkedHashMap<>();
        if (!limits.isEmpty()) {
            resources.put("limits", limits);
        }
        if (!requests.isEmpty()) {
            resources.put("requests", requests);
        }
        for (HasMetadata object : Targets.of(command)) {
            set(command, object, resources);
        }
        command.done().accept(0);
    }

    private static void set(Invocation command, HasMetadata object, Map<String, Object> resources) {
        String pattern = command.arguments().flag("--containers").orElse("*");
        PodSpec spec = PodSpecPatch.spec(object);
        Map<String, Object> change = PodSpecPatch.containers(
                spec,
                false,
                (container, _) -> container.getName().matches("\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E")
                        ? Map.of("resources", resources)
                        : Map.of());
        if (change.isEmpty()) {
            throw new CommandFailure("error: unable to find container named " + pattern);
        }
        HasMetadata after = Creation.patch(command, object, PodSpecPatch.of(object, change));
        if (!after.equals(object)) {
            Creation.print(command, after, "resource requirements updated");
        }
    }

    /// `cpu=200m,memory=512Mi`
    private static Map<String, String> amounts(String text) {
        Map<String, String> amounts = new LinkedHashMap<>();
        if (text.isEmpty()) {
            return amounts;
        }
        for (String part : text.split(",", -1)) {
            String[] pair = part.split("=", -1);
            if (pair.length != 2) {
                throw new CommandFailure("error: invalid argument syntax " + part + ", expected <resource>=<value>");
            }
            if (Quantities.problem(pair[1]).isPresent()) {
                throw new CommandFailure("error: quantities must match the regular expression"
                        + " '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'");
            }
            amounts.put(pair[0], pair[1]);
        }
        return amounts;
    }
}
