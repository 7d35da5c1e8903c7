package drydock.model.kustomize;

import drydock.model.manifest.FieldPath;
import drydock.model.manifest.ManifestDocument;
import drydock.model.manifest.ManifestFile;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a `kustomization.yaml` names (`kustomize/api/types/kustomization.go`). All paths are those of the project;
/// what lies outside of it, or is elsewhere in the network, is left out.
///
/// @param resources the files and folders that it takes objects from
/// @param patches the files with parts of objects, or with operations on them
/// @param inputs the other files that it reads, none of them with objects for a cluster
/// @param generated the ConfigMaps and Secrets that it makes, as `ConfigMap/settings`, before a hash is put behind
record Kustomization(
        String folder, Set<String> resources, Set<String> patches, Set<String> inputs, Set<String> generated) {

    private static final Pattern NAME = Pattern.compile("(.*/)?kustomization\\.ya?ml");

    /// The kustomization that `file` is; empty if it is none, or cannot be read.
    static Optional<Kustomization> of(ManifestFile file) {
        if (!NAME.matcher(file.path()).matches()) {
            return Optional.empty();
        }
        int slash = file.path().lastIndexOf('/');
        String folder = slash < 0 ? "" : file.path().substring(0, slash);
        return file.documents().stream()
                .findFirst()
                .filter(ManifestDocument::isReadable)
                .flatMap(document -> document.value(FieldPath.ROOT))
                .map(value -> value instanceof Map<?, ?> fields ? read(folder, fields) : null);
    }

    private static Kustomization read(String folder, Map<?, ?> fields) {
        return new Kustomization(
                folder,
                paths(folder, Stream.of("resources", "bases", "components").flatMap(name -> each(fields.get(name)))),
                paths(
                        folder,
                        Stream.of(
                                        each(fields.get("patchesStrategicMerge")),
                                        of(fields, "patches", "path"),
                                        of(fields, "patchesJson6902", "path"))
                                .flatMap(all -> all)),
                paths(
                        folder,
                        Stream.of(
                                        each(fields.get("configurations")),
                                        each(fields.get("transformers")),
                                        each(fields.get("generators")),
                                        each(fields.get("validators")),
                                        of(fields, "replacements", "path"),
                                        of(fields, "helmCharts", "valuesFile"),
                                        of(fields, "helmCharts", "additionalValuesFiles"),
                                        of(fields, "configMapGenerator", "files"),
                                        of(fields, "secretGenerator", "files"),
                                        Stream.ofNullable(
                                                fields.get("openapi") instanceof Map<?, ?> openApi
                                                        ? openApi.get("path")
                                                        : null))
                                .flatMap(all -> all)),
                generated(fields));
    }

    private static Set<String> generated(Map<?, ?> fields) {
        return Stream.of("ConfigMap", "Secret")
                .flatMap(kind -> of(fields, kind.equals("Secret") ? "secretGenerator" : "configMapGenerator", "name")
                        .map(name -> kind + "/" + name))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The values of a field of each item of a list, those of a list one by one.
    private static Stream<?> of(Map<?, ?> fields, String list, String field) {
        return each(fields.get(list))
                .flatMap(item -> item instanceof Map<?, ?> map ? each(map.get(field)) : Stream.empty());
    }

    private static Stream<?> each(@Nullable Object value) {
        return value instanceof List<?> list ? list.stream() : Stream.ofNullable(value);
    }

    private static Set<String> paths(String folder, Stream<?> entries) {
        Set<String> paths = new LinkedHashSet<>();
        entries.forEach(entry -> {
            // a file for a ConfigMap may have a key before it; a patch may stand there itself
            if (entry instanceof String text && text.indexOf('\n') < 0) {
                resolved(folder, text.substring(text.indexOf('=') + 1)).ifPresent(paths::add);
            }
        });
        return paths;
    }

    /// The path of the project that `entry` leads to from `folder`; empty if it leads out of the project.
    private static Optional<String> resolved(String folder, String entry) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : (folder + "/" + entry).split("/", -1)) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return Optional.of(String.join("/", parts));
    }
}
