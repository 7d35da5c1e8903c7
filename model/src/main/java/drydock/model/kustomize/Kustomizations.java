package drydock.model.kustomize;

import drydock.model.manifest.ManifestFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The kustomizations of a project, and with them which of its files they take for what.
public final class Kustomizations {

    /// What a file is to the kustomizations that name it.
    public enum Part {
        /// Nothing: none names it.
        NONE,
        /// One takes objects from it, whatever others take it for.
        RESOURCE,
        /// It holds parts of objects, or operations on them, which are put into others.
        PATCH,
        /// One reads it, and no cluster does.
        INPUT
    }

    private static final Kustomizations NONE = new Kustomizations(List.of());

    private final Map<String, Part> parts = new HashMap<>();

    /// The files that each kustomization builds objects of, those of the folders that it names, too.
    private final List<Set<String>> built = new ArrayList<>();

    private final Set<String> generated = new HashSet<>();

    private Kustomizations(List<Kustomization> all) {
        Map<String, Kustomization> byFolder = new LinkedHashMap<>();
        all.forEach(one -> byFolder.put(one.folder(), one));
        for (Kustomization one : all) {
            generated.addAll(one.generated());
            one.inputs().forEach(path -> parts.put(path, Part.INPUT));
            one.patches().forEach(path -> parts.put(path, Part.PATCH));
            Set<String> objects = new HashSet<>();
            collect(one, byFolder, new HashSet<>(), objects);
            built.add(objects);
        }
        all.forEach(one -> one.resources().forEach(path -> parts.put(path, Part.RESOURCE)));
    }

    private static void collect(
            Kustomization one, Map<String, Kustomization> byFolder, Set<String> seen, Set<String> files) {
        if (seen.add(one.folder())) {
            for (String path : one.resources()) {
                Kustomization inner = byFolder.get(path);
                if (inner == null) {
                    files.add(path);
                } else {
                    collect(inner, byFolder, seen, files);
                }
            }
        }
    }

    /// The kustomizations among `files`; one that cannot be read names nothing.
    public static Kustomizations of(Collection<ManifestFile> files) {
        List<Kustomization> all =
                files.stream().flatMap(file -> Kustomization.of(file).stream()).toList();
        return all.isEmpty() ? NONE : new Kustomizations(all);
    }

    /// What the file at `path` is.
    public Part part(String path) {
        return parts.getOrDefault(path, Part.NONE);
    }

    /// The ConfigMaps and Secrets that they make, in whatever namespace, as `ConfigMap/settings`.
    public Set<String> generated() {
        return Collections.unmodifiableSet(generated);
    }

    /// Whether no cluster gets the objects of both files, as those of two overlays: each is in what some kustomization
    /// builds, and none builds both.
    public boolean areApart(String one, String other) {
        return built.stream().anyMatch(files -> files.contains(one))
                && built.stream().anyMatch(files -> files.contains(other))
                && built.stream().noneMatch(files -> files.contains(one) && files.contains(other));
    }
}
