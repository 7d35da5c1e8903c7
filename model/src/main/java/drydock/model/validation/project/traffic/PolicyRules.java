package drydock.model.validation.project.traffic;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.LabelSelector;
import drydock.model.resource.ResourceId;
import drydock.model.topology.Relation;
import drydock.model.validation.ProjectView;
import drydock.model.validation.Rule;
import drydock.model.validation.Severity;
import drydock.model.validation.Workload;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.List;
import java.util.Optional;

/// Policies that let nobody through to a Service, and peers that nobody is.
final class PolicyRules {

    static final List<Rule> RULES =
            List.of(new Rule.OfProject(PolicyRules::cutServices), new Rule.OfProject(PolicyRules::peers));

    private PolicyRules() {}

    /// A port of a Service that the policies of all its Pods open for nobody at all: that it is cut is certain,
    /// whoever calls. Policies add up: what one of them opens is open.
    private static void cutServices(ProjectView view) {
        if (view.ids(NetworkPolicy.class).isEmpty()) {
            return;
        }
        view.each(Service.class, (id, service) -> {
            List<ServicePort> ports = new ServicePorts(service).ports();
            List<Workload> selected = view.selectedBy(id);
            for (int i = 0; i < ports.size() && !selected.isEmpty(); i++) {
                ServicePort port = ports.get(i);
                List<Optional<ResourceId>> cut =
                        selected.stream().map(w -> cutting(view, w, port)).toList();
                if (cut.stream().allMatch(Optional::isPresent)) {
                    view.tell(
                            "policy-cuts-service",
                            Severity.WARNING,
                            id,
                            FieldPath.of("spec", "ports", i, "port"),
                            "policy-cuts-service",
                            String.valueOf(port.getPort()),
                            cut.getFirst().orElseThrow().name());
                }
            }
        });
    }

    /// The policy that isolates a workload while none lets anybody through to the port.
    private static Optional<ResourceId> cutting(ProjectView view, Workload workload, ServicePort port) {
        List<ResourceId> isolating = view.topology().to(workload.id(), Relation.SELECTS).stream()
                .map(edge -> edge.from())
                .filter(id -> policy(view, id).filter(PolicyRules::isOfIngress).isPresent())
                .toList();
        boolean open = isolating.stream()
                .flatMap(id -> policy(view, id).stream())
                .flatMap(p -> ProjectView.each(p.getSpec().getIngress()).stream())
                .anyMatch(rule -> opens(rule, workload, port));
        boolean known = ServicePorts.number(port, workload).isPresent();
        return open || !known ? Optional.empty() : isolating.stream().findFirst();
    }

    private static Optional<NetworkPolicy> policy(ProjectView view, ResourceId id) {
        return view.topology()
                .object(id)
                .filter(NetworkPolicy.class::isInstance)
                .map(NetworkPolicy.class::cast);
    }

    /// Without types, a policy is one of Ingress (`pkg/apis/networking/v1/defaults.go SetDefaults_NetworkPolicy`).
    private static boolean isOfIngress(NetworkPolicy policy) {
        List<String> types = ProjectView.each(policy.getSpec().getPolicyTypes());
        return types.isEmpty() || types.contains("Ingress");
    }

    private static boolean opens(NetworkPolicyIngressRule rule, Workload workload, ServicePort port) {
        List<NetworkPolicyPort> ports = ProjectView.each(rule.getPorts());
        return ports.isEmpty() || ports.stream().anyMatch(p -> opens(p, workload, port));
    }

    private static boolean opens(NetworkPolicyPort open, Workload workload, ServicePort port) {
        int number = ServicePorts.number(port, workload).orElse(0);
        boolean sameProtocol =
                ServicePorts.protocol(open.getProtocol()).equals(ServicePorts.protocol(port.getProtocol()));
        if (!sameProtocol || open.getPort() == null) {
            return sameProtocol;
        }
        String name = open.getPort().getStrVal();
        if (name != null) {
            return ServicePorts.declared(workload)
                    .anyMatch(p ->
                            name.equals(p.getName()) && Integer.valueOf(number).equals(p.getContainerPort()));
        }
        int first = open.getPort().getIntVal();
        int last = open.getEndPort() == null ? first : open.getEndPort();
        return number >= first && number <= last;
    }

    /// A peer in the policy's own namespace that no Pod of the project is.
    private static void peers(ProjectView view) {
        view.each(NetworkPolicy.class, (id, policy) -> {
            if (policy.getSpec() == null || view.hasCustomObjects(id.namespace())) {
                return;
            }
            var in = ProjectView.each(policy.getSpec().getIngress());
            for (int i = 0; i < in.size(); i++) {
                peers(view, id, ProjectView.each(in.get(i).getFrom()), FieldPath.of("spec", "ingress", i, "from"));
            }
            var out = ProjectView.each(policy.getSpec().getEgress());
            for (int i = 0; i < out.size(); i++) {
                peers(view, id, ProjectView.each(out.get(i).getTo()), FieldPath.of("spec", "egress", i, "to"));
            }
        });
    }

    private static void peers(ProjectView view, ResourceId id, List<NetworkPolicyPeer> peers, FieldPath list) {
        for (int i = 0; i < peers.size(); i++) {
            NetworkPolicyPeer peer = peers.get(i);
            LabelSelector selector = LabelSelector.of(peer.getPodSelector());
            if (peer.getNamespaceSelector() == null
                    && !selector.nothing()
                    && !selector.isEverything()
                    && view.topology().podsMatching(id.namespace(), selector).isEmpty()
                    && view.topology()
                            .templatesMatching(id.namespace(), selector)
                            .isEmpty()) {
                view.tell(
                        "policy-peer",
                        Severity.ADVICE,
                        id,
                        list.index(i).key("podSelector"),
                        "selects-nothing",
                        selector);
            }
        }
    }
}
