package drydock.model.validation.config;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.Names;
import drydock.model.resource.ResourceNames;
import drydock.model.validation.Checks;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;
import java.util.function.Predicate;

/// The names in a list of amounts (`pkg/apis/core/validation/validation.go ValidateResourceQuotaResourceName`,
/// `validateContainerResourceName`).
final class AmountNames {

    static final String OF_CONTAINERS = "containers";

    private AmountNames() {}

    /// Tells of the names at `field` that are none. A name with a domain is anybody's.
    ///
    /// @param fits whether a name without a domain is one that is possible here
    /// @param place what they are resources of, in the API server's words; empty for all there are
    static void check(Visit visit, String field, Predicate<String> fits, String place) {
        for (String name : visit.in(field).names()) {
            FieldPath at = visit.path().key(field).key(name);
            List<String> problems = Names.qualifiedNameProblems(name);
            if (!problems.isEmpty()) {
                visit.errorAtKey("resources", at, "label-key", Checks.shown(name), problems.getFirst())
                        .words(ServerWords.invalid(name, problems.getFirst()));
            } else if (name.indexOf('/') < 0 && !fits.test(name)) {
                String words = place.isEmpty() || !ResourceNames.isStandard(name)
                        ? "must be a standard resource type or fully qualified"
                        : "must be a standard resource for " + place;
                visit.errorAtKey("resources", at, "resource-name", Checks.shown(name))
                        .words(ServerWords.invalid(name, words));
            } else if (place.equals(OF_CONTAINERS)
                    && !ResourceNames.isNative(name)
                    && !ResourceNames.isExtended(name)) {
                visit.errorAtKey("resources", at, "resource-extended", Checks.shown(name))
                        .words(ServerWords.invalid(name, "doesn't follow extended resource name standard"));
            }
        }
    }
}
