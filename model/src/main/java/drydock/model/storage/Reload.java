package drydock.model.storage;

import drydock.model.diagram.DiagramFile;
import drydock.model.manifest.ManifestFile;

/// What is found when a file is read again. `folder` is the folder as it is now; save with that one next.
public sealed interface Reload {

    record Manifests(ProjectFolder folder, ManifestFile file) implements Reload {}

    record OfDiagram(ProjectFolder folder, DiagramFile file) implements Reload {}

    /// The file is not there any more.
    record Gone(ProjectFolder folder, String path) implements Reload {}

    record Failed(FolderProblem problem) implements Reload {}
}
