package drydock.model.validation;

import drydock.model.manifest.FieldPath;
import java.util.List;
import java.util.Set;

/// What of a StatefulSet API servers looked at only from 1.34 on: the Pods and the claims that it makes. Before, one
/// was accepted whose Pods are refused when they are made (`pkg/apis/apps/validation/validation.go
/// ValidatePodTemplateSpecForStatefulSet, ValidateVolumeClaimTemplates`).
final class LateChecks {

    private static final int SINCE = 34;
    private static final FieldPath PODS = FieldPath.of("spec", "template", "spec");
    private static final FieldPath CLAIMS = FieldPath.of("spec", "volumeClaimTemplates");

    /// What was always looked at.
    private static final List<FieldPath> ALWAYS = List.of(PODS.key("restartPolicy"), PODS.key("activeDeadlineSeconds"));

    /// What is wrong with a text before anything of its object is looked at.
    private static final Set<String> READING = Set.of(SchemaWalk.TYPE, SchemaWalk.UNKNOWN_FIELD);

    private LateChecks() {}

    /// How grave it is what API servers refuse by now of what stands at `where` in a manifest.
    static Severity severity(VisitedManifest manifest, String rule, FieldPath where) {
        boolean late = manifest.kind().equals("StatefulSet")
                && !manifest.version().atLeast(SINCE)
                && (where.isWithin(PODS) || where.isWithin(CLAIMS))
                && ALWAYS.stream().noneMatch(where::isWithin)
                && !READING.contains(rule);
        return late ? Severity.WARNING : Severity.ERROR;
    }
}
