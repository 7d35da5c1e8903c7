package drydock.model.validation.project.running;

import drydock.model.edit.Edit;
import drydock.model.manifest.FieldPath;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.topology.Relation;
import drydock.model.validation.ProjectView;
import drydock.model.validation.Rule;
import drydock.model.validation.Severity;
import drydock.model.validation.Visit;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Volumes and claims that nobody uses, and claims that nobody provides for.
final class VolumeRules {

    static final List<Rule> RULES = List.of(
            Rule.of("PodSpec", VolumeRules::mounted),
            new Rule.OfProject(VolumeRules::claimed),
            new Rule.OfProject(VolumeRules::classes));

    private static final String DEFAULT_CLASS = "storageclass.kubernetes.io/is-default-class";
    private static final String OLD_CLASS = "volume.beta.kubernetes.io/storage-class";
    private static final String OLD_DEFAULT_CLASS = "storageclass.beta.kubernetes.io/is-default-class";

    private VolumeRules() {}

    private static void mounted(Visit spec) {
        Set<String> used = new HashSet<>();
        Stream.of("containers", "initContainers", "ephemeralContainers")
                .flatMap(list -> spec.each(list).stream())
                .forEach(container -> {
                    container.each("volumeMounts").forEach(m -> m.text("name").ifPresent(used::add));
                    container.each("volumeDevices").forEach(m -> m.text("name").ifPresent(used::add));
                });
        for (Visit volume : spec.each("volumes")) {
            volume.text("name")
                    .filter(name -> !used.contains(name))
                    .ifPresent(name -> volume.advice("volume-unused", "name", "volume-unused", name)
                            .fix(volume.id().map(id -> new Edit.RemoveField(id, volume.path())), "remove", name));
        }
    }

    private static void claimed(ProjectView view) {
        view.each(PersistentVolumeClaim.class, (id, claim) -> {
            boolean used =
                    view.topology().to(id, Relation.MOUNTS).stream().findAny().isPresent();
            if (!used && !view.isMade(id) && !view.hasCustomObjects(id.namespace())) {
                view.tell("claim-unused", Severity.ADVICE, id, FieldPath.of("metadata", "name"), "claim-unused");
            }
        });
    }

    /// A claim without a class waits until somebody makes a class the default.
    private static void classes(ProjectView view) {
        boolean hasClasses = !view.ids(StorageClass.class).isEmpty();
        boolean hasDefault = view.ids(StorageClass.class).stream()
                .flatMap(id -> view.topology().object(id).stream())
                .anyMatch(c -> c.getMetadata().getAnnotations() != null
                        && Stream.of(DEFAULT_CLASS, OLD_DEFAULT_CLASS)
                                .anyMatch(a -> "true"
                                        .equals(c.getMetadata().getAnnotations().get(a))));
        if (!hasClasses || hasDefault) {
            return;
        }
        view.each(PersistentVolumeClaim.class, (id, claim) -> classless(view, id, FieldPath.of("spec"), claim));
        view.each(StatefulSet.class, (id, set) -> {
            var claims = set.getSpec() == null
                    ? List.<PersistentVolumeClaim>of()
                    : ProjectView.each(set.getSpec().getVolumeClaimTemplates());
            for (int i = 0; i < claims.size(); i++) {
                classless(view, id, FieldPath.of("spec", "volumeClaimTemplates", i, "spec"), claims.get(i));
            }
        });
    }

    /// Whether a claim names its class as was done before there was a field for it
    /// (`component-helpers/storage/volume/helpers.go GetPersistentVolumeClaimClass`).
    private static boolean isClassed(PersistentVolumeClaim claim) {
        return claim.getMetadata() != null
                && claim.getMetadata().getAnnotations() != null
                && claim.getMetadata().getAnnotations().containsKey(OLD_CLASS);
    }

    private static void classless(ProjectView view, ResourceId id, FieldPath path, PersistentVolumeClaim claim) {
        if (claim.getSpec() != null
                && claim.getSpec().getStorageClassName() == null
                && claim.getSpec().getVolumeName() == null
                && !isClassed(claim)) {
            List<ResourceId> classes = view.ids(StorageClass.class);
            String only = classes.getFirst().name();
            Optional<Edit> edit = classes.size() == 1
                    ? Optional.of(new Edit.SetField(id, path.key("storageClassName"), only))
                    : Optional.empty();
            view.tell("claim-class", Severity.ADVICE, id, path, "claim-class", Kinds.STORAGE_CLASS.kind())
                    .fix(edit, "set-field", "storageClassName", only);
        }
    }
}
