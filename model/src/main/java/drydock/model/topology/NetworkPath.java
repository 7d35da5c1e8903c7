package drydock.model.topology;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Set;

/// The way that requests take: from Ingresses and Gateways over Services to Pods, and the policies on it.
public final class NetworkPath {

    private static final Set<String> KINDS = Set.of(
            "Node",
            "Pod",
            "Service",
            "Ingress",
            "IngressClass",
            "NetworkPolicy",
            "Endpoints",
            "EndpointSlice",
            "Gateway",
            "HTTPRoute",
            "Namespace");

    private NetworkPath() {}

    /// Whether objects of a kind, as `Service`, are on it where each Pod is an object of its own.
    public static boolean has(String kind) {
        return KINDS.contains(kind);
    }

    /// Whether an object of a design is on it: there, workloads stand for their Pods.
    public static boolean hasOfDesign(HasMetadata object) {
        return has(object.getKind()) || PodTemplates.of(object).isPresent();
    }
}
