package drydock.model.validation.project.missing;

import drydock.model.edit.Edit;
import drydock.model.manifest.FieldPath;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.validation.ProjectView;
import drydock.model.validation.Report;
import drydock.model.validation.Rule;
import drydock.model.validation.Severity;
import drydock.model.validation.Workload;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// ConfigMaps, Secrets, their keys, claims and service accounts that Pods name and nobody defines.
///
/// Containers wait for what is missing (`pkg/kubelet/kubelet_pods.go makeEnvironmentVariables`,
/// `pkg/volume/configmap/configmap.go SetUpAt`); a claim keeps the Pod from being scheduled.
final class PodNameRules {

    static final List<Rule> RULES =
            List.of(new Rule.OfProject(view -> view.workloads().forEach(workload -> check(view, workload))));

    private static final Map<String, String> RULE_NAMES = Map.of(
            "ConfigMap", "missing-config-map",
            "Secret", "missing-secret",
            "PersistentVolumeClaim", "missing-claim",
            "ServiceAccount", "missing-service-account");

    private PodNameRules() {}

    private static void check(ProjectView view, Workload workload) {
        List<Mention> mentions = Mentions.of(workload);
        Set<ResourceId> told = new HashSet<>();
        for (Mention mention : mentions) {
            ResourceId named = ResourceId.of(mention.kind(), workload.id().namespace(), mention.name());
            if (view.knows(named)) {
                mention.key().ifPresent(key -> key(view, workload, named, key));
            } else if (told.add(named)) {
                missing(view, workload, mention, named, mentions);
            }
        }
    }

    /// What is missing and can be said with certainty to keep containers from starting is warned of; not so Secrets,
    /// which many keep out of their projects.
    private static void missing(
            ProjectView view, Workload workload, Mention mention, ResourceId named, List<Mention> all) {
        boolean elsewhere = named.kind().equals("Secret");
        view.tell(
                        RULE_NAMES.get(named.kind()),
                        mention.vital() && !elsewhere ? Severity.WARNING : Severity.ADVICE,
                        workload.id(),
                        mention.path(),
                        mention.vital() ? "missing" : "missing.ready",
                        named.kind(),
                        named.name())
                .fix(added(view, workload, named, all), "add", named.kind(), named.name());
    }

    private static Optional<Edit> added(ProjectView view, Workload workload, ResourceId named, List<Mention> all) {
        Set<String> keys = new LinkedHashSet<>();
        all.stream()
                .filter(m -> m.kind().kind().equals(named.kind()) && m.name().equals(named.name()))
                .flatMap(m -> m.key().stream())
                .forEach(key -> keys.add(key.name()));
        return NewObjects.yaml(named, keys).map(yaml -> new Edit.AddObject(view.file(workload.id()), yaml));
    }

    private static void key(ProjectView view, Workload workload, ResourceId named, Mention.Key key) {
        Optional<Set<String>> keys = view.topology().object(named).map(PodNameRules::keys);
        if (keys.isEmpty()
                || keys.get().contains(key.name())
                || view.declarations().get(named) == null) {
            return;
        }
        Report report = view.tell(
                "missing-key",
                Severity.WARNING,
                workload.id(),
                key.path(),
                "missing-key",
                named.kind(),
                named.name(),
                key.name());
        if (keys.get().size() == 1) {
            String only = keys.get().iterator().next();
            report.fix(Optional.of(new Edit.SetField(workload.id(), key.path(), only)), "use-key", only);
        }
        String field = named.kind().equals(Kinds.SECRET.kind()) ? "stringData" : "data";
        Edit added = new Edit.SetField(named, FieldPath.of(field, key.name()), "");
        report.fix(Optional.of(added), "add-key", key.name(), named.name());
    }

    private static Set<String> keys(HasMetadata object) {
        Set<String> keys = new LinkedHashSet<>();
        if (object instanceof ConfigMap map) {
            addKeys(keys, map.getData());
            addKeys(keys, map.getBinaryData());
        }
        if (object instanceof Secret secret) {
            addKeys(keys, secret.getData());
            addKeys(keys, secret.getStringData());
        }
        return keys;
    }

    private static void addKeys(Set<String> keys, @Nullable Map<String, String> data) {
        if (data != null) {
            keys.addAll(data.keySet());
        }
    }
}
