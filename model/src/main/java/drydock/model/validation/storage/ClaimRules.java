package drydock.model.validation.storage;

import drydock.model.resource.Quantities;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;

/// Claims (`pkg/apis/core/validation/validation.go ValidatePersistentVolumeClaimSpec`).
final class ClaimRules {

    private static final String RULE = "resources";

    static final List<Rule> RULES = List.of(Rule.of("PersistentVolumeClaimSpec", ClaimRules::claim));

    private ClaimRules() {}

    /// `ValidatePersistentVolumeClaimSpec`, whose path leaves out the `requests`.
    private static void claim(Visit spec) {
        Visit resources = spec.in("resources");
        if (!resources.in("requests").has("storage")) {
            spec.errorCalled(
                            resources.path() + "[storage]",
                            Checks.REQUIRED,
                            resources.path().key("requests").key("storage"),
                            "required-field",
                            resources.path() + ".requests.storage")
                    .words(ServerWords.required());
        } else if (Quantities.exact(new Quantity(
                                String.valueOf(resources.in("requests").value("storage"))))
                        .signum()
                <= 0) {
            spec.errorCalled(
                    resources.path() + "[storage]",
                    RULE,
                    resources.path().key("requests").key("storage"),
                    "number-positive");
        }
    }
}
