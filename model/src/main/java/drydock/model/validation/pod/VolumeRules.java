package drydock.model.validation.pod;

import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The names of volumes, and that each is of one kind (`pkg/apis/core/validation/validation.go
/// ValidateVolumes`, `validateVolumeSource`).
final class VolumeRules {

    private static final String RULE = "volume";
    private static final int LONGEST_ISCSI = 64;

    static final List<Rule> RULES = List.of(
            Rule.of("Volume", VolumeRules::sources),
            Rule.of("Volume", VolumeRules::initiator),
            Rule.of("PodSpec", VolumeRules::names),
            Rule.of("PodSpec", VolumeRules::ownClaims));

    /// The sources in the order in which the API server looks at them.
    private static final List<String> SOURCES = List.of(
            "emptyDir",
            "hostPath",
            "gitRepo",
            "gcePersistentDisk",
            "awsElasticBlockStore",
            "secret",
            "nfs",
            "iscsi",
            "glusterfs",
            "flocker",
            "persistentVolumeClaim",
            "rbd",
            "cinder",
            "cephfs",
            "quobyte",
            "downwardAPI",
            "fc",
            "flexVolume",
            "configMap",
            "azureFile",
            "vsphereVolume",
            "photonPersistentDisk",
            "portworxVolume",
            "azureDisk",
            "storageos",
            "projected",
            "scaleIO",
            "csi",
            "ephemeral",
            "image");

    /// Where the API server's path of a second source is misspelt.
    private static final Map<String, String> CALLED = Map.of("cephfs", "cephFS", "downwardAPI", "downwarAPI");

    private VolumeRules() {}

    private static void names(Visit pod) {
        Set<String> names = new HashSet<>();
        for (Visit volume : pod.each("volumes")) {
            String name = volume.textOrEmpty("name");
            if (!name.isEmpty() && names.contains(name)) {
                Checks.duplicate(volume, "name", name);
            }
            Checks.form(volume, "name", "name", "name-label", Names::labelProblems);
            if (!volume.isRefused(volume.path())) {
                names.add(name);
            }
        }
    }

    private static void sources(Visit volume) {
        List<String> there = new ArrayList<>(SOURCES);
        there.retainAll(volume.names());
        for (String second : there.stream().skip(1).toList()) {
            String called =
                    volume.path().key(CALLED.getOrDefault(second, second)).toString();
            volume.errorCalled(called, "one-of", volume.path().key(second), "one-of.many")
                    .words(ServerWords.forbidden("may not specify more than 1 volume type"))
                    .fix(volume.removing(second), "fix.remove", volume.path().key(second));
        }
    }

    private static void initiator(Visit volume) {
        Visit iscsi = volume.in("iscsi");
        String name = volume.textOrEmpty("name");
        String both = name + ":" + iscsi.textOrEmpty("targetPortal");
        if (iscsi.has("initiatorName") && both.length() > LONGEST_ISCSI) {
            volume.error(RULE, "name", "iscsi-too-long")
                    .words(ServerWords.invalid(
                            name,
                            "Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters if "
                                    + "iscsi.initiatorName is specified."));
        }
    }

    /// Claims that are made for the Pod are named after it, and belong to it alone. Of a template the Pod's
    /// name is not known.
    private static void ownClaims(Visit pod) {
        String name = pod.top().in("metadata").textOrEmpty("name");
        if (!Pods.isPod(pod) || name.isEmpty()) {
            return;
        }
        List<Visit> made =
                pod.each("volumes").stream().filter(v -> v.has("ephemeral")).toList();
        Set<String> claims =
                made.stream().map(v -> name + "-" + v.textOrEmpty("name")).collect(Collectors.toSet());
        for (Visit volume : made) {
            String claim = name + "-" + volume.textOrEmpty("name");
            Names.subdomainProblems(claim).stream()
                    .filter(_ -> !volume.isRefused(volume.path()))
                    .findFirst()
                    .ifPresent(problem -> volume.error(RULE, "name", "claim-name", claim, problem)
                            .words(ServerWords.invalid(
                                    volume.textOrEmpty("name"), "PVC name \"" + claim + "\": " + problem)));
        }
        for (Visit volume : pod.each("volumes")) {
            Visit claim = volume.in("persistentVolumeClaim");
            String used = claim.textOrEmpty("claimName");
            if (claims.contains(used)) {
                claim.error(RULE, "claimName", "claim-of-ephemeral")
                        .words(ServerWords.invalid(
                                used, "must not reference a PVC that gets created for an ephemeral volume"));
            }
        }
    }
}
