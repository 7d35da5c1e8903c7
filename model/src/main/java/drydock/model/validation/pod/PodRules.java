package drydock.model.validation.pod;

import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.Visit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a Pod's parts have to do with each other (`pkg/apis/core/validation/validation.go
/// ValidatePodSpec`).
final class PodRules {

    static final List<Rule> RULES = List.of(
            Rule.of("PodSpec", PodRules::containerNames),
            Rule.of("PodSpec", PodRules::hostPorts),
            Rule.of("PodSpec", PodRules::volumes),
            Rule.of("Volume", PodRules::sources),
            Rule.of("ConfigMapVolumeSource", source -> needs(source, "name")),
            Rule.of("SecretVolumeSource", source -> needs(source, "secretName")),
            Rule.of("Toleration", PodRules::toleration),
            Rule.of("Sysctl", PodRules::sysctl));

    /// The sources in the order in which the API server looks at them (`validateVolumeSource`).
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
            "persistentVolumeClaim",
            "rbd",
            "cinder",
            "cephfs",
            "flocker",
            "downwardAPI",
            "fc",
            "flexVolume",
            "configMap",
            "azureFile",
            "vsphereVolume",
            "quobyte",
            "azureDisk",
            "photonPersistentDisk",
            "portworxVolume",
            "scaleIO",
            "storageos",
            "projected",
            "csi",
            "ephemeral",
            "image");

    private static final Pattern SYSCTL =
            Pattern.compile("([a-z0-9]([-_a-z0-9]*[a-z0-9])?[./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?");

    private PodRules() {}

    private static Stream<Visit> containers(Visit pod) {
        return Stream.concat(pod.each("containers").stream(), pod.each("initContainers").stream());
    }

    private static void containerNames(Visit pod) {
        Set<String> seen = new HashSet<>();
        containers(pod)
                .forEach(c -> c.text("name")
                        .filter(n -> !n.isEmpty() && !seen.add(n))
                        .ifPresent(n -> Checks.duplicate(c, "name", n)));
    }

    private static void hostPorts(Visit pod) {
        if (pod.isTrue("hostNetwork")) {
            containers(pod).flatMap(c -> c.each("ports").stream()).forEach(port -> {
                long host = port.number("hostPort").orElse(0);
                if (host != 0 && host != port.number("containerPort").orElse(0)) {
                    port.error("host-port", "hostPort", "host-port");
                }
            });
        }
    }

    private static void volumes(Visit pod) {
        Set<String> names = new HashSet<>();
        for (Visit volume : pod.each("volumes")) {
            String name = volume.text("name").orElse("");
            if (!name.isEmpty() && !names.add(name)) {
                Checks.duplicate(volume, "name", name);
            } else if (!name.isEmpty()) {
                Checks.form(volume, "name", "name", "name-label", name, Names::labelProblems);
            }
        }
        boolean addedLater =
                pod.path().toString().startsWith("spec.template") && pod.kind().equals("StatefulSet");
        if (addedLater) {
            pod.top()
                    .in("spec")
                    .each("volumeClaimTemplates")
                    .forEach(claim -> claim.in("metadata").text("name").ifPresent(names::add));
        }
        containers(pod)
                .flatMap(c -> c.each("volumeMounts").stream())
                .forEach(mount -> mount.text("name")
                        .filter(n -> !n.isEmpty() && !names.contains(n))
                        .ifPresent(n -> mount.error("volume-not-found", "name", "volume-not-found", Checks.shown(n))));
    }

    private static void sources(Visit volume) {
        List<String> there = new ArrayList<>(SOURCES);
        there.retainAll(volume.names());
        there.stream().skip(1).forEach(second -> volume.error("one-of", second, "one-of.many"));
    }

    private static void needs(Visit visit, String field) {
        if (visit.text(field).orElse("").isEmpty() && !(visit.value(field) instanceof Number)) {
            visit.error(Checks.REQUIRED, field, "required-field", visit.path().key(field));
        }
    }

    private static void toleration(Visit toleration) {
        boolean exists = toleration.text("operator").orElse("").equals("Exists");
        if (exists && !toleration.text("value").orElse("").isEmpty()) {
            toleration.error("toleration", "operator", "toleration-value");
        }
    }

    private static void sysctl(Visit sysctl) {
        String name = sysctl.text("name").orElse("");
        if (!name.isEmpty() && (name.length() > 253 || !SYSCTL.matcher(name).matches())) {
            sysctl.error("sysctl", "name", "sysctl", Checks.shown(name));
        }
    }
}
