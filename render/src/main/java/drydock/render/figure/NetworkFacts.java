package drydock.render.figure;

import static drydock.render.figure.Facts.each;

import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBackend;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What matters of the ways of traffic: from where to where.
final class NetworkFacts {

    private NetworkFacts() {}

    static List<String> of(Ingress ingress) {
        List<String> lines = new ArrayList<>();
        if (ingress.getSpec() == null) {
            return lines;
        }
        for (var rule : each(ingress.getSpec().getRules())) {
            String host = rule.getHost() == null ? "" : rule.getHost();
            if (rule.getHttp() != null) {
                each(rule.getHttp().getPaths())
                        .forEach(path -> lines.add(host + (path.getPath() == null ? "/" : path.getPath()) + " → "
                                + backend(path.getBackend())));
            }
        }
        if (ingress.getSpec().getDefaultBackend() != null) {
            lines.add("* → " + backend(ingress.getSpec().getDefaultBackend()));
        }
        return lines;
    }

    private static String backend(@Nullable IngressBackend backend) {
        if (backend == null || backend.getService() == null) {
            return "";
        }
        var port = backend.getService().getPort();
        String number = port == null
                ? ""
                : ":"
                        + (port.getNumber() == null
                                ? port.getName()
                                : port.getNumber().toString());
        return backend.getService().getName() + number;
    }

    static List<String> of(NetworkPolicy policy) {
        List<String> lines = new ArrayList<>();
        var spec = policy.getSpec();
        if (spec == null) {
            return lines;
        }
        boolean named = !each(spec.getPolicyTypes()).isEmpty();
        int egress = each(spec.getEgress()).size();
        if (!named || spec.getPolicyTypes().contains("Ingress")) {
            lines.add("Ingress ← " + each(spec.getIngress()).size());
        }
        if (named ? spec.getPolicyTypes().contains("Egress") : egress > 0) {
            lines.add("Egress → " + egress);
        }
        return lines;
    }

    static List<String> of(Endpoints endpoints) {
        List<String> lines = new ArrayList<>();
        for (var subset : each(endpoints.getSubsets())) {
            String ports = String.join(
                    ",",
                    each(subset.getPorts()).stream()
                            .map(port -> String.valueOf(port.getPort()))
                            .toList());
            each(subset.getAddresses()).forEach(address -> lines.add(address.getIp() + ":" + ports));
        }
        return lines;
    }
}
