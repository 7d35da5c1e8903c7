package drydock.sim.kubectl;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodTemplate;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.node.v1.RuntimeClass;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClass;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The columns of configuration, quotas, accounts and classes (`pkg/printers/internalversion/printers.go`).
final class CoreColumns {

    static final List<Columns<?>> ALL = List.of(
            Columns.named(ConfigMap.class)
                    .and("DATA", map -> size(map.getData()) + size(map.getBinaryData()))
                    .age(),
            Columns.named(Secret.class)
                    .and("TYPE", Secret::getType)
                    .and("DATA", secret -> size(secret.getData()))
                    .age(),
            Columns.named(ServiceAccount.class)
                    .and("SECRETS", account -> account.getSecrets().size())
                    .age(),
            Columns.named(Namespace.class)
                    .and(
                            "STATUS",
                            space -> space.getStatus() == null
                                    ? ""
                                    : space.getStatus().getPhase())
                    .age(),
            Columns.named(ResourceQuota.class)
                    .and("REQUEST", quota -> amounts(quota, false))
                    .and("LIMIT", quota -> amounts(quota, true))
                    .age(),
            Columns.named(LimitRange.class)
                    .and("CREATED AT", range -> range.getMetadata().getCreationTimestamp()),
            Columns.named(Lease.class)
                    .and(
                            "HOLDER",
                            lease -> lease.getSpec() == null
                                    ? ""
                                    : lease.getSpec().getHolderIdentity())
                    .age(),
            Columns.named(PriorityClass.class)
                    .and("VALUE", PriorityClass::getValue)
                    .and("GLOBAL-DEFAULT", of -> Boolean.TRUE.equals(of.getGlobalDefault()))
                    .age()
                    .and("PREEMPTIONPOLICY", PriorityClass::getPreemptionPolicy),
            Columns.named(RuntimeClass.class)
                    .and("HANDLER", RuntimeClass::getHandler)
                    .age(),
            Columns.named(PodTemplate.class)
                    .and(
                            "CONTAINERS",
                            of -> of.getTemplate().getSpec().getContainers().stream()
                                    .map(container -> container.getName())
                                    .collect(Collectors.joining(",")))
                    .and(
                            "IMAGES",
                            of -> of.getTemplate().getSpec().getContainers().stream()
                                    .map(container -> container.getImage())
                                    .collect(Collectors.joining(",")))
                    .and(
                            "POD LABELS",
                            of -> Tables.pairs(of.getTemplate().getMetadata().getLabels())));

    private CoreColumns() {}

    private static int size(@Nullable Map<String, ?> map) {
        return map == null ? 0 : map.size();
    }

    /// `cpu: 200m/1, pods: 2/4`: what of the quota is used (`printers.go printResourceQuota`).
    private static String amounts(ResourceQuota quota, boolean limits) {
        if (quota.getStatus() == null || quota.getStatus().getHard() == null) {
            return "";
        }
        Map<String, Quantity> used =
                Objects.requireNonNullElse(quota.getStatus().getUsed(), Map.of());
        return new TreeMap<>(quota.getStatus().getHard())
                .entrySet().stream()
                        .filter(hard -> hard.getKey().startsWith("limits.") == limits)
                        .map(hard -> hard.getKey() + ": "
                                + Objects.requireNonNullElse(used.get(hard.getKey()), new Quantity("0")) + "/"
                                + hard.getValue())
                        .collect(Collectors.joining(", "));
    }
}
