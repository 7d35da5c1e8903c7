package drydock.model.validation.storage;

import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;
import java.util.Locale;

/// Volumes of drivers (`pkg/apis/core/validation/validation.go validateCSIPersistentVolumeSource`,
/// `validatePVSecretReference`, `ValidateCSIDriverName`).
final class CsiRules {

    private static final int LONGEST_DRIVER = 63;

    private static final List<String> SECRETS = List.of(
            "controllerPublishSecretRef", "controllerExpandSecretRef", "nodePublishSecretRef", "nodeExpandSecretRef");

    static final List<Rule> RULES = List.of(Rule.of("CSIPersistentVolumeSource", CsiRules::source));

    private CsiRules() {}

    private static void source(Visit csi) {
        driverName(csi, "driver");
        SECRETS.stream().filter(csi::has).map(csi::in).forEach(CsiRules::secret);
    }

    private static void secret(Visit secret) {
        Checks.required(secret, "name");
        Checks.form(secret, "name", "name", "name-subdomain", Names::subdomainProblems);
        Checks.required(secret, "namespace");
        Checks.form(secret, "name", "namespace", "name-label", Names::labelProblems);
    }

    /// The name of a driver may have capitals.
    static void driverName(Visit visit, String field) {
        String name = visit.textOrEmpty(field);
        if (name.length() > LONGEST_DRIVER) {
            visit.error("name", field, "too-long", LONGEST_DRIVER).words(ServerWords.tooLong(LONGEST_DRIVER));
        }
        if (!name.isEmpty()) {
            Names.subdomainProblems(name.toLowerCase(Locale.ROOT)).stream()
                    .findFirst()
                    .ifPresent(problem -> visit.error("name", field, "name-subdomain", Checks.shown(name), problem)
                            .words(ServerWords.invalid(name, problem)));
        }
    }
}
