package drydock.model.validation.network;

import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.DomainPath;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;

/// Where an Ingress leads, and who carries it out (`pkg/apis/networking/validation/validation.go
/// validateIngressBackend`, `validateIngressClassSpec`).
final class BackendRules {

    private static final String RULE = "one-of";
    private static final int LONGEST_CONTROLLER = 250;

    /// From this version on a Service's name may begin with a digit (gate RelaxedServiceNameValidation).
    private static final int RELAXED_NAMES = 36;

    private static final String CLUSTER = "Cluster";
    private static final String NAMESPACE = "Namespace";
    private static final String FIELD = "namespace";

    static final List<Rule> RULES = List.of(
            Rule.of("IngressSpec", spec -> backend(spec, "defaultBackend")),
            Rule.of("HTTPIngressPath", BackendRules::backend),
            Rule.of("IngressClassSpec", BackendRules::controller),
            Rule.of("IngressClassParametersReference", BackendRules::parameters));

    private BackendRules() {}

    /// Without a type of path the API server looks no further (`validateHTTPIngressPath`).
    private static void backend(Visit path) {
        if (path.has("pathType")) {
            backend(path, "backend");
        }
    }

    private static void backend(Visit visit, String field) {
        if (visit.has(field) || field.equals("backend")) {
            backendIn(visit.in(field));
        }
    }

    private static void backendIn(Visit backend) {
        if (backend.has("service") && backend.has("resource")) {
            backend.error(RULE, backend.path(), "one-of.many")
                    .words(ServerWords.invalid("", "cannot set both resource and service backends"));
        } else if (backend.has("service")) {
            service(backend, backend.in("service"));
        } else if (backend.has("resource")) {
            reference(backend.in("resource"));
        } else {
            backend.error(Checks.REQUIRED, backend.path(), "one-of.none")
                    .words(ServerWords.invalid("", "resource or service backend is required"));
        }
    }

    private static void service(Visit backend, Visit service) {
        service.text("name")
                .filter(n -> !n.isEmpty())
                .ifPresent(n -> Checks.form(
                        service,
                        "name",
                        "name",
                        "name-label",
                        n,
                        service.version().atLeast(RELAXED_NAMES) ? Names::labelProblems : Names::oldLabelProblems));
        Visit port = service.in("port");
        String name = port.text("name").orElse("");
        long number = port.number("number").orElse(0);
        if (!name.isEmpty() && number != 0) {
            backend.error(RULE, backend.path(), "backend-port-twice")
                    .words(ServerWords.invalid("", "cannot set both port name & port number"))
                    .fix(port.removing("name"), "remove-field", "name");
        } else if (!name.isEmpty()) {
            Checks.form(port, "name", "name", "port-name", name, Names::portNameProblems);
        } else if (number == 0 && isUntyped(port)) {
            return;
        } else if (number == 0) {
            backend.error(Checks.REQUIRED, backend.path(), "backend-port")
                    .words(ServerWords.required("port name or number is required"));
        } else if (number < 1 || number > 65_535) {
            Checks.outside(port, "number", number, 1, 65_535);
        }
    }

    /// Whether the name or the number is of another type, which is told elsewhere.
    private static boolean isUntyped(Visit port) {
        return (port.has("name") && port.text("name").isEmpty())
                || (port.has("number") && port.number("number").isEmpty());
    }

    /// What is not Kubernetes' own (`validateIngressTypedLocalObjectReference`).
    private static void reference(Visit reference) {
        reference
                .text("apiGroup")
                .ifPresent(group ->
                        Checks.form(reference, "name", "apiGroup", "name-subdomain", group, Names::subdomainProblems));
        for (String field : List.of("kind", "name")) {
            Checks.form(reference, "name", field, "name-segment", Names::pathSegmentProblems);
        }
    }

    private static void controller(Visit spec) {
        String controller = spec.textOrEmpty("controller");
        if (controller.length() > LONGEST_CONTROLLER) {
            spec.error("name", "controller", "too-long", LONGEST_CONTROLLER)
                    .words(ServerWords.tooLong(LONGEST_CONTROLLER));
        }
        if (!spec.has("controller") || spec.text("controller").isPresent()) {
            DomainPath.check(spec, "name", "controller", "domain-path");
        }
    }

    /// Of itself it is of the whole cluster.
    private static void parameters(Visit parameters) {
        reference(parameters);
        String scope = parameters.text("scope").orElse(CLUSTER);
        boolean there = parameters.has(FIELD);
        if (!List.of(CLUSTER, NAMESPACE).contains(scope)) {
            parameters
                    .error(
                            "unsupported-value",
                            "scope",
                            "unsupported-value",
                            Checks.shown(scope),
                            CLUSTER + ", " + NAMESPACE)
                    .words(ServerWords.unsupportedOf(scope, List.of(CLUSTER, NAMESPACE)));
        } else if (scope.equals(CLUSTER) && there) {
            parameters
                    .error("parameters-scope", FIELD, "parameters-scope")
                    .words(ServerWords.forbidden("`parameters.scope` is set to 'Cluster'"));
        } else if (scope.equals(NAMESPACE) && !there) {
            Checks.missing(parameters, FIELD, "`parameters.scope` is set to 'Namespace'");
        } else if (scope.equals(NAMESPACE)) {
            parameters
                    .text(FIELD)
                    .ifPresent(n -> Checks.form(parameters, "name", FIELD, "name-label", n, Names::labelProblems));
        }
    }
}
