package drydock.sim.kubectl.kustomize;

import drydock.model.cluster.ClusterException;
import drydock.model.resource.LabelSelector;
import drydock.sim.store.Patches;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// The patches of a kustomization: parts of objects, merged strategically, and operations on objects
/// (`kustomize/api/internal/builtins/PatchTransformer.go`).
final class Patching {

    /// Where the documents of a patch come from.
    @FunctionalInterface
    interface Source {
        /// The documents of a file, as maps and lists, `null` where it stands there.
        List<Object> read(String path) throws BadKustomizationException;
    }

    /// The documents of a text.
    @FunctionalInterface
    interface Parser {
        List<Object> parse(String text) throws BadKustomizationException;
    }

    private final Origins origins;
    private final Source files;
    private final Parser texts;

    Patching(Origins origins, Source files, Parser texts) {
        this.origins = origins;
        this.files = files;
        this.texts = texts;
    }

    /// Patches `objects` in place, and takes out those that are patched away.
    void apply(Map<String, Object> fields, List<Map<String, Object>> objects) throws BadKustomizationException {
        for (Object entry : Kustomization.list(fields.get("patchesStrategicMerge"))) {
            String text = String.valueOf(entry);
            for (Object patch : text.indexOf('\n') < 0 ? files.read(text) : texts.parse(text)) {
                merge(patch, Optional.empty(), objects);
            }
        }
        for (String field : List.of("patches", "patchesJson6902")) {
            for (Object entry : Kustomization.list(fields.get(field))) {
                one(Trees.map(entry), objects);
            }
        }
    }

    private void one(Map<String, Object> entry, List<Map<String, Object>> objects) throws BadKustomizationException {
        String inline = Trees.text(entry, "patch").strip();
        String path = Trees.text(entry, "path");
        if (inline.isEmpty() == path.isEmpty()) {
            throw new BadKustomizationException(
                    path.isEmpty()
                            ? "must specify one of patch and path"
                            : "patch and path can't be set at the same time");
        }
        Optional<Map<String, Object>> target =
                Optional.ofNullable(entry.get("target")).map(Trees::map);
        for (Object patch : path.isEmpty() ? texts.parse(inline) : files.read(path)) {
            if (patch instanceof List<?> operations) {
                operate(
                        operations,
                        target.orElseThrow(() -> new BadKustomizationException(
                                "must specify a target for JSON patch [" + (path.isEmpty() ? inline : path) + "]")),
                        objects);
            } else {
                merge(patch, target, objects);
            }
        }
    }

    private void operate(List<?> operations, Map<String, Object> target, List<Map<String, Object>> objects)
            throws BadKustomizationException {
        for (Map<String, Object> object : selected(target, objects)) {
            try {
                become(object, (Map<?, ?>) Patches.operations(object, operations));
            } catch (ClusterException | ClassCastException | NumberFormatException unfit) {
                throw new BadKustomizationException(
                        "a JSON patch does not fit " + id(object) + ": " + unfit.getMessage());
            }
        }
    }

    private void merge(@Nullable Object patch, Optional<Map<String, Object>> target, List<Map<String, Object>> objects)
            throws BadKustomizationException {
        if (!(patch instanceof Map<?, ?> part)) {
            throw new BadKustomizationException("unable to parse SM or JSON patch from [" + patch + "]");
        }
        Map<String, Object> named = Trees.changeable(part);
        List<Map<String, Object>> meant = target.isPresent() ? selected(target.get(), objects) : same(named, objects);
        if (target.isEmpty() && meant.isEmpty()) {
            String id = id(named);
            throw new BadKustomizationException("no resource matches strategic merge patch \"" + id
                    + "\": no matches for Id " + id + "; failed to find unique target for patch " + id);
        }
        for (Map<String, Object> object : meant) {
            if ("delete".equals(part.get("$patch"))) {
                objects.removeIf(other -> System.identityHashCode(other) == System.identityHashCode(object));
                continue;
            }
            String kind = Trees.text(object, "kind");
            String version = Trees.text(object, "apiVersion");
            String name = Trees.name(object);
            become(object, PatchedFirst.of(Patches.strategic(object, part), part));
            // what a patch says of these only chooses what is patched
            object.put("kind", kind);
            object.put("apiVersion", version);
            Trees.made(object, "metadata").put("name", name);
        }
    }

