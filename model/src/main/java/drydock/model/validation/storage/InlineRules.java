package drydock.model.validation.storage;

import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;

/// The volume that a VolumeAttachment describes rather than names: nothing that is about claims
/// (`pkg/apis/core/validation/validation.go ValidatePersistentVolumeSpec`).
final class InlineRules {

    private static final String RULE = "volume";
    private static final String CONTEXT = " in the context of inline volumes";

    static final List<Rule> RULES = List.of(Rule.of("PersistentVolumeSpec", InlineRules::check));

    private InlineRules() {}

    static boolean isInline(Visit spec) {
        return spec.kind().equals("VolumeAttachment");
    }

    private static void check(Visit spec) {
        if (!isInline(spec)) {
            return;
        }
        for (String field : List.of("claimRef", "capacity", "nodeAffinity", "storageClassName")) {
            boolean empty = field.equals("capacity") && spec.in(field).names().isEmpty();
            if (spec.has(field) && !empty && !"".equals(spec.value(field))) {
                forbidden(spec, field, "may not be specified");
            }
        }
        if (!spec.has("csi")) {
            Checks.missing(spec, "csi", "has to be specified" + CONTEXT);
        }
        only(spec, "persistentVolumeReclaimPolicy", "Retain", "may only be Retain");
        only(spec, "volumeMode", "Filesystem", "may not specify volumeMode other than Filesystem");
    }

    private static void only(Visit spec, String field, String value, String words) {
        if (!spec.textOrEmpty(field).isEmpty() && !spec.textOrEmpty(field).equals(value)) {
            forbidden(spec, field, words);
        }
    }

    private static void forbidden(Visit spec, String field, String words) {
        spec.error(RULE, field, "inline-volume", field)
                .words(ServerWords.forbidden(words + CONTEXT))
                .fix(spec.removing(field), "fix.remove", spec.path().key(field));
    }
}
