package drydock.model.validation.extension;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// How objects of one version become those of another
/// (`apiextensions-apiserver/pkg/apis/apiextensions/validation/validation.go validateCustomResourceConversion`,
/// `validateConversionReviewVersions`).
final class ConversionRules {

    private static final String RULE = "custom-kind";
    private static final String VERSIONS = "conversionReviewVersions";
    private static final String CLIENT = "clientConfig";

    static final List<Rule> RULES = List.of(Rule.of("CustomResourceConversion", ConversionRules::conversion));

    private ConversionRules() {}

    private static void conversion(Visit conversion) {
        Visit webhook = conversion.in("webhook");
        switch (conversion.textOrEmpty("strategy")) {
            case "Webhook" -> {
                if (webhook.has(CLIENT)) {
                    WebhookRules.client(webhook.in(CLIENT));
                } else {
                    webhook.error(Checks.REQUIRED, CLIENT, "custom-webhook")
                            .words(ServerWords.required("required when strategy is set to Webhook"));
                }
                versions(webhook);
            }
            case "None" -> {
                unused(webhook, CLIENT, webhook.has(CLIENT));
                unused(webhook, VERSIONS, !webhook.list(VERSIONS).isEmpty());
            }
            default -> {
                // told with the values that there are
            }
        }
    }

    private static void unused(Visit webhook, String field, boolean there) {
        if (there) {
            webhook.error(RULE, field, "custom-no-webhook")
                    .words(ServerWords.forbidden("should not be set when strategy is not set to Webhook"))
                    .fix(webhook.top().in("spec").in("conversion").removing("webhook"), "fix.remove", webhook.path());
        }
    }

    private static void versions(Visit webhook) {
        List<String> versions = webhook.list(VERSIONS);
        boolean untyped = webhook.has(VERSIONS) && !(webhook.value(VERSIONS) instanceof List<?>);
        if (versions.isEmpty()) {
            if (!untyped) {
                Checks.missing(webhook, VERSIONS);
            }
            return;
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < versions.size(); i++) {
            String version = versions.get(i);
            FieldPath at = webhook.path().key(VERSIONS).index(i);
            if (!seen.add(version)) {
                webhook.error(Checks.DUPLICATE, at, "duplicate-value", Checks.shown(version))
                        .words(ServerWords.invalid(version, "duplicate version"));
                continue;
            }
            Names.oldLabelProblems(version).stream()
                    .findFirst()
                    .ifPresent(problem -> webhook.error("name", at, "name-label", Checks.shown(version), problem)
                            .words(ServerWords.invalid(version, problem)));
        }
        if (!seen.contains("v1") && !seen.contains("v1beta1")) {
            webhook.error(RULE, VERSIONS, "webhook-versions")
                    .words(ServerWords.invalid(versions, "must include at least one of v1, v1beta1"));
        }
    }
}
