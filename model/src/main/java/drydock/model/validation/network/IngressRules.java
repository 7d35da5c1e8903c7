package drydock.model.validation.network;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.Names;
import drydock.model.validation.Addresses;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Ingresses: hosts, paths and certificates (`pkg/apis/networking/validation/validation.go validateIngress`).
final class IngressRules {

    private static final String RULE = "ingress-path";
    private static final List<String> SEQUENCES = List.of("//", "/./", "/../", "%2f", "%2F");
    private static final List<String> ENDINGS = List.of("/..", "/.");

    static final List<Rule> RULES = List.of(
            Rule.of("IngressSpec", IngressRules::rulesOrDefault),
            Rule.of("IngressSpec", IngressRules::className),
            Rule.of("IngressRule", IngressRules::host),
            Rule.of("HTTPIngressPath", IngressRules::path),
            Rule.of("IngressTLS", IngressRules::certificate),
            Rule.of("Ingress", IngressRules::classAnnotation));

    private IngressRules() {}

    private static void rulesOrDefault(Visit spec) {
        if (spec.each("rules").isEmpty() && !spec.has("defaultBackend")) {
            spec.error("one-of", spec.path(), "ingress-empty")
                    .words(ServerWords.invalidRaw("null", "either `defaultBackend` or `rules` must be specified"));
        }
    }

    private static void className(Visit spec) {
        spec.text("ingressClassName")
                .ifPresent(name -> Checks.form(
                        spec, "name", "ingressClassName", "name-subdomain", name, Names::subdomainProblems));
    }

    private static void host(Visit rule) {
        String host = rule.text("host").orElse("");
        if (host.isEmpty()) {
            return;
        }
        if (Addresses.isAddress(host)) {
            rule.error("ingress-host", "host", "host-address")
                    .words(ServerWords.invalid(host, "must be a DNS name, not an IP address"));
        }
        host(rule, "host", host);
    }

    private static void host(Visit visit, String field, String host) {
        if (host.contains("*")) {
            Checks.form(visit, "ingress-host", field, "name-subdomain", host, Names::wildcardProblems);
        } else {
            Checks.form(visit, "ingress-host", field, "name-subdomain", host, Names::subdomainProblems);
        }
    }

    private static void path(Visit path) {
        String type = path.text("pathType").orElse("");
        String text = path.text("path").orElse("");
        boolean matched = Set.of("Exact", "Prefix").contains(type);
        boolean known = matched || type.equals("ImplementationSpecific");
        if (known && !text.startsWith("/") && (matched || !text.isEmpty())) {
            path.error(RULE, "path", "path-absolute", Checks.shown(text))
                    .words(ServerWords.invalid(text, "must be an absolute path"))
                    .fix(path.setting("path", "/" + text), "set-path", "/" + text);
        }
        if (matched) {
            SEQUENCES.stream()
                    .filter(text::contains)
                    .forEach(s -> path.error(RULE, "path", "path-contains", s)
                            .words(ServerWords.invalid(text, "must not contain '" + s + "'")));
            ENDINGS.stream()
                    .filter(text::endsWith)
                    .forEach(s -> path.error(RULE, "path", "path-ends", s)
                            .words(ServerWords.invalid(text, "cannot end with '" + s + "'")));
        }
    }

    private static void certificate(Visit tls) {
        if (tls.value("hosts") instanceof List<?> hosts) {
            for (int i = 0; i < hosts.size(); i++) {
                FieldPath at = tls.path().key("hosts").index(i);
                if (hosts.get(i) instanceof String host) {
                    (host.contains("*") ? Names.wildcardProblems(host) : Names.subdomainProblems(host))
                            .stream()
                                    .findFirst()
                                    .ifPresent(problem -> tls.error(
                                                    "ingress-host", at, "name-subdomain", Checks.shown(host), problem)
                                            .words(ServerWords.invalid(host, problem)));
                }
            }
        }
        tls.text("secretName")
                .filter(name -> !name.isEmpty())
                .ifPresent(name ->
                        Checks.form(tls, "name", "secretName", "name-subdomain", name, Names::subdomainProblems));
    }

    /// The old annotation and the field may not disagree; the API server leaves `metadata` out of the path.
    private static void classAnnotation(Visit ingress) {
        String old = ingress.in("metadata").texts("annotations").get("kubernetes.io/ingress.class");
        Optional<String> name = ingress.in("spec").text("ingressClassName");
        if (old != null && name.filter(n -> !old.equals(n)).isPresent()) {
            ingress.errorCalled(
                            "annotations.kubernetes.io/ingress.class",
                            "ingress-class",
                            FieldPath.of("metadata", "annotations", "kubernetes.io/ingress.class"),
                            "ingress-class-twice")
                    .words(ServerWords.invalid(old, "must match `ingressClassName` when both are specified"));
        }
    }
}
