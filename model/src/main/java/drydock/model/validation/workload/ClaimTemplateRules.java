package drydock.model.validation.workload;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The names of the claims that a StatefulSet makes, which are those of volumes of its Pods; of two of one name the
/// second counts (`pkg/apis/apps/validation/validation.go volumesToAddForTemplates`,
/// `pkg/apis/core/validation/validation.go ValidateVolumes`).
final class ClaimTemplateRules {

    static final List<Rule> RULES = List.of(Rule.of("StatefulSetSpec", ClaimTemplateRules::names));

    private ClaimTemplateRules() {}

    private static void names(Visit spec) {
        Set<String> names = new LinkedHashSet<>();
        for (Visit claim : spec.each("volumeClaimTemplates")) {
            Visit meta = claim.in("metadata");
            String name = meta.textOrEmpty("name");
            boolean untyped = meta.has("name") && meta.text("name").isEmpty();
            FieldPath volume =
                    FieldPath.of("spec", "template", "spec", "volumes").index(names.size());
            if (names.add(name) && !untyped) {
                name(meta, name, volume);
            }
        }
    }

    private static void name(Visit meta, String name, FieldPath volume) {
        FieldPath at = meta.path().key("name");
        if (name.isEmpty()) {
            for (FieldPath called : List.of(
                    volume.key("name"), volume.key("persistentVolumeClaim").key("claimName"))) {
                meta.errorCalled(called, Checks.REQUIRED, at, "required-field", at)
                        .words(ServerWords.required());
            }
            return;
        }
        Names.labelProblems(name).stream()
                .findFirst()
                .ifPresent(problem -> meta.errorCalled(
                                volume.key("name"), "name", at, "name-label", Checks.shown(name), problem)
                        .words(ServerWords.invalid(name, problem)));
    }
}
