package drydock.model.validation.pod;

import drydock.model.manifest.FieldPath;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;

/// Modes of files in volumes (`pkg/apis/core/validation/validation.go fileModeErrorMsg`).
final class FileModes {

    private static final int ALL = 0777;

    static final List<Rule> RULES = List.of(
            new Rule.OfObject(
                    List.of(
                            "SecretVolumeSource",
                            "ConfigMapVolumeSource",
                            "DownwardAPIVolumeSource",
                            "ProjectedVolumeSource"),
                    volume -> check(volume, "defaultMode", volume.path().key("defaultMode"))),
            Rule.of("KeyToPath", item -> check(item, "mode", item.path().key("mode"))));

    private FileModes() {}

    static void check(Visit visit, String field, FieldPath called) {
        long mode = visit.number(field).orElse(0);
        if (mode < 0 || mode > ALL) {
            visit.errorCalled(called, Checks.NUMBER_RANGE, visit.path().key(field), "file-mode", String.valueOf(mode))
                    .words(ServerWords.invalid(mode, "must be a number between 0 and 0777 (octal), both inclusive"));
        }
    }
}
