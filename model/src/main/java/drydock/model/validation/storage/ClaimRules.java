package drydock.model.validation.storage;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.Names;
import drydock.model.resource.Quantities;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;

/// Claims (`pkg/apis/core/validation/validation.go ValidatePersistentVolumeClaimSpec`).
final class ClaimRules {

    static final List<Rule> RULES = List.of(
            Rule.of("PersistentVolumeClaimSpec", ClaimRules::size),
            Rule.of("PersistentVolumeClaimSpec", ClaimRules::accessModes),
            Rule.of("PersistentVolumeClaimSpec", ClaimRules::storageClass),
            Rule.of("PersistentVolumeClaimSpec", ClaimRules::attributesClass));

    private static final int ATTRIBUTES = 34;

    private ClaimRules() {}

    /// The path of the API server leaves out the `requests`.
    private static void size(Visit spec) {
        Visit resources = spec.in("resources");
        FieldPath at = resources.path().key("requests").key("storage");
        String called = resources.path() + "[storage]";
        Object size = resources.in("requests").value("storage");
        if (size == null) {
            spec.errorCalled(called, Checks.REQUIRED, at, "required-field", at)
                    .words(ServerWords.required())
                    .fix(resources.in("requests").setting("storage", "1Gi"), "set-size", "1Gi");
        } else if (Quantities.parse(size.toString())
                .filter(amount -> Quantities.exact(amount).signum() <= 0)
                .isPresent()) {
            spec.errorCalled(called, "resources", at, "number-positive")
                    .words(ServerWords.invalid(size.toString(), "must be greater than zero"));
        }
    }

    private static void accessModes(Visit spec) {
        List<?> modes = spec.value("accessModes") instanceof List<?> list ? list : List.of();
        if (modes.isEmpty()) {
            spec.error(
                            Checks.REQUIRED,
                            "accessModes",
                            "required-field",
                            spec.path().key("accessModes"))
                    .words(ServerWords.required("at least 1 access mode is required"))
                    .fix(spec.setting("accessModes", List.of("ReadWriteOnce")), "set-access-mode");
        }
        AccessModes.alone(spec, modes);
    }

    private static void storageClass(Visit spec) {
        spec.text("storageClassName")
                .filter(name -> !name.isEmpty())
                .ifPresent(name -> Checks.form(
                        spec, "name", "storageClassName", "name-subdomain", name, Names::subdomainProblems));
    }

    /// Before 1.34 the class of attributes was not read (gate VolumeAttributesClass).
    private static void attributesClass(Visit spec) {
        if (spec.version().atLeast(ATTRIBUTES)) {
            Checks.form(spec, "name", "volumeAttributesClassName", "name-subdomain", Names::subdomainProblems);
        }
    }
}
