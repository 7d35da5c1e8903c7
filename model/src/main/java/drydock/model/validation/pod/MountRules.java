package drydock.model.validation.pod;

import drydock.model.manifest.FieldPath;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where containers mount volumes and have devices (`pkg/apis/core/validation/validation.go
/// ValidateVolumeMounts`, `ValidateVolumeDevices`).
final class MountRules {

    private static final String RULE = "mount";
    private static final String NOT_FOUND = "volume-not-found";
    private static final List<String> PROPAGATIONS = List.of("Bidirectional", "HostToContainer", "None");
    private static final List<String> READ_ONLY = List.of("Disabled", "Enabled", "IfPossible");

    /// From this version on the field is read at all (gate RecursiveReadOnlyMounts).
    private static final int RECURSIVE = 31;

    static final List<Rule> RULES = List.of(Rule.of("PodSpec", MountRules::containers));

    private MountRules() {}

    private static void containers(Visit pod) {
        Map<String, Volumes.Volume> volumes = Volumes.of(pod);
        Pods.allContainers(pod).forEach(container -> {
            mounts(container, volumes);
            devices(container, volumes);
        });
    }

    private static void mounts(Visit container, Map<String, Volumes.Volume> volumes) {
        Set<String> places = new HashSet<>();
        Set<String> deviceNames = Set.copyOf(Pods.names(container.each("volumeDevices").stream()));
        Set<String> devicePaths = paths(container, "volumeDevices", "devicePath");
        for (Visit mount : container.each("volumeMounts")) {
            String name = mount.textOrEmpty("name");
            String place = mount.textOrEmpty("mountPath");
            found(mount, name, volumes);
            if (!place.isEmpty() && !places.add(place)) {
                mount.error("duplicate-value", "mountPath", "duplicate-value", place)
                        .words(ServerWords.invalid(place, "must be unique"));
            }
            if (!name.isEmpty() && deviceNames.contains(name)) {
                mount.error(RULE, "name", "mount-and-device", name)
                        .words(ServerWords.invalid(name, "must not already exist in volumeDevices"));
            }
            if (!place.isEmpty() && devicePaths.contains(place)) {
                mount.error(RULE, "mountPath", "mount-and-device", place)
                        .words(ServerWords.invalid(place, "must not already exist as a path in volumeDevices"));
            }
            subPaths(mount, volumes.get(name));
            propagation(mount, container);
            recursive(mount);
        }
    }

    private static Set<String> paths(Visit container, String list, String field) {
        Set<String> paths = new HashSet<>();
        container.each(list).forEach(v -> paths.add(v.textOrEmpty(field)));
        return paths;
    }

    private static void found(Visit visit, String name, Map<String, Volumes.Volume> volumes) {
        Volumes.Volume volume = volumes.get(name);
        if (name.isEmpty() || (volume != null && volume.usable())) {
            return;
        }
        String key = volume == null ? NOT_FOUND : "volume-refused";
        visit.error(NOT_FOUND, "name", key, Checks.shown(name)).words(ServerWords.notFound(name));
    }

    /// The API server leaves the place in the list out of the path.
    private static void subPaths(Visit mount, Volumes.Volume volume) {
        FieldPath list = mount.path().parent();
        for (String field : List.of("subPath", "subPathExpr")) {
            String path = mount.textOrEmpty(field);
            if (!path.isEmpty() && volume != null && volume.usable() && volume.isImage() && !mountsImageParts(mount)) {
                mount.error(RULE, field, "mount-image-path")
                        .words(ServerWords.invalid(path, "not allowed in image volume sources"));
            }
            Paths.local(mount, field, list.key(field));
        }
        if (!mount.textOrEmpty("subPath").isEmpty()
                && !mount.textOrEmpty("subPathExpr").isEmpty()) {
            mount.error("one-of", "subPathExpr", "mount-two-paths")
                    .words(ServerWords.invalid(
                            mount.textOrEmpty("subPathExpr"), "subPathExpr and subPath are mutually exclusive"));
        }
    }

    /// From 1.33 on a part of an image can be mounted.
    private static boolean mountsImageParts(Visit mount) {
        return mount.version().atLeast(33);
    }

