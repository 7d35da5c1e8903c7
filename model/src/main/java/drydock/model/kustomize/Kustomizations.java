package drydock.model.kustomize;

import drydock.model.helm.Charts;
import drydock.model.manifest.ManifestFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The kustomizations of a project, and with them and its Helm charts what its files are.
public final class Kustomizations {

    /// What a file is.
    public enum Role {
        /// It holds objects, or what wants to be some.
        MANIFEST,
        /// It holds parts of objects, or operations on them, which a kustomization puts into others.
        PATCH,
        /// A Helm chart makes objects of it.
        TEMPLATE,
        /// A kustomization or a Helm chart reads it, and no cluster does.
        INPUT
    }

    private static final Kustomizations NONE = new Kustomizations(List.of(), List.of());

    private final Map<String, Role> others = new LinkedHashMap<>();

    /// The files that each kustomization builds objects of, those of the folders that it names, too.
    private final List<Set<String>> built = new ArrayList<>();

    private final Set<String> generated = new HashSet<>();

    private Kustomizations(List<Kustomization> all, Collection<ManifestFile> files) {
        ofCharts(files);
        Map<String, Kustomization> byFolder = new LinkedHashMap<>();
        all.forEach(one -> byFolder.put(one.folder(), one));
        for (Kustomization one : all) {
            generated.addAll(one.generated());
            one.inputs().forEach(path -> others.put(path, Role.INPUT));
            one.patches().forEach(path -> others.put(path, Role.PATCH));
            Set<String> objects = new HashSet<>();
            collect(one, byFolder, new HashSet<>(), objects);
            built.add(objects);
        }
        all.forEach(one -> others.keySet().removeAll(one.resources()));
    }

    private void ofCharts(Collection<ManifestFile> files) {
        Charts charts = Charts.of(files);
        if (!charts.isEmpty()) {
            files.forEach(file -> {
                switch (charts.part(file.path())) {
                    case TEMPLATE -> others.put(file.path(), Role.TEMPLATE);
                    case INPUT -> others.put(file.path(), Role.INPUT);
                    case NONE -> {
                        // it is what kustomizations say
                    }
                }
            });
        }
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

    public static Kustomizations of(Collection<ManifestFile> files) {
        List<Kustomization> all =
                files.stream().flatMap(file -> Kustomization.of(file).stream()).toList();
        Kustomizations found = new Kustomizations(all, files);
        return found.others.isEmpty() && found.built.isEmpty() ? NONE : found;
    }

    /// What the file at `path` is; one that a kustomization takes objects from is a manifest, whatever others take it
    /// for.
    public Role role(String path) {
        return others.getOrDefault(path, Role.MANIFEST);
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
