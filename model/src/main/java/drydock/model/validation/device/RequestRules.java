package drydock.model.validation.device;

import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;

/// One request for devices (`pkg/apis/resource/validation/validation.go validateDeviceRequest`,
/// `validateDeviceAllocationMode`, `validateDeviceToleration`).
final class RequestRules {

    private static final String RULE = ClaimRules.RULE;

    static final List<Rule> RULES = List.of(
            Rule.of("DeviceRequest", RequestRules::request),
            new Rule.OfObject(List.of("DeviceRequest", "DeviceSubRequest"), RequestRules::name),
            new Rule.OfObject(List.of("ExactDeviceRequest", "DeviceSubRequest"), RequestRules::devices),
            Rule.of("DeviceSelector", RequestRules::selector),
            Rule.of("DeviceToleration", RequestRules::toleration));

    private RequestRules() {}

    private static void request(Visit request) {
        boolean exactly = request.has("exactly");
        boolean available = !request.each("firstAvailable").isEmpty();
        if (exactly && available) {
            request.error("one-of", request.path(), "one-of.many")
                    .words(ServerWords.invalidRaw(
                            "null",
                            "exactly one of `exactly` or `firstAvailable` is required, but multiple fields are set"));
        } else if (!exactly && !available) {
            request.error(Checks.REQUIRED, request.path(), "one-of.none")
                    .words(ServerWords.required("exactly one of `exactly` or `firstAvailable` is required"));
        }
    }

    private static void name(Visit request) {
        Checks.form(request, "name", "name", "name-label", Names::labelProblems);
    }

    /// A count that is not written is 1.
    private static void devices(Visit request) {
        Checks.form(request, "name", "deviceClassName", "name-subdomain", Names::subdomainProblems);
        long count = request.number("count").orElse(0);
        if (!request.textOrEmpty("allocationMode").equals("All")) {
            if (count < 0) {
                Checks.notPositive(request, "count", count, "must be greater than zero");
            }
        } else if (count != 0) {
            request.error(RULE, "count", "device-count")
                    .words(ServerWords.invalid(count, "must not be specified when allocationMode is 'All'"))
                    .fix(request.removing("count"), "fix.remove", request.path().key("count"));
        }
    }

    private static void selector(Visit selector) {
        if (!selector.has("cel")) {
            Checks.missing(selector, "cel");
        }
    }

    private static void toleration(Visit toleration) {
        Checks.form(toleration, "label", "key", "label-key", Names::qualifiedNameProblems);
        String value = toleration.textOrEmpty("value");
        if (toleration.textOrEmpty("operator").equals("Exists")) {
            if (!value.isEmpty()) {
                toleration
                        .error(RULE, "value", "device-toleration")
                        .words(ServerWords.invalid(value, "must be empty for operator `Exists`"))
                        .fix(
                                toleration.removing("value"),
                                "fix.remove",
                                toleration.path().key("value"));
            }
        } else {
            Checks.form(toleration, "label", "value", "label-value", value, Names::labelValueProblems);
        }
    }
}
