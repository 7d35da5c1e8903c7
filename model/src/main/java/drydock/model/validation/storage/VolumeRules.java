package drydock.model.validation.storage;

import drydock.model.resource.Names;
import drydock.model.resource.Quantities;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// PersistentVolumes (`pkg/apis/core/validation/validation.go ValidatePersistentVolumeSpec`).
final class VolumeRules {

    private static final int LONGEST_DRIVER = 63;

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
            Rule.of("CSIPersistentVolumeSource", VolumeRules::csi));

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
        Visit capacity = spec.in("capacity");
        if (capacity.names().isEmpty()) {
            Checks.missing(spec, "capacity").fix(capacity.setting("storage", "1Gi"), "set-size", "1Gi");
            return;
        }
        if (!capacity.has("storage") || capacity.names().size() > 1) {
            spec.error("resources", "capacity", "capacity-storage")
                    .words(ServerWords.unsupportedRaw("{…}", List.of("storage")));
        }
        Object size = capacity.value("storage");
        if (size != null
                && Quantities.parse(size.toString())
                        .filter(amount -> Quantities.exact(amount).signum() <= 0)
                        .isPresent()) {
            spec.error("resources", capacity.path().key("storage"), "number-positive")
                    .words(ServerWords.invalid(size.toString(), "must be greater than zero"));
        }
    }

    private static void source(Visit spec) {
        List<String> there = new ArrayList<>(SOURCES);
        there.retainAll(spec.names());
        there.stream()
                .skip(1)
                .forEach(second -> spec.error("one-of", second, "one-of.many")
                        .words(ServerWords.forbidden("may not specify more than 1 volume type")));
        if (there.isEmpty()) {
            spec.error(Checks.REQUIRED, spec.path(), "one-of.none")
                    .words(ServerWords.required("must specify a volume type"));
        }
    }

    /// Not all of a node is wiped for a new claim.
    private static void root(Visit spec) {
        boolean root = spec.in("hostPath").textOrEmpty("path").equals("/")
                && spec.text("persistentVolumeReclaimPolicy").orElse("").equals("Recycle");
        if (root) {
            spec.error("reclaim", "persistentVolumeReclaimPolicy", "recycle-root")
                    .words(ServerWords.forbidden("may not be 'recycle' for a hostPath mount of '/'"));
        }
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

    /// `validateCSIPersistentVolumeSource`; the driver's name may have capitals.
    private static void csi(Visit csi) {
        Checks.form(
                csi,
                "name",
                "driver",
                "name-subdomain",
                driver -> driver.length() > LONGEST_DRIVER
                        ? List.of("must be no more than " + LONGEST_DRIVER + " characters")
                        : Names.subdomainProblems(driver.toLowerCase(Locale.ROOT)));
        for (String reference :
                List.of("controllerPublishSecretRef", "controllerExpandSecretRef", "nodePublishSecretRef")) {
            if (csi.has(reference)) {
                Visit secret = csi.in(reference);
                for (String field : List.of("name", "namespace")) {
                    Checks.required(secret, field);
                    Checks.form(secret, "name", field, "name-subdomain", Names::subdomainProblems);
                }
            }
        }
    }

    private static void storageClass(Visit spec) {
        spec.text("storageClassName")
                .filter(name -> !name.isEmpty())
                .ifPresent(name -> Checks.form(
                        spec, "name", "storageClassName", "name-subdomain", name, Names::subdomainProblems));
    }
}
