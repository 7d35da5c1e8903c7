package drydock.model.validation.storage;

import drydock.model.resource.Names;
import drydock.model.resource.Quantities;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/// What drivers of volumes say of themselves, and classes of what a volume can do
/// (`pkg/apis/storage/validation/validation.go validateTokenRequests`, `validateFSGroupPolicy`,
/// `ValidateVolumeAttributesClass`, `ValidateCSIStorageCapacity`).
final class DriverRules {

    private static final long LEAST_EXPIRATION_SECONDS = 600;
    private static final long MOST_EXPIRATION_SECONDS = 1L << 32;
    private static final int LEAST_PERIOD_SECONDS = 10;
    private static final int PERIODS = 35;
    private static final List<String> POLICIES = List.of("File", "None", "ReadWriteOnceWithFSType");

    static final List<Rule> RULES = List.of(
            Rule.of("CSIDriverSpec", DriverRules::tokens),
            Rule.of("CSIDriverSpec", DriverRules::policy),
            Rule.of("CSIDriverSpec", DriverRules::period),
            Rule.of("VolumeAttributesClass", DriverRules::attributes),
            Rule.of("CSIStorageCapacity", DriverRules::capacity));

    private DriverRules() {}

    private static void tokens(Visit driver) {
        Set<String> audiences = new HashSet<>();
        for (Visit token : driver.each("tokenRequests")) {
            String audience = token.textOrEmpty("audience");
            if (!audiences.add(audience)) {
                Checks.duplicate(token, "audience", audience);
                continue;
            }
            OptionalLong seconds = token.number("expirationSeconds");
            if (seconds.isPresent() && seconds.getAsLong() < LEAST_EXPIRATION_SECONDS) {
                token.error(Checks.NUMBER_RANGE, "expirationSeconds", "token-expires-early")
                        .words(ServerWords.invalid(
                                seconds.getAsLong(), "may not specify a duration less than 10 minutes"));
            } else if (seconds.isPresent() && seconds.getAsLong() > MOST_EXPIRATION_SECONDS) {
                token.error(Checks.NUMBER_RANGE, "expirationSeconds", "token-expires-late")
                        .words(ServerWords.invalid(
                                seconds.getAsLong(), "may not specify a duration larger than 2^32 seconds"));
            }
        }
    }

    private static void policy(Visit driver) {
        String policy = driver.textOrEmpty("fsGroupPolicy");
        if (driver.value("fsGroupPolicy") instanceof String && !POLICIES.contains(policy)) {
            driver.error(
                            "unsupported-value",
                            "fsGroupPolicy",
                            "unsupported-value",
                            Checks.shown(policy),
                            String.join(", ", POLICIES))
                    .words(ServerWords.unsupportedOf(policy, POLICIES));
        }
    }

    private static void period(Visit driver) {
        String field = "nodeAllocatableUpdatePeriodSeconds";
        OptionalLong seconds = driver.number(field);
        if (driver.version().atLeast(PERIODS) && seconds.isPresent() && seconds.getAsLong() < LEAST_PERIOD_SECONDS) {
            driver.error(Checks.NUMBER_RANGE, field, "driver-period")
                    .words(ServerWords.invalid(seconds.getAsLong(), "must be greater than or equal to 10 seconds"));
        }
    }

    private static void attributes(Visit attributes) {
        if (attributes.in("parameters").names().isEmpty()) {
            Checks.missing(attributes, "parameters", "must contain at least one key/value pair");
        }
    }

    private static void capacity(Visit capacity) {
        Checks.form(capacity, "name", "storageClassName", "name-subdomain", Names::subdomainProblems);
        Quantities.parse(String.valueOf(capacity.value("capacity")))
                .filter(amount -> Quantities.exact(amount).signum() < 0)
                .map(Quantities::canonical)
                .ifPresent(amount -> capacity.error(Checks.NUMBER_RANGE, "capacity", "number-negative", amount)
                        .words(ServerWords.invalid(amount, "must be greater than or equal to 0")));
    }
}
