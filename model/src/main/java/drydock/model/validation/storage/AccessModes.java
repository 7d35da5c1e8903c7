package drydock.model.validation.storage;

import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;

/// What claims and volumes have in common: how they may be mounted.
final class AccessModes {

    private AccessModes() {}

    private static final List<String> OTHERS = List.of("ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany");

    /// A volume for one Pod alone is for nobody else.
    static void alone(Visit spec, List<?> modes) {
        if (modes.contains("ReadWriteOncePod") && modes.stream().anyMatch(OTHERS::contains)) {
            spec.error("access-modes", "accessModes", "access-mode-alone")
                    .words(ServerWords.forbidden("may not use ReadWriteOncePod with other access modes"));
        }
    }
}
