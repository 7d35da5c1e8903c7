package drydock.model.validation.project.running;

import drydock.model.edit.Edit;
import drydock.model.manifest.FieldPath;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.validation.ProjectView;
import drydock.model.validation.Rule;
import drydock.model.validation.Severity;
import drydock.model.validation.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.autoscaling.v2.CrossVersionObjectReference;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricTarget;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Autoscalers that have nothing to scale, or nothing to measure by.
final class ScalingRules {

    static final List<Rule> RULES = List.of(new Rule.OfProject(ScalingRules::check));

    private static final FieldPath TARGET = FieldPath.of("spec", "scaleTargetRef");

    private ScalingRules() {}

    private static void check(ProjectView view) {
        Map<ResourceId, ResourceId> scaled = new HashMap<>();
        view.each(HorizontalPodAutoscaler.class, (id, scaler) -> {
            Optional<ResourceId> target = target(id, scaler);
            target.ifPresent(t -> target(view, id, t, scaled.putIfAbsent(t, id)));
            target.flatMap(view::workload).ifPresent(w -> {
                metrics(view, id, scaler, w);
                replicas(view, id, w);
            });
        });
    }

    /// What an autoscaler scales, if it is of a kind of Kubernetes' own.
    static Optional<ResourceId> target(ResourceId id, HorizontalPodAutoscaler scaler) {
        CrossVersionObjectReference target =
                scaler.getSpec() == null ? null : scaler.getSpec().getScaleTargetRef();
        if (target == null || target.getKind() == null || target.getName() == null) {
            return Optional.empty();
        }
        String version = target.getApiVersion() == null ? "" : target.getApiVersion();
        String group = version.indexOf('/') < 0 ? "" : version.substring(0, version.indexOf('/'));
        return Kinds.find(group, target.getKind()).map(kind -> ResourceId.of(kind, id.namespace(), target.getName()));
    }

    private static void target(ProjectView view, ResourceId id, ResourceId target, @Nullable ResourceId other) {
        if (other != null) {
            view.tell(
                    "autoscaler-twice",
                    Severity.WARNING,
                    id,
                    TARGET.key("name"),
                    "autoscaler-twice",
                    target.kind(),
                    target.name(),
                    other.name());
        }
        if (!view.knows(target)) {
            view.tell(
                    "autoscaler-target",
                    Severity.WARNING,
                    id,
                    TARGET.key("name"),
                    "autoscaler-target",
                    target.kind(),
                    target.name());
        }
    }

    /// A part of what is requested can be told only where every container requests something
    /// (`pkg/controller/podautoscaler/replica_calculator.go calculateRequests`).
    private static void metrics(ProjectView view, ResourceId id, HorizontalPodAutoscaler scaler, Workload workload) {
        boolean defaults = view.ids(LimitRange.class).stream()
                .anyMatch(range -> range.namespace().equals(id.namespace()));
        List<MetricSpec> metrics = ProjectView.each(scaler.getSpec().getMetrics());
        for (int i = 0; i < metrics.size() && !defaults; i++) {
            MetricSpec metric = metrics.get(i);
            FieldPath path = FieldPath.of("spec", "metrics", i);
            if (metric.getResource() != null && isShare(metric.getResource().getTarget())) {
                requests(view, id, path.key("resource"), metric.getResource().getName(), workload, "");
            }
            if (metric.getContainerResource() != null
                    && isShare(metric.getContainerResource().getTarget())) {
                var source = metric.getContainerResource();
                String only = source.getContainer() == null ? "" : source.getContainer();
                requests(view, id, path.key("containerResource"), source.getName(), workload, only);
            }
        }
    }

    private static boolean isShare(@Nullable MetricTarget target) {
        return target != null && target.getAverageUtilization() != null;
    }

    private static void requests(
            ProjectView view, ResourceId id, FieldPath path, String resource, Workload workload, String only) {
        workload.running().stream()
                .map(Workload.Part::container)
                .filter(c -> only.isEmpty() || only.equals(c.getName()))
                .filter(c -> !requests(c, resource))
                .findFirst()
                .ifPresent(c -> view.tell(
                        "autoscaler-requests",
                        Severity.WARNING,
                        id,
                        path.key("name"),
                        "autoscaler-requests",
                        c.getName(),
                        workload.id().kind(),
                        workload.id().name(),
                        resource));
    }

    /// A limit is a request, too, where none is written.
    private static boolean requests(Container container, String resource) {
        var resources = container.getResources();
        return resources != null && (has(resources.getRequests(), resource) || has(resources.getLimits(), resource));
    }

    private static boolean has(@Nullable Map<String, Quantity> amounts, String resource) {
        return amounts != null && amounts.containsKey(resource);
    }

    /// Each time the manifest is applied, `replicas` takes back what the autoscaler has set.
    private static void replicas(ProjectView view, ResourceId id, Workload workload) {
        FieldPath field = FieldPath.of("spec", "replicas");
        boolean written = view.declarations().get(workload.id()).stream()
                .anyMatch(d -> d.document().value(inDocument(d.root(), field)).isPresent());
        if (written && workload.isController()) {
            view.tell("autoscaler-replicas", Severity.ADVICE, workload.id(), field, "autoscaler-replicas", id.name())
                    .fix(Optional.of(new Edit.RemoveField(workload.id(), field)), "remove", "replicas");
        }
    }

    private static FieldPath inDocument(FieldPath root, FieldPath field) {
        FieldPath path = root;
        for (FieldPath.Step step : field.steps()) {
            path = switch (step) {
                case FieldPath.Key(String name) -> path.key(name);
                case FieldPath.Index(int position) -> path.index(position);
            };
        }
        return path;
    }
}