    private static void become(Map<String, Object> object, Map<?, ?> now) {
        Map<String, Object> copy = Trees.changeable(now);
        object.clear();
        object.putAll(copy);
    }

    /// The objects that a patch itself names.
    private List<Map<String, Object>> same(Map<String, Object> patch, List<Map<String, Object>> objects) {
        String name = Trees.name(patch);
        return objects.stream()
                .filter(object -> Trees.text(object, "kind").equals(Trees.text(patch, "kind"))
                        && group(object).equals(group(patch))
                        && origins.isCalled(object, name)
                        && namespace(object).equals(namespace(patch)))
                .toList();
    }

    /// The objects that a target chooses; its kind and names are patterns (`kustomize/api/types/selector.go`).
    private List<Map<String, Object>> selected(Map<String, Object> target, List<Map<String, Object>> objects)
            throws BadKustomizationException {
        List<Map<String, Object>> selected = new ArrayList<>();
        for (Map<String, Object> object : objects) {
            String name = Trees.text(target, "name");
            if (fits(target, "group", group(object))
                    && fits(target, "version", version(object))
                    && fits(target, "kind", Trees.text(object, "kind"))
                    && (name.isEmpty() || origins.isCalled(object, name) || fits(target, "name", Trees.name(object)))
                    && fits(target, "namespace", namespace(object))
                    && chosen(target, "labelSelector", object, "labels")
                    && chosen(target, "annotationSelector", object, "annotations")) {
                selected.add(object);
            }
        }
        return selected;
    }

    private static boolean fits(Map<String, Object> target, String field, String value)
            throws BadKustomizationException {
        String pattern = Trees.text(target, field);
        try {
            return pattern.isEmpty() || Pattern.matches(pattern, value);
        } catch (PatternSyntaxException wrong) {
            throw new BadKustomizationException(
                    "error parsing regexp: " + wrong.getDescription() + ": `" + pattern + "`");
        }
    }

    private static boolean chosen(Map<String, Object> target, String field, Map<String, Object> object, String of)
            throws BadKustomizationException {
        String selector = Trees.text(target, field);
        if (selector.isEmpty()) {
            return true;
        }
        Map<String, String> values = new TreeMap<>();
        Trees.map(Trees.made(object, "metadata").get(of))
                .forEach((key, value) -> values.put(key, String.valueOf(value)));
        try {
            return LabelSelector.parse(selector).matches(values);
        } catch (IllegalArgumentException wrong) {
            throw new BadKustomizationException(String.valueOf(wrong.getMessage()));
        }
    }

    private static String group(Map<String, Object> object) {
        String version = Trees.text(object, "apiVersion");
        return version.contains("/") ? version.substring(0, version.indexOf('/')) : "";
    }

    private static String version(Map<String, Object> object) {
        String version = Trees.text(object, "apiVersion");
        return version.substring(version.indexOf('/') + 1);
    }

    private static String namespace(Map<String, Object> object) {
        return Trees.text(Trees.made(object, "metadata"), "namespace");
    }

    /// As Kustomize calls an object (`kustomize/kyaml/resid/resid.go String`).
    private static String id(Map<String, Object> object) {
        String group = group(object);
        String namespace = namespace(object);
        return Trees.text(object, "kind") + "." + version(object) + "." + (group.isEmpty() ? "[noGrp]" : group) + "/"
                + Trees.name(object) + "." + (namespace.isEmpty() ? "[noNs]" : namespace);
    }
}
