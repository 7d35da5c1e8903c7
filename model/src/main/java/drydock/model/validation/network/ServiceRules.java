package drydock.model.validation.network;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.Names;
import drydock.model.validation.Addresses;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a Service's type allows (`pkg/apis/core/validation/validation.go ValidateService`).
final class ServiceRules {

    private static final String RULE = "service-type";

    static final List<Rule> RULES = List.of(
            Rule.of("ServiceSpec", ServiceRules::externalName),
            Rule.of("ServiceSpec", ServiceRules::headless),
            Rule.of("ServiceSpec", ServiceRules::balancer),
            Rule.of("Service", ServiceRules::rangesInAnnotation),
            Rule.of("Service", ServiceRules::topology),
            Rule.of("ServiceSpec", ServiceRules::sessionAffinity),
            Rule.of("ServiceSpec", ServiceRules::distribution),
            Rule.of("ServiceSpec", ServiceRules::externalTraffic),
            Rule.of("ServiceSpec", ServiceRules::selector));

    private static final String HINTS = "service.kubernetes.io/topology-aware-hints";
    private static final String TOPOLOGY = "service.kubernetes.io/topology-mode";
    private static final String SOURCE_RANGES = "service.beta.kubernetes.io/load-balancer-source-ranges";

    /// From this version on the field is read at all (gate ServiceTrafficDistribution), and from that on it has
    /// more values (gate PreferSameTrafficDistribution).
    private static final int DISTRIBUTED = 31;

    private static final int SAME_ZONE = 34;
    private static final int LAST_PORT = 65_535;
    private static final int LONGEST_AFFINITY_SECONDS = 86_400;
    private static final String BALANCER_ONLY = "may only be used when `type` is 'LoadBalancer'";

    private ServiceRules() {}

    static String type(Visit spec) {
        return spec.text("type").filter(t -> !t.isEmpty()).orElse("ClusterIP");
    }

    static boolean isHeadless(Visit spec) {
        boolean first =
                spec.value("clusterIPs") instanceof List<?> ips && !ips.isEmpty() && "None".equals(ips.getFirst());
        return first || spec.text("clusterIP").orElse("").equals("None");
    }

    static String protocol(Visit port) {
        return port.text("protocol").filter(p -> !p.isEmpty()).orElse("TCP");
    }

    private static void externalName(Visit spec) {
        if (!type(spec).equals("ExternalName")) {
            return;
        }
        String name = spec.text("externalName").orElse("");
        String host = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        if (host.isEmpty()) {
            Checks.missing(spec, "externalName");
        } else {
            Checks.form(spec, "name", "externalName", "name-subdomain", host, Names::subdomainProblems);
        }
        for (String field : List.of("ipFamilies", "ipFamilyPolicy")) {
            if (spec.has(field) && !(spec.value(field) instanceof List<?> families && families.isEmpty())) {
                forbidden(spec, field, "external-name-forbids", "may not be set for ExternalName services");
            }
        }
        if (!spec.text("clusterIP").orElse("").isEmpty() || spec.has("clusterIPs")) {
            FieldPath at = spec.path().key(spec.has("clusterIPs") ? "clusterIPs" : "clusterIP");
            spec.errorCalled("spec.clusterIPs", RULE, at, "external-name-forbids", "clusterIPs")
                    .words(ServerWords.forbidden("may not be set for ExternalName services"));
        }
    }

    private static void headless(Visit spec) {
        boolean open = type(spec).equals("NodePort") || type(spec).equals("LoadBalancer");
        if (open && isHeadless(spec)) {
            FieldPath at = spec.has("clusterIPs")
                    ? spec.path().key("clusterIPs").index(0)
                    : spec.path().key("clusterIP");
            spec.errorCalled("spec.clusterIPs[0]", "headless", at, "headless", type(spec))
                    .words(ServerWords.invalid("None", "may not be set to 'None' for " + type(spec) + " services"))
                    .fix(spec.setting("type", "ClusterIP"), "set-type", "ClusterIP");
        }
    }

    private static void balancer(Visit spec) {
        boolean balancer = type(spec).equals("LoadBalancer");
        for (String field : List.of("allocateLoadBalancerNodePorts", "loadBalancerClass")) {
            if (!balancer && spec.has(field)) {
                forbidden(spec, field, "balancer-only", BALANCER_ONLY);
            }
        }
        if (balancer) {
            spec.text("loadBalancerClass")
                    .ifPresent(c -> Checks.form(
                            spec, "name", "loadBalancerClass", "label-key", c, Names::qualifiedNameProblems));
        }
        if (spec.value("loadBalancerSourceRanges") instanceof List<?> ranges && !ranges.isEmpty()) {
            sourceRanges(spec, ranges, balancer);
        }
    }

    /// The API server writes this field with a capital L, and takes spaces around a range.
    private static void sourceRanges(Visit spec, List<?> ranges, boolean balancer) {
        FieldPath path = spec.path().key("loadBalancerSourceRanges");
        if (!balancer) {
            spec.errorCalled("spec.LoadBalancerSourceRanges", RULE, path, "balancer-only", "loadBalancerSourceRanges")
                    .words(ServerWords.forbidden(BALANCER_ONLY))
                    .fix(spec.removing("loadBalancerSourceRanges"), "remove-field", "loadBalancerSourceRanges");
        }
        for (int i = 0; i < ranges.size(); i++) {
            if (ranges.get(i) instanceof String text) {
                Addresses.checkRange(spec, "spec.LoadBalancerSourceRanges[" + i + "]", path.index(i), text.strip());
            }
        }
    }

