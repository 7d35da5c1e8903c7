package drydock.model.validation;

import drydock.model.manifest.FieldPath;
import drydock.model.manifest.ManifestFile;
import drydock.model.manifest.TextSpan;
import drydock.model.project.ProjectPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is wrong with the names of files.
final class FileNames {

    private FileNames() {}

    /// Files that cannot lie beside each other where case does not count, as on Windows and macOS.
    static List<Finding> check(List<ManifestFile> files) {
        List<Finding> findings = new ArrayList<>();
        Map<String, String> byKey = new HashMap<>();
        for (ManifestFile file : files) {
            String other = byKey.putIfAbsent(ProjectPath.key(file.path()), file.path());
            if (other != null && !other.equals(file.path())) {
                findings.add(new Finding(
                        "file-case",
                        Severity.WARNING,
                        Optional.empty(),
                        FieldPath.ROOT,
                        "",
                        file.path(),
                        -1,
                        new TextSpan(0, 0, 1, 1),
                        FindingText.common("file-case", file.path(), other),
                        "",
                        List.of()));
            }
        }
        return findings;
    }
}
