package drydock.model.validation.extension;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Webhooks that are asked about changes (`pkg/apis/admissionregistration/validation/validation.go`;
/// `apiserver/pkg/util/webhook/validation.go`).
final class WebhookRules {

    private static final String RULE = "webhook";
    private static final String ALL = "*";
    private static final String FORM = "; desired format: https://host[/path]";

    static final List<Rule> RULES = List.of(
            Rule.of("ValidatingWebhookConfiguration", WebhookRules::namesOnce),
            Rule.of("MutatingWebhookConfiguration", WebhookRules::namesOnce),
            Rule.of("ValidatingWebhook", WebhookRules::webhook),
            Rule.of("MutatingWebhook", WebhookRules::webhook),
            Rule.of("RuleWithOperations", WebhookRules::rule));

    private WebhookRules() {}

    private static void namesOnce(Visit configuration) {
        Set<String> names = new HashSet<>();
        for (Visit webhook : configuration.each("webhooks")) {
            String name = webhook.textOrEmpty("name");
            if (!name.isEmpty() && !names.add(name)) {
                Checks.duplicate(webhook, "name", name);
            }
        }
    }

    private static void webhook(Visit webhook) {
        Checks.form(webhook, "name", "name", "name-subdomain", WebhookRules::domainProblems);
        Checks.within(webhook, "timeoutSeconds", 1, 30, "the timeout value must be between 1 and 30 seconds");
        reviewVersions(webhook);
        client(webhook.in("clientConfig"));
    }

    /// `apimachinery/pkg/util/validation/validation.go IsFullyQualifiedName`.
    private static List<String> domainProblems(String name) {
        List<String> problems = Names.subdomainProblems(name);
        return !problems.isEmpty() || name.split("\\.", -1).length >= 3
                ? problems
                : List.of("should be a domain with at least three segments separated by dots");
    }

    private static void reviewVersions(Visit webhook) {
        String field = "admissionReviewVersions";
        List<String> versions = webhook.list(field);
        Set<String> seen = new HashSet<>();
        boolean wrong = false;
        for (int i = 0; i < versions.size(); i++) {
            String version = versions.get(i);
            List<String> problems = Names.oldLabelProblems(version);
            FieldPath at = webhook.path().key(field).index(i);
            if (!problems.isEmpty()) {
                wrong = true;
                webhook.error("name", at, "name-label", Checks.shown(version), problems.getFirst())
                        .words(ServerWords.invalid(version, problems.getFirst()));
            } else if (!seen.add(version)) {
                webhook.error(Checks.DUPLICATE, at, "duplicate-value", Checks.shown(version))
                        .words(ServerWords.invalid(version, "duplicate version"));
            }
        }
        if (!versions.isEmpty() && !wrong && !seen.contains("v1") && !seen.contains("v1beta1")) {
            webhook.error(RULE, field, "webhook-versions")
                    .words(ServerWords.invalid(versions, "must include at least one of v1, v1beta1"));
        }
    }

    static void client(Visit client) {
        if (client.has("url") == client.has("service")) {
            client.error(RULE, client.path(), client.has("url") ? "one-of.many" : "one-of.none")
                    .words(ServerWords.required("exactly one of url or service is required"));
        } else if (client.has("url")) {
            url(client);
        } else {
            service(client.in("service"));
        }
    }

    private static void url(Visit client) {
        String text = client.textOrEmpty("url");
        if (client.text("url").isEmpty()) {
            return;
        }
        try {
            URI url = new URI(text);
            String scheme = url.getScheme() == null ? "" : url.getScheme();
            boolean noHost =
                    url.getRawAuthority() == null || url.getRawAuthority().isEmpty();
            wrong(client, !scheme.equals("https"), scheme, "'https' is the only allowed URL scheme" + FORM);
            wrong(client, noHost, "", "host must be provided" + FORM);
            wrong(
                    client,
                    url.getUserInfo() != null,
                    url.getRawUserInfo(),
                    "user information is not permitted in the URL");
            wrong(
                    client,
                    url.getFragment() != null && !url.getFragment().isEmpty(),
                    url.getFragment(),
                    "fragments are not permitted in the URL");
            wrong(
                    client,
                    url.getRawQuery() != null && !url.getRawQuery().isEmpty(),
                    url.getRawQuery(),
                    "query parameters are not permitted in the URL");
        } catch (URISyntaxException noUrl) {
            client.error(RULE, "url", "webhook-url", Checks.shown(text))
                    .words(ServerWords.required("url must be a valid URL: " + noUrl.getMessage() + FORM));
        }
    }

    private static void wrong(Visit client, boolean wrong, @Nullable String part, String words) {
        if (wrong) {
            client.error(RULE, "url", "webhook-url", Checks.shown(client.textOrEmpty("url")))
                    .words(ServerWords.invalid(part, words));
        }
    }

    private static void service(Visit service) {
        Checks.within(service, "port", 1, 65_535, "port is not valid: must be between 1 and 65535, inclusive");
        String path = service.textOrEmpty("path");
        if (path.equals("//")) {
            path(service, path, "segment[0] may not be empty");
        } else if (!path.isEmpty() && !path.equals("/")) {
            if (!path.startsWith("/")) {
                path(service, path, "must start with a '/'");
            }
            segments(service, path);
        }
    }

    /// The API server leaves out the first letter, whatever it is, and a slash at the end.
    private static void segments(Visit service, String path) {
        String inner = path.substring(1, path.endsWith("/") && path.length() > 1 ? path.length() - 1 : path.length());
        String[] segments = inner.split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            int position = i;
            if (segments[i].isEmpty()) {
                path(service, path, "segment[" + i + "] may not be empty");
                continue;
            }
            Names.subdomainProblems(segments[i]).stream()
                    .findFirst()
                    .ifPresent(problem -> path(service, path, "segment[" + position + "]: " + problem));
        }
    }

    private static void path(Visit service, String path, String words) {
        service.error(RULE, "path", "webhook-path", Checks.shown(path)).words(ServerWords.invalid(path, words));
    }

    /// What is asked about (`validateRuleWithOperations`, `validateRule`).
    static void rule(Visit rule) {
        for (String field : List.of("operations", "apiGroups", "apiVersions", "resources")) {
            List<String> values = rule.list(field);
            if (values.isEmpty()) {
                Checks.missing(rule, field);
            } else if (values.contains(ALL) && values.size() > 1 && !field.equals("resources")) {
                String others =
                        field.replace("api", "API ").toLowerCase(Locale.ROOT).replace("api ", "API ");
                all(rule, field, values, "if '*' is present, must not specify other " + others);
            }
        }
        for (String field : List.of("apiVersions", "resources")) {
            empties(rule, field);
        }
        resources(rule, rule.list("resources"));
    }

    private static void empties(Visit rule, String field) {
        List<String> values = rule.list(field);
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).isEmpty()) {
                FieldPath at = rule.path().key(field).index(i);
                rule.error(Checks.REQUIRED, at, "required-field", at).words(ServerWords.required());
            }
        }
    }

    /// All of a resource, or of what resources have, stands alone; `*` goes with parts of resources, and with
    /// a resource that another `*` comes after (`validateResources`).
    private static void resources(Visit rule, List<String> resources) {
        Set<String> whole = new HashSet<>();
        Set<String> ofAll = new HashSet<>();
        boolean plain = false;
        for (int i = 0; i < resources.size(); i++) {
            String resource = resources.get(i);
            int slash = resource.indexOf('/');
            if (slash < 0) {
                plain = resource.isEmpty() ? plain : !resource.equals(ALL);
                continue;
            }
            String kind = resource.substring(0, slash);
            String part = resource.substring(slash + 1);
            if (whole.contains(kind)) {
                covered(rule, i, resource, kind + "/*");
            }
            if (ofAll.contains(part)) {
                covered(rule, i, resource, "*/" + part);
            }
            if (part.equals(ALL)) {
                whole.add(kind);
            }
            if (kind.equals(ALL)) {
                ofAll.add(part);
            }
        }
        if (resources.contains("*/*") && resources.size() > 1) {
            all(rule, "resources", resources, "if '*/*' is present, must not specify other resources");
        }
        if (resources.contains(ALL) && plain) {
            all(
                    rule,
                    "resources",
                    resources,
                    "if '*' is present, must not specify other resources without subresources");
        }
    }

    private static void covered(Visit rule, int position, String resource, String by) {
        rule.error(RULE, rule.path().key("resources").index(position), "webhook-covered", resource, by)
                .words(ServerWords.invalid(resource, "if '" + by + "' is present, must not specify " + resource));
    }

    private static void all(Visit rule, String field, List<String> values, String words) {
        rule.error(RULE, field, "webhook-all", field).words(ServerWords.invalid(values, words));
    }
}
