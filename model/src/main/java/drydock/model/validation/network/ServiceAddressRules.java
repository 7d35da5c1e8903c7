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
import java.util.Optional;
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
            Rule.of("ServiceSpec", ServiceAddressRules::familyOfEach),
            Rule.of("ServiceSpec", ServiceAddressRules::policy),
            Rule.of("ServiceSpec", ServiceAddressRules::externalIps));

    private static final String RULE = "address";
    private static final List<String> FAMILIES = List.of("IPv4", "IPv6");

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
        if (first.isEmpty() && !all.isEmpty()) {
            spec.error(RULE, field, "cluster-ips-alone")
                    .words(ServerWords.invalidRaw(json(all), "must be empty when `clusterIP` is not specified"))
                    .fix(
                            spec.setting("clusterIP", all.getFirst()),
                            "fix.set",
                            spec.path().key("clusterIP"),
                            all.getFirst());
        } else if (!first.isEmpty() && !first.equals(all.getFirst())) {
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
        if (all.size() > 1 && all.stream().allMatch(Addresses::isAddress)) {
            ofBothFamilies(spec, field, all);
        }
    }

    private static void ofBothFamilies(Visit spec, FieldPath field, List<String> all) {
        long families = all.stream().map(ServiceAddressRules::isSix).distinct().count();
        if (families != all.size()) {
            spec.error(RULE, field, "one-of-each-family")
                    .words(ServerWords.invalidRaw(json(all), "may specify no more than one IP for each IP family"));
        }
    }

    private static boolean isSix(String ip) {
        return ip.indexOf(':') >= 0;
    }

    /// Each cluster IP is of the family at the same place.
    private static void familyOfEach(Visit spec) {
        List<String> written = strings(spec, "clusterIPs");
        List<String> all = written.isEmpty() ? spec.text("clusterIP").stream().toList() : written;
        List<String> families = strings(spec, "ipFamilies");
        if (ServiceRules.type(spec).equals("ExternalName") || !all.stream().allMatch(Addresses::isAddress)) {
            return;
        }
        for (int i = 0; i < Math.min(all.size(), families.size()); i++) {
            String family = families.get(i);
            boolean fits = family.equals(isSix(all.get(i)) ? "IPv6" : "IPv4");
            if (!fits && FAMILIES.contains(family)) {
                FieldPath called = spec.path().key("clusterIPs").index(i);
                FieldPath at = written.isEmpty() ? spec.path().key("clusterIP") : called;
                spec.errorCalled(called, RULE, at, "address-of-family", Checks.shown(all.get(i)), family)
                        .words(ServerWords.invalid(
                                all.get(i),
                                "expected an " + family + " value as indicated by `ipFamilies[" + i + "]`"));
            }
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

    /// A Service that is not said to be of two families is of one
    /// (`pkg/registry/core/service/storage/alloc.go initIPFamilyFields`).
    private static void policy(Visit spec) {
        boolean headless = spec.textOrEmpty("clusterIP").equals("None")
                || strings(spec, "clusterIPs").stream().findFirst().equals(Optional.of("None"));
        boolean ofTwo = headless && spec.in("selector").names().isEmpty();
        String policy = spec.text("ipFamilyPolicy").orElse(ofTwo ? "RequireDualStack" : "SingleStack");
        boolean refused = spec.isRefused(spec.path().key("clusterIPs"))
                || spec.isRefused(spec.path().key("ipFamilies"));
        if (refused || ServiceRules.type(spec).equals("ExternalName") || !policy.equals("SingleStack")) {
            return;
        }
        ofOne(spec, "clusterIPs", "cluster IPs");
        ofOne(spec, "ipFamilies", "IP families");
    }

    private static void ofOne(Visit spec, String field, String called) {
        if (strings(spec, field).size() == 2) {
            FieldPath policy = spec.path().key("ipFamilyPolicy");
            FieldPath at = spec.has("ipFamilyPolicy") ? policy : spec.path().key(field);
            spec.errorCalled(policy, "service-type", at, "single-stack", field)
                    .words(ServerWords.invalid(
                            "SingleStack",
                            "must be 'RequireDualStack' or 'PreferDualStack' when multiple " + called
                                    + " are specified"))
                    .fix(spec.setting("ipFamilyPolicy", "PreferDualStack"), "fix.set", policy, "PreferDualStack");
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
