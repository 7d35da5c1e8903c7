package drydock.model.project;

import drydock.model.helm.Charts;
import drydock.model.kustomize.Kustomizations;
import drydock.model.manifest.ManifestFile;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the files of a project are, as its kustomizations and Helm charts have it.
public final class FileRoles {

    private final Kustomizations kustomizations;

    /// Those of all files that are no manifests, by path.
    private final Map<String, FileRole> others = new HashMap<>();

    private FileRoles(Collection<ManifestFile> files) {
        kustomizations = Kustomizations.of(files);
        Charts charts = Charts.of(files);
        for (ManifestFile file : files) {
            FileRole role = role(file.path(), kustomizations, charts);
            if (role != FileRole.MANIFEST) {
                others.put(file.path(), role);
            }
        }
    }

    /// The roles of `files`, which are all those of a project.
    public static FileRoles of(Collection<ManifestFile> files) {
        return new FileRoles(files);
    }

    /// What a kustomization says of a file counts before the chart that it lies in.
    private static FileRole role(String path, Kustomizations kustomizations, Charts charts) {
        return switch (kustomizations.part(path)) {
            case RESOURCE -> FileRole.MANIFEST;
            case PATCH -> FileRole.PATCH;
            case INPUT -> FileRole.INPUT;
            case NONE ->
                switch (charts.part(path)) {
                    case TEMPLATE -> FileRole.TEMPLATE;
                    case INPUT -> FileRole.INPUT;
                    case NONE -> FileRole.MANIFEST;
                };
        };
    }

    /// What the file at `path` is; a manifest if there is none yet.
    public FileRole of(String path) {
        return others.getOrDefault(path, FileRole.MANIFEST);
    }

    public boolean isManifest(String path) {
        return of(path) == FileRole.MANIFEST;
    }

    /// Those of `files` that hold objects, or want to.
    public List<ManifestFile> manifests(Collection<ManifestFile> files) {
        return files.stream().filter(file -> isManifest(file.path())).toList();
    }

    /// The kustomizations of the project.
    public Kustomizations kustomizations() {
        return kustomizations;
    }
}
