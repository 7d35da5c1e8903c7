package drydock.model.validation.storage;

import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Volumes at nodes, and the drivers that nodes have (`pkg/apis/storage/validation/validation.go
/// ValidateVolumeAttachment`, `validateCSINodeDriver`).
final class AttachmentRules {

    private static final int LONGEST_NODE = 256;

    static final List<Rule> RULES = List.of(
            Rule.of("VolumeAttachmentSpec", AttachmentRules::attachment),
            Rule.of("VolumeAttachmentSource", AttachmentRules::source),
            Rule.of("CSINodeSpec", AttachmentRules::driversOnce),
            Rule.of("CSINodeDriver", AttachmentRules::driver),
            Checks.notNegative("VolumeNodeResources", "count"));

    private AttachmentRules() {}

    private static void attachment(Visit spec) {
        CsiRules.driverName(spec, "attacher");
        Checks.form(spec, "name", "nodeName", "name-subdomain", Names::subdomainProblems);
    }

    private static void source(Visit source) {
        String field = "persistentVolumeName";
        if (source.has(field) == source.has("inlineVolumeSpec")) {
            source.error(Checks.REQUIRED, source.path(), source.has(field) ? "one-of.many" : "one-of.none")
                    .words(
                            source.has(field)
                                    ? ServerWords.forbidden(
                                            "must specify exactly one of inlineVolumeSpec and persistentVolumeName")
                                    : ServerWords.required(
                                            "must specify exactly one of inlineVolumeSpec and persistentVolumeName"));
        } else if (source.has(field)) {
            if (source.textOrEmpty(field).isEmpty() && source.text(field).isPresent()) {
                Checks.missing(source, field, "must specify non empty persistentVolumeName");
            }
            Checks.form(source, "name", field, "name-subdomain", Names::subdomainProblems);
        }
    }

    private static void driversOnce(Visit spec) {
        Set<String> names = new HashSet<>();
        for (Visit driver : spec.each("drivers")) {
            String name = driver.textOrEmpty("name");
            if (!name.isEmpty() && !names.add(name)) {
                Checks.duplicate(driver, "name", name);
            }
        }
    }

    /// The API server names the driver and not its key.
    private static void driver(Visit driver) {
        CsiRules.driverName(driver, "name");
        String node = driver.textOrEmpty("nodeID");
        if (node.length() > LONGEST_NODE) {
            driver.error("name", "nodeID", "too-long", LONGEST_NODE)
                    .words(ServerWords.invalid(node, "must be " + LONGEST_NODE + " characters or less"));
        }
        Set<String> seen = new HashSet<>();
        List<String> keys = driver.list("topologyKeys");
        for (int i = 0; i < keys.size(); i++) {
            String key = keys.get(i);
            var at = driver.path().key("topologyKeys").index(i);
            if (!seen.add(key)) {
                driver.errorCalled(driver.path(), Checks.DUPLICATE, at, "duplicate-value", Checks.shown(key))
                        .words(ServerWords.duplicate(key));
            }
            Names.qualifiedNameProblems(key).stream()
                    .findFirst()
                    .ifPresent(problem -> driver.errorCalled(
                                    driver.path(), "label", at, "label-key", Checks.shown(key), problem)
                            .words(ServerWords.invalid(List.of(key), problem)));
        }
    }
}
