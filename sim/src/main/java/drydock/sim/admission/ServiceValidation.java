package drydock.sim.admission;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is wrong with a Service (`pkg/apis/core/validation ValidateService`).
final class ServiceValidation {

    private static final List<String> TYPES = List.of("ClusterIP", "ExternalName", "LoadBalancer", "NodePort");

    private ServiceValidation() {}

    static void check(@Nullable ServiceSpec spec, List<String> problems) {
        if (spec == null) {
            problems.add("spec.ports: Required value");
            return;
        }
        boolean headless = "None".equals(spec.getClusterIP());
        boolean external = spec.getType().equals("ExternalName");
        if (!TYPES.contains(spec.getType())) {
            problems.add("spec.type: Unsupported value: \"" + spec.getType() + "\": supported values: \""
                    + String.join("\", \"", TYPES) + "\"");
        }
        if (spec.getPorts().isEmpty() && !headless && !external) {
            problems.add("spec.ports: Required value");
        }
        if (external && PodDefaults.isEmpty(spec.getExternalName())) {
            problems.add("spec.externalName: Required value");
        }
        if (headless && ServiceDefaults.isExternal(spec)) {
            problems.add("spec.clusterIPs[0]: Invalid value: \"None\": may not be set to 'None' for " + spec.getType()
                    + " services");
        }
        ports(spec.getPorts(), problems);
    }

    private static void ports(List<ServicePort> ports, List<String> problems) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < ports.size(); i++) {
            ServicePort port = ports.get(i);
            String at = "spec.ports[" + i + "]";
            String name = Objects.requireNonNullElse(port.getName(), "");
            if (name.isEmpty() && ports.size() > 1) {
                problems.add(at + ".name: Required value");
            } else if (!name.isEmpty() && !names.add(name)) {
                problems.add(at + ".name: Duplicate value: \"" + name + "\"");
            }
            number(at + ".port", Objects.requireNonNullElse(port.getPort(), 0), problems);
            IntOrString target = port.getTargetPort();
            if (target != null && target.getIntVal() != null) {
                number(at + ".targetPort", target.getIntVal(), problems);
            }
        }
    }

    private static void number(String path, int port, List<String> problems) {
        if (port < 1 || port > 65_535) {
            problems.add(path + ": Invalid value: " + port + ": must be between 1 and 65535, inclusive");
        }
    }
}
