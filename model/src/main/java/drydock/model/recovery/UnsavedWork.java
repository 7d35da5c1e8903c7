package drydock.model.recovery;

import drydock.model.diagram.DiagramFile;
import drydock.model.edit.Edit;
import drydock.model.manifest.ManifestFile;
import drydock.model.project.Project;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a project has that its folder has not: the files that were changed, added or taken away since it was last
/// saved, and the diagram if it is another.
///
/// @param project the folder; empty for a project that was never saved
/// @param time when it was like this
/// @param files the changed files by their paths
/// @param diagram what `drydock.json` would hold; empty if it did not change
public record UnsavedWork(
        Optional<Path> project, Instant time, SortedMap<String, Changed> files, Optional<DiagramFile> diagram) {

    /// One changed file.
    ///
    /// @param now the file; empty if it was taken away
    /// @param savedHash the SHA-256, in hexadecimal digits, of what was saved last; empty if nothing was
    public record Changed(Optional<ManifestFile> now, String savedHash) {}

    public UnsavedWork {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /// What `now` has beyond `saved`.
    public static UnsavedWork of(Optional<Path> project, Project saved, Project now, Instant time) {
        SortedMap<String, Changed> files = new TreeMap<>();
        now.files().forEach((path, file) -> {
            ManifestFile before = saved.files().get(path);
            if (!file.equals(before)) {
                files.put(path, new Changed(Optional.of(file), hash(Optional.ofNullable(before))));
            }
        });
        saved.files().forEach((path, file) -> {
            if (!now.files().containsKey(path)) {
                files.put(path, new Changed(Optional.empty(), hash(Optional.of(file))));
            }
        });
        boolean redrawn = !now.diagram().equals(saved.diagram());
        return new UnsavedWork(project, time, files, redrawn ? Optional.of(now.diagramFile()) : Optional.empty());
    }

    public boolean isEmpty() {
        return files.isEmpty() && diagram.isEmpty();
    }

    /// The edit that brings the work into the project as it is on the disk.
    public Edit restoring() {
        List<Edit> edits = new ArrayList<>();
        files.forEach((path, changed) ->
                edits.add(changed.now().<Edit>map(Edit.PutFile::new).orElseGet(() -> new Edit.RemoveFile(path))));
        diagram.ifPresent(file -> edits.add(new Edit.PutDiagram(file.diagram())));
        return new Edit.Composite(edits);
    }

    /// The same work on a project from which some of the files to be taken away are gone already.
    public UnsavedWork on(Project disk) {
        SortedMap<String, Changed> left = new TreeMap<>(files);
        left.entrySet()
                .removeIf(entry ->
                        entry.getValue().now().isEmpty() && !disk.files().containsKey(entry.getKey()));
        return new UnsavedWork(project, time, left, diagram);
    }

    /// Whether all of it is on the disk already, as when the program was killed just after saving.
    public boolean isIn(Project disk) {
        boolean sameFiles = files.entrySet().stream()
                .allMatch(entry -> hash(entry.getValue().now())
                        .equals(hash(Optional.ofNullable(disk.files().get(entry.getKey())))));
        return sameFiles && diagram.stream().allMatch(file -> file.diagram().equals(disk.diagram()));
    }

    /// The paths of this work's files that were changed on the disk, by someone else, since the work began.
    public List<String> changedMeanwhile(Project disk) {
        return files.entrySet().stream()
                .filter(entry -> !entry.getValue()
                        .savedHash()
                        .equals(hash(Optional.ofNullable(disk.files().get(entry.getKey())))))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String hash(Optional<ManifestFile> file) {
        return file.map(ManifestFile::bytes).map(UnsavedWork::hash).orElse("");
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