    /// The old way to write the ranges, which counts where the field is not there.
    private static void rangesInAnnotation(Visit service) {
        String ranges = service.in("metadata").texts("annotations").get(SOURCE_RANGES);
        if (ranges == null
                || !service.in("spec").list("loadBalancerSourceRanges").isEmpty()) {
            return;
        }
        FieldPath at = FieldPath.of("metadata", "annotations", SOURCE_RANGES);
        String called = "metadata.annotations[" + SOURCE_RANGES + "]";
        if (!type(service.in("spec")).equals("LoadBalancer")) {
            service.errorCalled(called, RULE, at, "balancer-only", SOURCE_RANGES)
                    .words(ServerWords.forbidden(BALANCER_ONLY));
        }
        if (!ranges.isBlank()) {
            for (String range : ranges.strip().split(",", -1)) {
                Addresses.checkRange(service, called, at, range.strip());
            }
        }
    }

    /// The new way to write it says the same as the old one.
    private static void topology(Visit service) {
        Map<String, String> annotations = service.in("metadata").texts("annotations");
        String mode = annotations.get(TOPOLOGY);
        if (mode != null && annotations.containsKey(HINTS) && !mode.equals(annotations.get(HINTS))) {
            service.errorCalled(
                            "metadata.annotations[" + TOPOLOGY + "]",
                            RULE,
                            FieldPath.of("metadata", "annotations", TOPOLOGY),
                            "topology-differs",
                            TOPOLOGY,
                            HINTS)
                    .words(ServerWords.invalid(mode, "must match annotations[" + HINTS + "] when both are specified"));
        }
    }

    /// The values of newer versions are told elsewhere; before 1.31 the field was taken away unread
    /// (`validateServiceTrafficDistribution`).
    private static void distribution(Visit spec) {
        String field = "trafficDistribution";
        List<String> values = spec.version().atLeast(SAME_ZONE)
                ? List.of("PreferClose", "PreferSameNode", "PreferSameZone")
                : List.of("PreferClose");
        spec.text(field)
                .filter(_ -> spec.version().atLeast(DISTRIBUTED))
                .filter(chosen -> !values.contains(chosen) && !chosen.startsWith("PreferSame"))
                .ifPresent(chosen -> spec.error(
                                "unsupported-value",
                                field,
                                "unsupported-value",
                                Checks.shown(chosen),
                                String.join(", ", values))
                        .words(ServerWords.unsupportedOf(chosen, values)));
    }

    /// What is set for another affinity is dropped (`pkg/apis/core/v1/defaults.go SetDefaults_Service`).
    private static void sessionAffinity(Visit spec) {
        boolean client = spec.text("sessionAffinity").orElse("None").equals("ClientIP");
        if (client) {
            Visit config = spec.in("sessionAffinityConfig").in("clientIP");
            config.number("timeoutSeconds").ifPresent(seconds -> {
                if (seconds <= 0 || seconds > LONGEST_AFFINITY_SECONDS) {
                    config.error(Checks.NUMBER_RANGE, "timeoutSeconds", "number-range", seconds, "1", "86400")
                            .words(ServerWords.invalid(
                                    seconds, "must be greater than 0 and less than " + LONGEST_AFFINITY_SECONDS));
                }
            });
        }
    }

    private static void externalTraffic(Visit spec) {
        boolean outside = Set.of("NodePort", "LoadBalancer").contains(type(spec))
                || (type(spec).equals("ClusterIP") && !spec.each("externalIPs").isEmpty());
        String policy = spec.text("externalTrafficPolicy").orElse("");
        if (!policy.isEmpty() && !outside) {
            spec.error(RULE, "externalTrafficPolicy", "external-traffic", type(spec))
                    .words(ServerWords.invalid(policy, "may only be set for externally-accessible services"))
                    .fix(spec.removing("externalTrafficPolicy"), "remove-field", "externalTrafficPolicy");
        }
        long healthPort = spec.number("healthCheckNodePort").orElse(0);
        boolean checked = type(spec).equals("LoadBalancer") && policy.equals("Local");
        if (checked && (healthPort < 0 || healthPort > LAST_PORT)) {
            Checks.outside(spec, "healthCheckNodePort", healthPort, 1, LAST_PORT);
        }
        if (healthPort != 0 && !checked) {
            spec.error(RULE, "healthCheckNodePort", "health-check-port")
                    .words(ServerWords.invalid(
                            healthPort,
                            "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'"));
        }
    }

    private static void selector(Visit spec) {
        spec.texts("selector").forEach((key, value) -> {
            Checks.form(spec, "label", "selector", "label-key", key, Names::qualifiedNameProblems);
            Checks.form(spec, "label", "selector", "label-value", value, Names::labelValueProblems);
        });
    }

    private static void forbidden(Visit spec, String field, String key, String words) {
        spec.error(RULE, field, key, field)
                .words(ServerWords.forbidden(words))
                .fix(spec.removing(field), "remove-field", field);
    }
}
