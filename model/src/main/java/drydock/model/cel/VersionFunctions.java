package drydock.model.cel;

import static drydock.model.cel.Types.BOOL;
import static drydock.model.cel.Types.INT;
import static drydock.model.cel.Types.TEXT;
import static drydock.model.cel.Types.TRUTH;
import static drydock.model.cel.Types.VERSION;

import java.util.Comparator;
import java.util.Optional;

/// Versions of software (`apiserver/pkg/cel/library/semverlib.go`).
final class VersionFunctions {

    private VersionFunctions() {}

    static void add(FunctionSet functions) {
        functions.global("semver", VERSION.cel(), TEXT, text -> version(text, false));
        functions.global("semver", VERSION.cel(), TEXT, TRUTH, VersionFunctions::version);
        functions.global("isSemver", BOOL, TEXT, text -> find(text, false).isPresent());
        functions.global(
                "isSemver",
                BOOL,
                TEXT,
                TRUTH,
                (text, loose) -> find(text, loose).isPresent());
        functions.member("major", INT, VERSION, SemanticVersion::major);
        functions.member("minor", INT, VERSION, SemanticVersion::minor);
        functions.member("patch", INT, VERSION, SemanticVersion::patch);
        functions.comparisons(VERSION, BOOL, INT, Comparator.naturalOrder());
    }

    private static Optional<SemanticVersion> find(String text, boolean loose) {
        return loose ? SemanticVersion.ofLoose(text) : SemanticVersion.of(text);
    }

    private static SemanticVersion version(String text, boolean loose) {
        return find(text, loose).orElseThrow(() -> new IllegalArgumentException("not a semantic version: " + text));
    }
}
