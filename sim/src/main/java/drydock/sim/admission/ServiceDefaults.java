package drydock.sim.admission;

import io.fabric8.kubernetes.api.model.ClientIPConfig;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.fabric8.kubernetes.api.model.SessionAffinityConfig;
import java.util.List;

/// What a Service does not say (`pkg/apis/core/v1/defaults.go SetDefaults_Service`, `registry/core/service`).
final class ServiceDefaults {

    private static final int AFFINITY_SECONDS = 10_800;

    private ServiceDefaults() {}

    static void fill(Service service) {
        ServiceSpec spec = service.getSpec();
        if (spec == null) {
            return;
        }
        if (PodDefaults.isEmpty(spec.getType())) {
            spec.setType("ClusterIP");
        }
        affinity(spec);
        spec.getPorts().forEach(ServiceDefaults::fill);
        if (!spec.getType().equals("ExternalName")) {
            spec.setInternalTrafficPolicy(
                    PodDefaults.isEmpty(spec.getInternalTrafficPolicy()) ? "Cluster" : spec.getInternalTrafficPolicy());
            if (spec.getIpFamilyPolicy() == null) {
                spec.setIpFamilyPolicy("SingleStack");
            }
            if (spec.getIpFamilies().isEmpty()) {
                spec.setIpFamilies(List.of("IPv4"));
            }
        }
        if (isExternal(spec) && PodDefaults.isEmpty(spec.getExternalTrafficPolicy())) {
            spec.setExternalTrafficPolicy("Cluster");
        }
        if (spec.getType().equals("LoadBalancer") && spec.getAllocateLoadBalancerNodePorts() == null) {
            spec.setAllocateLoadBalancerNodePorts(true);
        }
    }

    static boolean isExternal(ServiceSpec spec) {
        return spec.getType().equals("NodePort") || spec.getType().equals("LoadBalancer");
    }

    private static void affinity(ServiceSpec spec) {
        if (PodDefaults.isEmpty(spec.getSessionAffinity())) {
            spec.setSessionAffinity("None");
        }
        if (spec.getSessionAffinity().equals("None")) {
            spec.setSessionAffinityConfig(null);
        } else if (spec.getSessionAffinityConfig() == null) {
            spec.setSessionAffinityConfig(new SessionAffinityConfig(new ClientIPConfig(AFFINITY_SECONDS)));
        }
    }

    private static void fill(ServicePort port) {
        if (PodDefaults.isEmpty(port.getProtocol())) {
            port.setProtocol("TCP");
        }
        IntOrString target = port.getTargetPort();
        if (target == null || Integer.valueOf(0).equals(target.getIntVal()) || "".equals(target.getStrVal())) {
            port.setTargetPort(new IntOrString(port.getPort()));
        }
    }
}
