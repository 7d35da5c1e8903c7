package drydock.sim.kubectl;

import drydock.model.cluster.Patch;
import drydock.model.manifest.ManifestDocument;
import drydock.model.manifest.ManifestFile;
import drydock.model.manifest.YamlNode;
import drydock.model.resource.Schema;
import drydock.sim.kubectl.text.JsonText;
import drydock.sim.store.Patches;
import drydock.sim.store.WriteOptions;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// `patch KIND NAME -p PATCH`: a part of an object, as JSON or YAML (`kubectl/pkg/cmd/patch/patch.go`).
final class PatchVerb implements Verb {

    private static final Map<String, Patch.Type> TYPES =
            Map.of("json", Patch.Type.JSON, "merge", Patch.Type.MERGE, "strategic", Patch.Type.STRATEGIC);

    @Override
    public List<Flag> flags() {
        return List.of(
                Flag.FILENAME,
                Flag.KUSTOMIZE,
                Flag.OUTPUT,
                Flag.DRY_RUN,
                Flag.text("--subresource"),
                Flag.text("--patch", 'p'),
                Flag.text("--patch-file"),
                new Flag("--type", '\0', Flag.Kind.TEXT, null, "'strategic'"));
    }

    @Override
    public List<String> usage() {
        return List.of(
                "patch (TYPE NAME | TYPE/NAME) [-p PATCH | --patch-file FILE]",
                "patch (TYPE NAME | TYPE/NAME) --type=json -p '[{\"op\": \"remove\", \"path\": \"/spec/replicas\"}]'");
    }

    @Override
    public void run(Invocation command) {
        CommandArguments arguments = command.arguments();
        String name = arguments.flag("--type").orElse("strategic").toLowerCase(Locale.ROOT);
        Patch.Type type = TYPES.get(name);
        if (type == null) {
            throw new CommandFailure("error: --type must be one of [json merge strategic], not \"" + name + "\"");
        }
        String body = body(command, arguments);
        for (HasMetadata object : Targets.of(command)) {
            patch(command, object, new Patch(type, body));
        }
        command.done().accept(0);
    }

    private static void patch(Invocation command, HasMetadata object, Patch patch) {
        if (patch.type() == Patch.Type.STRATEGIC
                && Schema.kubernetes()
                        .kind(object.getApiVersion(), object.getKind())
                        .isEmpty()) {
            throw new CommandFailure("Error from server (UnsupportedMediaType): the body of the request was in an"
                    + " unknown format - accepted media types include: application/json-patch+json,"
                    + " application/merge-patch+json, application/apply-patch+yaml");
        }
        String part = subresource(command);
        if (part.equals("scale")) {
            scale(command, object, patch);
            return;
        }
        HasMetadata after = part.equals("status")
                ? status(command, object, patch)
                : Creation.patch(command, object, patch.to(part));
        Creation.print(command, after, same(object, after) ? "patched (no change)" : "patched");
    }

    private static HasMetadata status(Invocation command, HasMetadata object, Patch patch) {
        HasMetadata wanted = Patches.apply(object, patch);
        return switch (Creation.extent(command)) {
            case WHOLE -> command.cluster().replaceStatus(wanted);
            case CLIENT -> wanted;
            case SERVER -> ServerSideApply.server(command).requests().replaceStatus(wanted, WriteOptions.DRY_RUN);
        };
    }

    /// The part that says how many there are to be is an object of its own (`autoscaling/v1 Scale`).
    private static void scale(Invocation command, HasMetadata object, Patch patch) {
        boolean counts = tree(patch.body()) instanceof Map<?, ?> map
                && map.get("spec") instanceof Map<?, ?> spec
                && spec.get("replicas") instanceof Number;
        if (!counts) {
            throw new CommandFailure(
                    "error: a patch of the scale says spec.replicas, as '{\"spec\":{\"replicas\":2}}'");
        }
        Map<?, ?> spec = (Map<?, ?>) ((Map<?, ?>) tree(patch.body())).get("spec");
        HasMetadata after = Creation.scale(command, object, ((Number) spec.get("replicas")).intValue());
        command.print("scale.autoscaling/" + after.getMetadata().getName()
                + (same(object, after) ? " patched (no change)" : " patched")
                + Creation.extent(command).said());
    }

    private static String subresource(Invocation command) {
        String name = command.arguments().flag("--subresource").orElse("");
        if (!List.of("", "status", "scale", "resize").contains(name)) {
            throw new CommandFailure(
                    "error: invalid subresource value: \"" + name + "\". Must be one of [status scale resize]");
        }
        return name;
    }

    /// Whether nothing has changed (`patch.go`, DeepEqual of both).
    private static boolean same(HasMetadata before, HasMetadata after) {
        return Objects.equals(
                        before.getMetadata().getResourceVersion(),
                        after.getMetadata().getResourceVersion())
                && Output.tree(before).equals(Output.tree(after));
    }

    /// The patch as JSON.
    private static String body(Invocation command, CommandArguments arguments) {
        Optional<String> text = arguments.flag("--patch");
        Optional<String> file = arguments.flag("--patch-file");
        if (text.isPresent() && file.isPresent()) {
            throw new CommandFailure("error: cannot specify --patch and --patch-file together");
        }
        if (text.isEmpty() && file.isEmpty()) {
            throw new CommandFailure(
                    "error: must specify --patch or --patch-file containing the contents of the patch");
        }
        String given = text.orElseGet(() -> read(command, file.orElseThrow()));
        return JsonText.compact(tree(given));
    }

    private static String read(Invocation command, String name) {
        try {
            return String.join("\n", command.files().read(name).values());
        } catch (IOException unreadable) {
            throw new CommandFailure("error: unable to read patch file: " + unreadable.getMessage());
        }
    }

    /// JSON or YAML as maps and lists.
    ///
    /// @throws CommandFailure if `text` is neither
    static Object tree(String text) {
        ManifestFile file = ManifestFile.parse("patch", text);
        Object value = file.documents().stream()
                .flatMap(document -> document.root().stream())
                .map(YamlNode::value)
                .findFirst()
                .orElse(null);
        boolean readable = file.documents().stream().allMatch(ManifestDocument::isReadable);
        if (!readable || !(value instanceof Map<?, ?> || value instanceof List<?>)) {
            throw new CommandFailure("error: unable to parse \"" + text + "\": yaml: it is neither a map nor a list");
        }
        return value;
    }
}
