package drydock.model.validation.storage;

import drydock.model.resource.Names;
import drydock.model.resource.Quantities;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.ArrayList;
import java.util.List;

/// PersistentVolumes (`pkg/apis/core/validation/validation.go ValidatePersistentVolumeSpec`).
final class VolumeRules {

    private static final String ATTRIBUTES_CLASS = "volumeAttributesClassName";

    /// From this version on classes of attributes are read (gate VolumeAttributesClass).
    private static final int ATTRIBUTES = 34;

    /// The sources in the order in which the API server looks at them.
    private static final List<String> SOURCES = List.of(
            "hostPath",
            "gcePersistentDisk",
            "awsElasticBlockStore",
            "glusterfs",
            "flocker",
            "nfs",
            "rbd",
            "quobyte",
            "cephfs",
            "iscsi",
            "cinder",
            "fc",
            "flexVolume",
            "azureFile",
            "vsphereVolume",
            "azureDisk",
            "photonPersistentDisk",
            "portworxVolume",
            "scaleIO",
            "local",
            "storageos",
            "csi");

    static final List<Rule> RULES = List.of(
            Rule.of("PersistentVolumeSpec", VolumeRules::accessModes),
            Rule.of("PersistentVolumeSpec", VolumeRules::capacity),
            Rule.of("PersistentVolumeSpec", VolumeRules::source),
            Rule.of("PersistentVolumeSpec", VolumeRules::root),
            Rule.of("PersistentVolumeSpec", VolumeRules::local),
            Rule.of("PersistentVolumeSpec", VolumeRules::storageClass),
            Rule.of("PersistentVolumeSpec", VolumeRules::attributesClass));

    private VolumeRules() {}

    private static void accessModes(Visit spec) {
        List<?> modes = spec.value("accessModes") instanceof List<?> list ? list : List.of();
        if (modes.isEmpty()) {
            Checks.missing(spec, "accessModes")
                    .fix(spec.setting("accessModes", List.of("ReadWriteOnce")), "set-access-mode");
        }
        AccessModes.alone(spec, modes);
    }

    private static void capacity(Visit spec) {
        if (InlineRules.isInline(spec)) {
            return;
        }
        Visit capacity = spec.in("capacity");
        if (capacity.names().isEmpty()) {
            Checks.missing(spec, "capacity").fix(capacity.setting("storage", "1Gi"), "set-size", "1Gi");
            return;
        }
        if (!capacity.has("storage") || capacity.names().size() > 1) {
            spec.error("resources", "capacity", "capacity-storage")
                    .words(ServerWords.unsupportedRaw("{…}", List.of("storage")));
        }
        capacity.names().forEach(name -> positive(capacity, name));
    }

    private static void positive(Visit capacity, String name) {
        String amount = String.valueOf(capacity.value(name));
        if (Quantities.parse(amount)
                .filter(parsed -> Quantities.exact(parsed).signum() <= 0)
                .isPresent()) {
            capacity.error("resources", name, "number-positive")
                    .words(ServerWords.invalid(amount, "must be greater than zero"));
        }
    }

    /// The API server does not mind a flexVolume beside another source, but one after it.
    private static void source(Visit spec) {
        List<String> there = new ArrayList<>(SOURCES);
        there.retainAll(spec.names());
        there.stream()
                .skip(1)
                .filter(second -> !second.equals("flexVolume"))
                .forEach(second -> spec.error("one-of", second, "one-of.many")
                        .words(ServerWords.forbidden("may not specify more than 1 volume type")));
        if (there.isEmpty()) {
            spec.error(Checks.REQUIRED, spec.path(), "one-of.none")
                    .words(ServerWords.required("must specify a volume type"));
        }
    }

    /// Not all of a node is wiped for a new claim.
    private static void root(Visit spec) {
        boolean root = isRoot(spec.in("hostPath").textOrEmpty("path"))
                && spec.text("persistentVolumeReclaimPolicy").orElse("").equals("Recycle");
        if (root) {
            spec.error("reclaim", "persistentVolumeReclaimPolicy", "recycle-root")
                    .words(ServerWords.forbidden("may not be 'recycle' for a hostPath mount of '/'"));
        }
    }

    /// Whether a path leads to the root, however it is written (`path.Clean`).
    private static boolean isRoot(String path) {
        int depth = 0;
        for (String part : path.split("/")) {
            switch (part) {
                case "", "." -> {}
                case ".." -> depth = Math.max(0, depth - 1);
                default -> depth++;
            }
        }
        return path.startsWith("/") && depth == 0;
    }

    /// A disk of one node needs to say of which (`validateLocalVolumeSource`).
    private static void local(Visit spec) {
        Visit affinity = spec.in("nodeAffinity");
        if (spec.has("nodeAffinity") && !affinity.has("required")) {
            Checks.missing(affinity, "required", "must specify required node constraints");
        } else if (spec.has("local") && !affinity.has("required")) {
            spec.error(Checks.REQUIRED, "nodeAffinity", "local-affinity")
                    .words(ServerWords.required("Local volume requires node affinity"));
        }
    }

    private static void storageClass(Visit spec) {
        spec.text("storageClassName")
                .filter(name -> !name.isEmpty())
                .ifPresent(name -> Checks.form(
                        spec, "name", "storageClassName", "name-subdomain", name, Names::subdomainProblems));
    }

    private static void attributesClass(Visit spec) {
        if (!spec.version().atLeast(ATTRIBUTES) || !(spec.value(ATTRIBUTES_CLASS) instanceof String name)) {
            return;
        }
        if (name.isEmpty()) {
            Checks.missing(spec, ATTRIBUTES_CLASS, "an empty string is disallowed");
        }
        Checks.form(spec, "name", ATTRIBUTES_CLASS, "name-subdomain", Names::subdomainProblems);
        if (!spec.has("csi")) {
            Checks.missing(spec, "csi", "has to be specified when using volumeAttributesClassName");
        }
    }
}
