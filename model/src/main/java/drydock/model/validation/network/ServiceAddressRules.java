package drydock.model.validation.network;

import drydock.model.manifest.FieldPath;
import drydock.model.validation.Addresses;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The addresses of a Service (`pkg/apis/core/validation/validation.go
/// ValidateServiceClusterIPsRelatedFields`, `ValidateService`).
///
/// Whether a cluster IP lies in the cluster's range depends on the cluster and is not asked.
final class ServiceAddressRules {

    static final List<Rule> RULES = List.of(
            Rule.of("ServiceSpec", ServiceAddressRules::clusterIps),
            Rule.of("ServiceSpec", ServiceAddressRules::families),
            Rule.of("ServiceSpec", ServiceAddressRules::externalIps));

    private static final String RULE = "address";

    private ServiceAddressRules() {}

    private static void clusterIps(Visit spec) {
        if (ServiceRules.type(spec).equals("ExternalName")) {
            return;
        }
        String first = spec.text("clusterIP").orElse("");
        List<String> all = strings(spec, "clusterIPs");
        FieldPath field = spec.path().key("clusterIPs");
        if (all.isEmpty() && !first.isEmpty()) {
            clusterIp(spec, first, 0, spec.path().key("clusterIP"));
            return;
        }
        if (!first.isEmpty() && !first.equals(all.getFirst())) {
            spec.error(RULE, field, "cluster-ips-first")
                    .words(ServerWords.invalidRaw(json(all), "first value must match `clusterIP`"));
        }
        for (int i = 0; i < all.size(); i++) {
            if (i == 0 && all.getFirst().equals("None")) {
                if (all.size() > 1) {
                    spec.error(RULE, field, "cluster-ips-none")
                            .words(ServerWords.invalidRaw(json(all), "'None' must be the first and only value"));
                }
            } else {
                clusterIp(spec, all.get(i), i, field.index(i));
            }
        }
        if (all.size() > 2) {
            spec.error(RULE, field, "two-at-most")
                    .words(ServerWords.invalidRaw(json(all), "may only hold up to 2 values"));
        }
    }

    private static void clusterIp(Visit spec, String ip, int position, FieldPath at) {
        if (!(position == 0 && ip.equals("None"))) {
            Addresses.check(spec, "spec.clusterIPs[" + position + "]", at, ip);
        }
    }

    private static void families(Visit spec) {
        List<String> families = strings(spec, "ipFamilies");
        FieldPath field = spec.path().key("ipFamilies");
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < families.size(); i++) {
            if (!seen.add(families.get(i))) {
                spec.error(Checks.DUPLICATE, field.index(i), "duplicate-value", families.get(i))
                        .words(ServerWords.duplicate(families.get(i)));
            }
        }
    }

    private static void externalIps(Visit spec) {
        List<String> ips = strings(spec, "externalIPs");
        for (int i = 0; i < ips.size(); i++) {
            FieldPath at = spec.path().key("externalIPs").index(i);
            String ip = ips.get(i);
            Addresses.check(spec, at, ip);
            if (!spec.isRefused(at)) {
                Addresses.special(ip)
                        .ifPresent(reason -> spec.error(RULE, at, "address-special", Checks.shown(ip))
                                .words(ServerWords.invalid(ip, reason)));
            }
        }
    }

    private static List<String> strings(Visit spec, String field) {
        List<String> strings = new ArrayList<>();
        if (spec.value(field) instanceof List<?> list) {
            list.forEach(item -> strings.add(item instanceof String text ? text : ""));
        }
        return strings;
    }

    private static String json(List<String> all) {
        return all.stream().map(s -> '"' + s + '"').collect(Collectors.joining(",", "[", "]"));
    }
}
