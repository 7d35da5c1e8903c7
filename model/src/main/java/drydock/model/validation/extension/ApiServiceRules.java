package drydock.model.validation.extension;

import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;

/// Servers of further API groups (`kube-aggregator/pkg/apis/apiregistration/validation/validation.go`).
final class ApiServiceRules {

    private static final String BUNDLE = "caBundle";
    private static final String INSECURE = "insecureSkipTLSVerify";
    private static final int MOST_GROUP_PRIORITY = 20_000;
    private static final int MOST_VERSION_PRIORITY = 1_000;

    static final List<Rule> RULES = List.of(
            Rule.of("APIService", ApiServiceRules::name),
            Rule.of("APIServiceSpec", ApiServiceRules::group),
            Rule.of("APIServiceSpec", spec -> priority(spec, "groupPriorityMinimum", MOST_GROUP_PRIORITY)),
            Rule.of("APIServiceSpec", spec -> priority(spec, "versionPriority", MOST_VERSION_PRIORITY)),
            Rule.of("APIServiceSpec", ApiServiceRules::service));

    private ApiServiceRules() {}

    private static void name(Visit service) {
        Visit spec = service.in("spec");
        String wanted = spec.textOrEmpty("version") + "." + spec.textOrEmpty("group");
        String name = service.in("metadata").textOrEmpty("name");
        boolean typed = !spec.has("version") || spec.text("version").isPresent();
        if (!name.isEmpty() && !name.equals(wanted) && typed) {
            service.in("metadata")
                    .error("name", "name", "api-service-name", wanted)
                    .words(ServerWords.invalid(name, "must be `spec.version+\".\"+spec.group`: \"" + wanted + "\""))
                    .fix(service.in("metadata").setting("name", wanted), "fix.set", "metadata.name", wanted);
        }
    }

    private static void group(Visit spec) {
        boolean untyped = spec.has("group") && spec.text("group").isEmpty();
        if (spec.textOrEmpty("group").isEmpty()
                && !untyped
                && !spec.textOrEmpty("version").equals("v1")) {
            Checks.missing(spec, "group", "only v1 may have an empty group and it better be legacy kube");
        }
        Checks.form(spec, "name", "group", "name-subdomain", Names::subdomainProblems);
        Checks.required(spec, "version");
        Checks.form(spec, "name", "version", "name-label", Names::oldLabelProblems);
    }

    private static void priority(Visit spec, String field, int most) {
        long priority = spec.number(field).orElse(0);
        if (priority <= 0 || priority > most) {
            spec.error(Checks.NUMBER_RANGE, field, "number-range", priority, "1", String.valueOf(most))
                    .words(ServerWords.invalid(priority, "must be positive and less than " + most));
        }
    }

    private static void service(Visit spec) {
        Visit service = spec.in("service");
        boolean bundled = !spec.textOrEmpty(BUNDLE).isEmpty();
        if (spec.has("service")) {
            Checks.required(service, "namespace");
            Checks.required(service, "name");
            service.number("port").stream()
                    .filter(port -> port < 1 || port > 65_535)
                    .forEach(port -> service.error(Checks.NUMBER_RANGE, "port", "number-range", port, "1", "65535")
                            .words(ServerWords.invalid(
                                    port, "port is not valid: must be between 1 and 65535, inclusive")));
            if (spec.isTrue(INSECURE) && bundled) {
                spec.error("api-service", INSECURE, "api-service-insecure")
                        .words(ServerWords.invalid(true, "may not be true if caBundle is present"))
                        .fix(spec.removing(INSECURE), "fix.remove", spec.path().key(INSECURE));
            }
        } else {
            local(spec, BUNDLE, bundled, spec.textOrEmpty(BUNDLE).length() * 3 / 4 + " bytes");
            local(spec, INSECURE, spec.isTrue(INSECURE), true);
        }
    }

    private static void local(Visit spec, String field, boolean there, Object value) {
        if (there) {
            spec.error("api-service", field, "api-service-local", field)
                    .words(ServerWords.invalid(
                            value, "local APIServices may not have " + (field.equals(BUNDLE) ? "a " : "") + field))
                    .fix(spec.removing(field), "fix.remove", spec.path().key(field));
        }
    }
}
