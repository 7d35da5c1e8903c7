package drydock.render.figure;

import static drydock.render.figure.FactList.each;

import io.fabric8.kubernetes.api.model.EndpointAddress;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.discovery.v1.Endpoint;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressBackend;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What matters of the ways of traffic: from where to where.
final class NetworkFacts {

    private NetworkFacts() {}

    static void tell(Ingress ingress, FactList facts) {
        var spec = ingress.getSpec();
        if (spec == null) {
            return;
        }
        for (var rule : each(spec.getRules())) {
            String host = Objects.requireNonNullElse(rule.getHost(), "");
            if (rule.getHttp() != null) {
                each(rule.getHttp().getPaths())
                        .forEach(path -> facts.own(
                                host + Objects.requireNonNullElse(path.getPath(), "/"),
                                "→ " + backend(path.getBackend())));
            }
        }
        if (spec.getDefaultBackend() != null) {
            facts.own("*", "→ " + backend(spec.getDefaultBackend()));
        }
        facts.pair(
                "fact.tls",
                each(spec.getTls()).stream()
                        .map(tls -> Objects.requireNonNullElse(tls.getSecretName(), "–"))
                        .collect(Collectors.joining(", ")));
        facts.pair("fact.class", spec.getIngressClassName());
    }

    static void tell(IngressClass type, FactList facts) {
        facts.line(type.getSpec() == null ? null : type.getSpec().getController());
    }

    static void tell(Endpoints endpoints, FactList facts) {
        for (var subset : each(endpoints.getSubsets())) {
            String ports = ports(each(subset.getPorts()).stream().<@Nullable Object>map(port -> port.getPort()));
            each(subset.getAddresses()).stream()
                    .map(EndpointAddress::getIp)
                    .forEach(address -> facts.line(address + ports));
        }
    }

    static void tell(EndpointSlice slice, FactList facts) {
        String ports = ports(each(slice.getPorts()).stream().<@Nullable Object>map(port -> port.getPort()));
        each(slice.getEndpoints()).stream()
                .map(Endpoint::getAddresses)
                .map(FactList::each)
                .flatMap(Collection::stream)
                .forEach(address -> facts.line(address + ports));
    }

    private static String ports(Stream<? extends @Nullable Object> numbers) {
        String all = numbers.filter(Objects::nonNull).map(String::valueOf).collect(Collectors.joining(","));
        return all.isEmpty() ? "" : ":" + all;
    }

    private static String backend(@Nullable IngressBackend backend) {
        if (backend == null || (backend.getService() == null && backend.getResource() == null)) {
            return "–";
        }
        if (backend.getService() == null) {
            return backend.getResource().getKind() + " " + backend.getResource().getName();
        }
        var port = backend.getService().getPort();
        String number = port == null
                ? ""
                : ":"
                        + (port.getNumber() == null
                                ? Objects.requireNonNullElse(port.getName(), "–")
                                : port.getNumber().toString());
        return backend.getService().getName() + number;
    }
}
