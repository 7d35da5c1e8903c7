package drydock.sim.admission;

import drydock.model.resource.Kinds;
import drydock.model.resource.Quantities;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.sim.store.Present;
import drydock.sim.store.Refusals;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Refuses what would take a namespace over one of its quotas
/// (`apiserver/pkg/admission/plugin/resourcequota/controller.go checkRequest`).
///
/// What is used is counted from what is there, so two requests of one moment cannot both have the last place.
final class QuotaAdmission {

    /// What every container has to say where a quota bounds it (`evaluator/core/pods.go validationSet`).
    private static final List<String> TO_BE_TOLD =
            List.of("cpu", "memory", "requests.cpu", "requests.memory", "limits.cpu", "limits.memory");

    private final Present present;

    QuotaAdmission(Present present) {
        this.present = present;
    }

    /// @throws drydock.model.cluster.ClusterException 403 in the name of the first quota that does not allow `object`
    void check(ResourceId id, HasMetadata object) {
        Collection<HasMetadata> quotas =
                id.namespace().isEmpty() ? List.of() : present.list(Kinds.RESOURCE_QUOTA, id.namespace());
        if (!quotas.isEmpty()) {
            Map<String, Quantity> wanted = QuotaUsage.of(object);
            for (HasMetadata quota : quotas) {
                check(id, object, (ResourceQuota) quota, wanted);
            }
        }
    }

    /// The same of an object that takes the place of `before`: what it needs beyond that has to be there
    /// (`controller.go`, deltaUsage).
    void check(ResourceId id, HasMetadata before, HasMetadata object) {
        Map<String, Quantity> more = new TreeMap<>(QuotaUsage.of(object));
        QuotaUsage.of(before)
                .forEach((name, had) -> more.computeIfPresent(name, (_, now) -> Quantities.difference(now, had)));
        more.values().removeIf(amount -> Quantities.exact(amount).signum() <= 0);
        for (HasMetadata quota : present.list(Kinds.RESOURCE_QUOTA, id.namespace())) {
            check(id, object, (ResourceQuota) quota, more);
        }
    }

    private void check(ResourceId id, HasMetadata object, ResourceQuota quota, Map<String, Quantity> wanted) {
        if (quota.getSpec() == null || quota.getSpec().getHard() == null || !QuotaScopes.match(quota, object)) {
            return;
        }
        Map<String, Quantity> hard = new TreeMap<>(quota.getSpec().getHard());
        if (object instanceof Pod pod) {
            requireTold(id, pod, quota, hard);
        }
        Map<String, Quantity> asked = new TreeMap<>(wanted);
        asked.keySet().retainAll(hard.keySet());
        asked.values().removeIf(amount -> Quantities.exact(amount).signum() == 0);
        if (asked.isEmpty()) {
            return;
        }
        Map<String, Quantity> used = used(object, quota);
        List<String> exceeded = asked.keySet().stream()
                .filter(name -> Quantities.compare(
                                Quantities.sum(used.getOrDefault(name, new Quantity("0")), asked.get(name)),
                                hard.get(name))
                        > 0)
                .toList();
        if (!exceeded.isEmpty()) {
            throw Refusals.forbidden(
                    id,
                    "exceeded quota: " + quota.getMetadata().getName() + ", requested: " + text(exceeded, asked)
                            + ", used: " + text(exceeded, used) + ", limited: " + text(exceeded, hard));
        }
    }

    private Map<String, Quantity> used(HasMetadata like, ResourceQuota quota) {
        ResourceKind kind = Kinds.of(like);
        Map<String, Quantity> used = new TreeMap<>();
        for (HasMetadata there : present.list(kind, like.getMetadata().getNamespace())) {
            if (QuotaScopes.match(quota, there)) {
                PodAmounts.add(used, QuotaUsage.of(there));
            }
        }
        return used;
    }

    private static void requireTold(ResourceId id, Pod pod, ResourceQuota quota, Map<String, Quantity> hard) {
        Map<String, TreeSet<String>> missing = new TreeMap<>();
        for (String name : TO_BE_TOLD) {
            if (hard.containsKey(name)) {
                Stream.concat(pod.getSpec().getContainers().stream(), pod.getSpec().getInitContainers().stream())
                        .filter(container -> !tells(container, name))
                        .forEach(container -> missing.computeIfAbsent(name, _ -> new TreeSet<>())
                                .add(Objects.requireNonNullElse(container.getName(), "")));
            }
        }
        if (!missing.isEmpty()) {
            throw Refusals.forbidden(
                    id,
                    "failed quota: " + quota.getMetadata().getName() + ": must specify "
                            + missing.entrySet().stream()
                                    .map(e -> e.getKey() + " for: " + String.join(",", e.getValue()))
                                    .collect(Collectors.joining("; ")));
        }
    }

    private static boolean tells(Container container, String name) {
        String resource = name.substring(name.indexOf('.') + 1);
        return (name.startsWith("limits.") ? LimitRanger.limits(container) : LimitRanger.requests(container))
                .containsKey(resource);
    }

    private static String text(List<String> names, Map<String, Quantity> amounts) {
        return names.stream()
                .map(name -> name + "=" + Quantities.canonical(amounts.getOrDefault(name, new Quantity("0"))))
                .collect(Collectors.joining(","));
    }
}
