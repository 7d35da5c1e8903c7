package drydock.model.validation.project.traffic;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.ResourceId;
import drydock.model.validation.ProjectView;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Severity;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Addresses and node ports that a cluster gives to one Service only
/// (`pkg/registry/core/service/storage/alloc.go allocateCreate`).
final class AllocationRules {

    static final List<Rule> RULES =
            List.of(new Rule.OfProject(AllocationRules::nodePorts), new Rule.OfProject(AllocationRules::addresses));

    private AllocationRules() {}

    /// One Service may use a node port for several protocols; two may not share it.
    private static void nodePorts(ProjectView view) {
        Map<Integer, ResourceId> taken = new HashMap<>();
        view.each(Service.class, (id, service) -> {
            if (!isExposed(service)) {
                return;
            }
            List<ServicePort> ports = new ServicePorts(service).ports();
            for (int i = 0; i < ports.size(); i++) {
                Integer port = ports.get(i).getNodePort();
                ResourceId other = port == null || port == 0 ? id : taken.putIfAbsent(port, id);
                if (other != null && !other.equals(id)) {
                    view.tell(
                                    "node-port-taken",
                                    Severity.ERROR,
                                    id,
                                    FieldPath.of("spec", "ports", i, "nodePort"),
                                    "node-port-taken",
                                    String.valueOf(port),
                                    named(other))
                            .words(ServerWords.invalid(port, "provided port is already allocated"));
                }
            }
        });
    }

    private static boolean isExposed(Service service) {
        return service.getSpec() != null
                && ("NodePort".equals(service.getSpec().getType())
                        || "LoadBalancer".equals(service.getSpec().getType()));
    }

    private static void addresses(ProjectView view) {
        Map<String, ResourceId> taken = new HashMap<>();
        view.each(Service.class, (id, service) -> {
            String address =
                    service.getSpec() == null ? null : service.getSpec().getClusterIP();
            if (address != null && !address.isEmpty() && !address.equals("None")) {
                ResourceId other = taken.putIfAbsent(address, id);
                if (other != null) {
                    view.tell(
                            "cluster-ip-taken",
                            Severity.ERROR,
                            id,
                            FieldPath.of("spec", "clusterIP"),
                            "cluster-ip-taken",
                            address,
                            named(other));
                }
            }
        });
    }

    private static String named(ResourceId id) {
        return id.namespace() + "/" + id.name();
    }
}
