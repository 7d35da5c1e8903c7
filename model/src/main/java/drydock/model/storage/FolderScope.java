package drydock.model.storage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Where files that other programs make belong to the project.
///
/// @param folders those that were opened as a whole
/// @param passedOver the paths of manifests that were there and were not taken in
record FolderScope(List<Path> folders, Set<String> passedOver) {

    /// Only the files that were named belong to it.
    static final FolderScope NONE = new FolderScope(List.of(), Set.of());

    FolderScope {
        folders = List.copyOf(folders);
        passedOver = Set.copyOf(passedOver);
    }

    /// The manifests that are there now, without those that were passed over.
    SortedMap<String, Path> found(Path root) {
        if (folders.isEmpty()) {
            return new TreeMap<>();
        }
        FolderWalk walk = new FolderWalk(root, Bounds.USUAL, new ArrayList<>());
        folders.forEach(walk::folder);
        SortedMap<String, Path> found = new TreeMap<>(walk.found());
        found.keySet().removeAll(passedOver);
        return found;
    }
}
