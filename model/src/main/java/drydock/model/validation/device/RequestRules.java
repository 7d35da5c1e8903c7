package drydock.model.validation.device;

import drydock.model.cel.Scope;
import drydock.model.cel.Shape;
import drydock.model.resource.Names;
import drydock.model.resource.ResourceNames;
import drydock.model.validation.Checks;
import drydock.model.validation.Expressions;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// One request for devices (`pkg/apis/resource/validation/validation.go validateDeviceRequest`,
/// `validateDeviceAllocationMode`, `validateDeviceToleration`).
final class RequestRules {

    private static final String RULE = ClaimRules.RULE;
    private static final int MOST_AVAILABLE = 8;
    private static final int LONGEST_EXPRESSION = 10 * 1024;
    private static final int EXTENDED = 36;

    /// What selectors may ask for (`dynamic-resource-allocation/cel/compile.go newCompiler`).
    private static final Scope DEVICE = new Scope(
            Map.of(
                    "device",
                    new Shape.Named(
                            "kubernetes.DRADevice",
                            Map.of(
                                    "driver",
                                    Shape.Single.TEXT,
                                    "attributes",
                                    new Shape.Entries(new Shape.Entries(new Shape.Any())),
                                    "capacity",
                                    new Shape.Entries(new Shape.Entries(Shape.Single.QUANTITY)),
                                    "allowMultipleAllocations",
                                    Shape.Single.TRUTH))),
            false);

    static final List<Rule> RULES = List.of(
            Rule.of("DeviceRequest", RequestRules::request),
            new Rule.OfObject(List.of("DeviceRequest", "DeviceSubRequest"), RequestRules::name),
            new Rule.OfObject(List.of("ExactDeviceRequest", "DeviceSubRequest"), RequestRules::devices),
            Rule.of("DeviceRequest", RequestRules::available),
            new Rule.OfObject(
                    List.of("ExactDeviceRequest", "DeviceSubRequest", "DeviceClassSpec"),
                    holder -> ClaimRules.many(
                            holder, "selectors", holder.each("selectors").size())),
            Rule.of("DeviceClassSpec", RequestRules::classes),
            Rule.of("CELDeviceSelector", RequestRules::expression),
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

    private static void available(Visit request) {
        int found = request.each("firstAvailable").size();
        if (found > MOST_AVAILABLE) {
            request.error("too-many", "firstAvailable", "too-many", MOST_AVAILABLE)
                    .words(ServerWords.tooMany(found, MOST_AVAILABLE));
        }
    }

    /// `validateDeviceClassSpec`; what it calls itself as a resource is read from 1.36 on (gate DRAExtendedResource).
    private static void classes(Visit spec) {
        ClaimRules.many(spec, "config", spec.each("config").size());
        String name = spec.textOrEmpty("extendedResourceName");
        if (spec.text("extendedResourceName").isPresent()
                && spec.version().atLeast(EXTENDED)
                && !ResourceNames.isExtended(name)) {
            spec.error(RULE, "extendedResourceName", "device-extended", Checks.shown(name))
                    .words(ServerWords.invalid(name, "must be a valid extended resource name"));
        }
    }

    private static void expression(Visit selector) {
        int bytes = selector.textOrEmpty("expression").getBytes(StandardCharsets.UTF_8).length;
        if (bytes > LONGEST_EXPRESSION) {
            selector.error(RULE, "expression", "too-long", LONGEST_EXPRESSION)
                    .words(ServerWords.tooLong(LONGEST_EXPRESSION));
        } else if (selector.text("expression").isPresent()) {
            Expressions.check(
                    selector,
                    "expression",
                    selector.textOrEmpty("expression"),
                    DEVICE,
                    List.of("bool"),
                    type -> "must evaluate to bool or the unknown type, not " + type);
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
