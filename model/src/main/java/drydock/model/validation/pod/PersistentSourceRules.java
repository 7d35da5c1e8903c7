package drydock.model.validation.pod;

import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;

/// What sources have in a PersistentVolume only: namespaces of what they name
/// (`pkg/apis/core/validation/validation.go validateGlusterfsPersistentVolumeSource`, `validateAzureFilePV`,
/// `validateCinderPersistentVolumeSource`, `validateStorageOSPersistentVolumeSource`).
final class PersistentSourceRules {

    private static final String ENDPOINTS = "endpointsNamespace";

    static final List<Rule> RULES = List.of(
            Rule.of("GlusterfsPersistentVolumeSource", PersistentSourceRules::endpoints),
            Rule.of("AzureFilePersistentVolumeSource", PersistentSourceRules::azureFile),
            new Rule.OfObject(
                    List.of("CinderPersistentVolumeSource", "StorageOSPersistentVolumeSource"),
                    PersistentSourceRules::secret));

    private PersistentSourceRules() {}

    private static void endpoints(Visit source) {
        if ("".equals(source.value(ENDPOINTS))) {
            source.error("name", ENDPOINTS, "empty")
                    .words(ServerWords.invalid(
                            "", "if the endpointnamespace is set, it must be a valid namespace name"))
                    .fix(source.removing(ENDPOINTS), "fix.remove", source.path().key(ENDPOINTS));
        }
        Checks.form(source, "name", ENDPOINTS, "name-label", Names::labelProblems);
    }

    private static void azureFile(Visit source) {
        if ("".equals(source.value("secretNamespace"))) {
            Checks.missing(source, "secretNamespace");
        }
    }

    private static void secret(Visit source) {
        if (source.has("secretRef")) {
            Checks.required(source.in("secretRef"), "name");
            Checks.required(source.in("secretRef"), "namespace");
        }
    }
}
