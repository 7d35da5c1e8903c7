package drydock.model.validation;

import drydock.model.manifest.DeclaredObject;
import drydock.model.manifest.FieldPath;
import drydock.model.manifest.ManifestDocument;
import drydock.model.manifest.ManifestFile;
import drydock.model.resource.ResourceId;
import drydock.model.resource.Schema;
import drydock.model.work.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the CustomResourceDefinitions among some manifests say, each the first of its name.
record CustomDefinitions(Map<ResourceId, Map<?, ?>> values) {

    static final CustomDefinitions NONE = new CustomDefinitions(Map.of());

    /// Reads every document of `files`, and of the definitions what they say.
    static CustomDefinitions of(List<ManifestFile> files, Spread spread) {
        List<List<Map.Entry<ResourceId, Map<?, ?>>>> found = new ArrayList<>();
        files.forEach(_ -> found.add(List.of()));
        spread.each(files.size(), i -> found.set(i, in(files.get(i))));
        Map<ResourceId, Map<?, ?>> values = new LinkedHashMap<>();
        found.forEach(list -> list.forEach(e -> values.putIfAbsent(e.getKey(), e.getValue())));
        return values.isEmpty() ? NONE : new CustomDefinitions(values);
    }

    private static List<Map.Entry<ResourceId, Map<?, ?>>> in(ManifestFile file) {
        List<Map.Entry<ResourceId, Map<?, ?>>> found = new ArrayList<>();
        for (ManifestDocument document : file.documents()) {
            for (DeclaredObject declared : document.declared()) {
                declared.id()
                        .filter(id -> id.kind().equals("CustomResourceDefinition"))
                        .ifPresent(id -> found.add(Map.entry(id, value(document, declared.path()))));
            }
        }
        return found;
    }

    private static Map<?, ?> value(ManifestDocument document, FieldPath path) {
        return document.value(path).orElse(Map.of()) instanceof Map<?, ?> map ? map : Map.of();
    }

    Schema schema() {
        return Schema.kubernetes().with(values.values());
    }

    /// The groups of which something is defined here and otherwise than in `other`.
    Set<String> groupsUnlike(CustomDefinitions other) {
        return Stream.concat(values.entrySet().stream(), other.values.entrySet().stream())
                .filter(e -> !(e.getValue().equals(values.get(e.getKey()))
                        && e.getValue().equals(other.values.get(e.getKey()))))
                .flatMap(e ->
                        e.getValue().get("spec") instanceof Map<?, ?> spec && spec.get("group") instanceof String g
                                ? Stream.of(g)
                                : Stream.empty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
