package drydock.sim.admission;

import drydock.model.resource.LabelSelector;
import drydock.model.resource.ResourceId;
import drydock.sim.store.Refusals;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the cluster could not work with is refused, in the API server's words (`pkg/apis/core/validation`,
/// `pkg/apis/apps/validation`).
final class Validation {

    private static final String REQUIRED = ": Required value";

    private final List<String> problems = new ArrayList<>();

    private Validation() {}

    /// @throws drydock.model.cluster.ClusterException 422, which names every field that is wrong
    static void check(ResourceId id, HasMetadata object) {
        Validation validation = new Validation();
        validation.object(object);
        if (!validation.problems.isEmpty()) {
            String all = String.join(", ", validation.problems);
            throw Refusals.invalid(id, validation.problems.size() == 1 ? all : "[" + all + "]");
        }
    }

    private void object(HasMetadata object) {
        switch (object) {
            case Pod pod -> spec("spec", pod.getSpec());
            case ReplicationController controller -> {
                if (controller.getSpec() == null) {
                    problems.add("spec.selector" + REQUIRED);
                    return;
                }
                replicas(controller.getSpec().getReplicas());
                Map<String, String> selector = controller.getSpec().getSelector();
                if (selector == null || selector.isEmpty()) {
                    problems.add("spec.selector" + REQUIRED);
                }
                template(controller.getSpec().getTemplate(), LabelSelector.ofLabels(selector));
            }
            case ReplicaSet set -> {
                replicas(set.getSpec() == null ? null : set.getSpec().getReplicas());
                selected(
                        set.getSpec() == null ? null : set.getSpec().getSelector(),
                        set.getSpec() == null ? null : set.getSpec().getTemplate(),
                        "replicaset");
            }
            case Deployment deployment -> {
                replicas(
                        deployment.getSpec() == null
                                ? null
                                : deployment.getSpec().getReplicas());
                selected(
                        deployment.getSpec() == null
                                ? null
                                : deployment.getSpec().getSelector(),
                        deployment.getSpec() == null
                                ? null
                                : deployment.getSpec().getTemplate(),
                        "deployment");
            }
            case Service service -> ServiceValidation.check(service.getSpec(), problems);
            default -> {
                // nothing of the other kinds would stop the cluster
            }
        }
    }

    private void replicas(@Nullable Integer replicas) {
        if (replicas != null && replicas < 0) {
            problems.add("spec.replicas: Invalid value: " + replicas + ": must be greater than or equal to 0");
        }
    }

    private void selected(
            io.fabric8.kubernetes.api.model.@Nullable LabelSelector selector,
            @Nullable PodTemplateSpec template,
            String kind) {
        if (selector == null) {
            problems.add("spec.selector" + REQUIRED);
        } else if (LabelSelector.of(selector).isEverything()) {
            problems.add("spec.selector: Invalid value: {}: empty selector is invalid for " + kind);
        }
        template(template, selector == null ? LabelSelector.EVERYTHING : LabelSelector.of(selector));
    }

    private void template(@Nullable PodTemplateSpec template, LabelSelector selector) {
        if (template == null) {
            problems.add("spec.template" + REQUIRED);
            return;
        }
        Map<String, String> labels =
                template.getMetadata() == null ? null : template.getMetadata().getLabels();
        if (!selector.matches(labels)) {
            problems.add("spec.template.metadata.labels: Invalid value: " + json(labels)
                    + ": `selector` does not match template `labels`");
        }
        spec("spec.template.spec", template.getSpec());
    }

    private void spec(String path, @Nullable PodSpec spec) {
        if (spec == null || spec.getContainers().isEmpty()) {
            problems.add(path + ".containers" + REQUIRED);
            return;
        }
        containers(path + ".containers", spec.getContainers());
        containers(path + ".initContainers", spec.getInitContainers());
    }

    private void containers(String path, List<Container> containers) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < containers.size(); i++) {
            String at = path + "[" + i + "]";
            Container container = containers.get(i);
            String name = Objects.requireNonNullElse(container.getName(), "");
            if (name.isEmpty()) {
                problems.add(at + ".name" + REQUIRED);
            } else if (names.contains(name)) {
                problems.add(at + ".name: Duplicate value: \"" + name + "\"");
            }
            names.add(name);
            if (PodDefaults.isEmpty(container.getImage())) {
                problems.add(at + ".image" + REQUIRED);
            }
        }
    }

    private static String json(@Nullable Map<String, String> labels) {
        return labels == null || labels.isEmpty()
                ? "null"
                : new TreeMap<>(labels)
                        .entrySet().stream()
                                .map(e -> "\"" + e.getKey() + "\":\"" + e.getValue() + "\"")
                                .collect(Collectors.joining(",", "{", "}"));
    }
}
