package drydock.model.validation.pod;

import drydock.model.manifest.FieldPath;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.Arrays;

/// Paths of files in volumes and on nodes (`pkg/apis/core/validation/validation.go validatePathNoBacksteps`,
/// `validateLocalDescendingPath`, `ValidateLocalNonReservedPath`).
final class Paths {

    private static final String RULE = "path";

    private Paths() {}

    /// Nothing in it is `..`.
    static void noBacksteps(Visit visit, String field, FieldPath called) {
        String path = visit.textOrEmpty(field);
        if (hasBacksteps(path)) {
            visit.errorCalled(called, RULE, visit.path().key(field), "path-backsteps")
                    .words(ServerWords.invalid(path, "must not contain '..'"));
        }
    }

    static boolean hasBacksteps(String path) {
        return path.contains("..") && Arrays.asList(path.split("/", -1)).contains("..");
    }

    /// It leads from where it is used inwards.
    static void local(Visit visit, String field, FieldPath called) {
        String path = visit.textOrEmpty(field);
        if (path.startsWith("/")) {
            visit.errorCalled(called, RULE, visit.path().key(field), "path-relative")
                    .words(ServerWords.invalid(path, "must be a relative path"));
        }
        noBacksteps(visit, field, called);
    }

    /// It leads inwards, and not to what begins with two dots, which the kubelet keeps for itself.
    static void localAndNotReserved(Visit visit, String field, FieldPath called) {
        local(visit, field, called);
        String path = visit.textOrEmpty(field);
        if (path.startsWith("..") && !path.startsWith("../") && !path.equals("..")) {
            visit.errorCalled(called, RULE, visit.path().key(field), "path-reserved")
                    .words(ServerWords.invalid(path, "must not start with '..'"));
        }
    }
}