    private static void propagation(Visit mount, Visit container) {
        String chosen = mount.textOrEmpty("mountPropagation");
        FieldPath called = mount.path().parent().key("mountPropagation");
        FieldPath at = mount.path().key("mountPropagation");
        if (mount.has("mountPropagation") && !PROPAGATIONS.contains(chosen)) {
            mount.errorCalled(
                            called,
                            "unsupported-value",
                            at,
                            "unsupported-value",
                            Checks.shown(chosen),
                            String.join(", ", PROPAGATIONS))
                    .words(ServerWords.unsupportedOf(chosen, PROPAGATIONS));
        }
        if (chosen.equals("Bidirectional") && !container.in("securityContext").isTrue("privileged")) {
            mount.errorCalled(called, RULE, at, "mount-bidirectional")
                    .words(ServerWords.forbidden(
                            "Bidirectional mount propagation is available only to privileged containers"));
        }
    }

    private static void recursive(Visit mount) {
        String chosen = mount.textOrEmpty("recursiveReadOnly");
        FieldPath called = mount.path().parent().key("recursiveReadOnly");
        FieldPath at = mount.path().key("recursiveReadOnly");
        if (!mount.has("recursiveReadOnly")
                || chosen.equals("Disabled")
                || !mount.version().atLeast(RECURSIVE)) {
            return;
        }
        if (!READ_ONLY.contains(chosen)) {
            mount.errorCalled(
                            called,
                            "unsupported-value",
                            at,
                            "unsupported-value",
                            Checks.shown(chosen),
                            String.join(", ", READ_ONLY))
                    .words(ServerWords.unsupportedOf(chosen, READ_ONLY));
            return;
        }
        if (!mount.isTrue("readOnly")) {
            mount.errorCalled(called, RULE, at, "mount-recursive-read-only")
                    .words(ServerWords.forbidden("may only be specified when readOnly is true"))
                    .fix(
                            mount.setting("readOnly", true),
                            "fix.set",
                            mount.path().key("readOnly"),
                            "true");
        }
        if (mount.has("mountPropagation")
                && !mount.textOrEmpty("mountPropagation").equals("None")) {
            mount.errorCalled(called, RULE, at, "mount-recursive-propagation")
                    .words(ServerWords.forbidden(
                            "may only be specified when mountPropagation is None or not specified"));
        }
    }

    private static void devices(Visit container, Map<String, Volumes.Volume> volumes) {
        Set<String> names = new HashSet<>();
        Set<String> places = new HashSet<>();
        for (Visit device : container.each("volumeDevices")) {
            String name = device.textOrEmpty("name");
            String place = device.textOrEmpty("devicePath");
            if (!name.isEmpty() && !names.add(name)) {
                device.error("duplicate-value", "name", "duplicate-value", Checks.shown(name))
                        .words(ServerWords.invalid(name, "must be unique"));
            }
            Volumes.Volume volume = volumes.get(name);
            if (volume != null && volume.usable() && !volume.isClaim()) {
                device.error(RULE, "name", "device-no-claim", Checks.shown(name))
                        .words(ServerWords.invalid(
                                name,
                                "can only use volume source type of PersistentVolumeClaim or Ephemeral for"
                                        + " block mode"));
            }
            found(device, name, volumes);
            if (!place.isEmpty() && places.contains(place)) {
                device.error("duplicate-value", "devicePath", "duplicate-value", Checks.shown(place))
                        .words(ServerWords.invalid(place, "must be unique"));
            }
            if (Paths.hasBacksteps(place)) {
                device.error("path", "devicePath", "path-backsteps")
                        .words(ServerWords.invalid(place, "can not contain backsteps ('..')"));
            } else {
                places.add(place);
            }
            if (!name.isEmpty()
                    && Pods.names(container.each("volumeMounts").stream()).contains(name)) {
                device.error(RULE, "name", "mount-and-device", name)
                        .words(ServerWords.invalid(name, "must not already exist in volumeMounts"));
            }
            if (!place.isEmpty()
                    && paths(container, "volumeMounts", "mountPath").contains(place)) {
                device.error(RULE, "devicePath", "mount-and-device", place)
                        .words(ServerWords.invalid(place, "must not already exist as a path in volumeMounts"));
            }
        }
    }
}
