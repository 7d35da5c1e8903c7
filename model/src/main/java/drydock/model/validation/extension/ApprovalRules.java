package drydock.model.validation.extension;

import drydock.model.manifest.FieldPath;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/// Kinds in a group of Kubernetes' own say who approved them
/// (`apiextensions-apiserver/pkg/apis/apiextensions/validation/validation.go validateAPIApproval`,
/// `apiextensions-apiserver/pkg/apihelpers/helpers.go GetAPIApprovalState`).
final class ApprovalRules {

    private static final String ANNOTATION = "api-approved.kubernetes.io";
    private static final String UNAPPROVED = "unapproved";

    static final List<Rule> RULES = List.of(Rule.of("CustomResourceDefinition", ApprovalRules::approval));

    private ApprovalRules() {}

    private static boolean isProtected(String group) {
        return group.equals("k8s.io")
                || group.endsWith(".k8s.io")
                || group.equals("kubernetes.io")
                || group.endsWith(".kubernetes.io");
    }

    private static void approval(Visit definition) {
        if (!isProtected(definition.in("spec").textOrEmpty("group"))) {
            return;
        }
        Visit annotations = definition.in("metadata").in("annotations");
        String approval = annotations.textOrEmpty(ANNOTATION);
        FieldPath at = FieldPath.of("metadata", "annotations", ANNOTATION);
        boolean untyped =
                annotations.has(ANNOTATION) && annotations.text(ANNOTATION).isEmpty();
        if (approval.isEmpty() && !untyped) {
            definition
                    .error(Checks.REQUIRED, at, "custom-approval")
                    .words(ServerWords.required("protected groups must have approval annotation \"" + ANNOTATION
                            + "\", see https://github.com/kubernetes/enhancements/pull/1111"))
                    .fix(definition.settingAt(at, UNAPPROVED), "fix.set", at, UNAPPROVED);
        } else if (!approval.startsWith(UNAPPROVED) && !isAddress(approval) && !untyped) {
            definition
                    .error("custom-kind", at, "custom-approval")
                    .words(ServerWords.invalid(
                            approval,
                            "protected groups must have approval annotation \"" + ANNOTATION
                                    + "\" with either a URL or a reason starting with \"unapproved\", see "
                                    + "https://github.com/kubernetes/enhancements/pull/1111"))
                    .fix(definition.settingAt(at, UNAPPROVED), "fix.set", at, UNAPPROVED);
        }
    }

    private static boolean isAddress(String text) {
        try {
            URI address = new URI(text);
            return address.getScheme() != null && address.getRawAuthority() != null;
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }
}
