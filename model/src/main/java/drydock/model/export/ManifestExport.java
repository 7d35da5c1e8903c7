package drydock.model.export;

import drydock.model.clip.ObjectText;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// The manifests of some of a project's objects, as files that are written elsewhere.
public final class ManifestExport {

    /// What the file of [#kustomization] is called.
    public static final String KUSTOMIZATION = "kustomization.yaml";

    private static final int LONGEST_NAME = 120;

    private ManifestExport() {}

    /// All of them in one text. What no text declares is left out.
    public static String oneFile(Project project, Collection<ResourceId> objects) {
        return ObjectText.of(project, objects);
    }

    /// A file for each, in a folder for each namespace, by paths that lead nowhere else.
    public static SortedMap<String, String> manyFiles(Project project, Collection<ResourceId> objects) {
        SortedMap<String, String> files = new TreeMap<>();
        Set<String> taken = new HashSet<>();
        for (ResourceId id : objects) {
            ObjectText.of(project, id).ifPresent(text -> {
                String folder = id.namespace().isEmpty() ? "" : safe(id.namespace()) + "/";
                String name = folder + safe(id.kind().toLowerCase(Locale.ROOT) + "-" + id.name());
                String path = name + ".yaml";
                for (int number = 2; !taken.add(path); number++) {
                    path = name + "-" + number + ".yaml";
                }
                files.put(path, text);
            });
        }
        return Collections.unmodifiableSortedMap(files);
    }

    /// A Kustomize file that takes all of `paths` together.
    ///
    /// Source of the form: https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/
    public static String kustomization(Collection<String> paths) {
        StringBuilder text =
                new StringBuilder("apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n");
        paths.forEach(path -> text.append("- ").append(path).append('\n'));
        return text.toString();
    }

    /// A name for a file on every system, in lower case, since some do not tell the cases apart.
    private static String safe(String name) {
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]+", "-").replaceAll("\\.{2,}", ".");
        String trimmed = plain.replaceAll("^[.-]+|[.-]+$", "");
        String used = trimmed.isEmpty() ? "object" : trimmed;
        return used.substring(0, Math.min(LONGEST_NAME, used.length()));
    }
}
