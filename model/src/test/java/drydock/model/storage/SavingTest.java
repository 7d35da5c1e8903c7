package drydock.model.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import drydock.model.diagram.Diagram;
import drydock.model.diagram.Position;
import drydock.model.manifest.ManifestFile;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import drydock.model.storage.FolderProblem.Kind;
import drydock.model.storage.OpenResult.Opened;
import drydock.model.storage.SaveResult.Conflicted;
import drydock.model.storage.SaveResult.Failed;
import drydock.model.storage.SaveResult.Saved;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is on the disk after a save, also after one that failed.
class SavingTest {

    private static final ResourceId A = new ResourceId("", "ConfigMap", "default", "a");
    private static final String DIAGRAM = "drydock.json";

    @TempDir
    private Path temp;

    @Test
    void savingAnUntouchedProjectWritesNothing() throws IOException {
        write("a.yaml", "\uFEFF" + map("a").replace("\n", "\r\n") + "# end");
        write("broken.yaml", "a: [\n\t");
        write(DIAGRAM, "{ \"formatVersion\" : 1 }");
        Files.write(temp.resolve("latin.yaml"), new byte[] {'#', (byte) 0xE9});
        Opened opened = open();
        Map<String, String> before = content();

        Saved saved = saved(folder(opened).save(opened.project()));

        assertThat(saved.written()).isEmpty();
        assertThat(content()).isEqualTo(before);
    }

    @Test
    void onlyChangedFilesAreWrittenAndNothingElseIsLeftBehind() throws IOException {
        write("a.yaml", map("a"));
        write("b.yaml", map("b"));
        Opened opened = open();
        FileTime old = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(temp.resolve("b.yaml"), old);

        Project changed = opened.project().withFile(file("a.yaml", map("c"))).withFile(file("new/d.yaml", map("d")));
        Saved saved = saved(folder(opened).save(changed));

        assertThat(saved.written()).containsExactly("a.yaml", "new/d.yaml");
        assertThat(Files.getLastModifiedTime(temp.resolve("b.yaml"))).isEqualTo(old);
        assertThat(content())
                .containsOnly(
                        Map.entry("a.yaml", map("c")),
                        Map.entry("b.yaml", map("b")),
                        Map.entry("new/d.yaml", map("d")));
        assertThat(saved(saved.folder().save(changed)).written()).isEmpty();
    }

    @Test
    void permissionsAreKept() throws IOException {
        assumeTrue(temp.getFileSystem().supportedFileAttributeViews().contains("posix"), "no POSIX permissions");
        write("a.yaml", map("a"));
        Files.setPosixFilePermissions(temp.resolve("a.yaml"), PosixFilePermissions.fromString("rwxr-x--x"));
        Opened opened = open();

        saved(folder(opened).save(opened.project().withFile(file("a.yaml", map("c")))));

        assertThat(Files.getPosixFilePermissions(temp.resolve("a.yaml")))
                .isEqualTo(PosixFilePermissions.fromString("rwxr-x--x"));
    }

    @Test
    void aLinkStaysALinkAndItsTargetIsWritten() throws IOException {
        write(".data/a.yaml", map("a"));
        Files.createSymbolicLink(temp.resolve("a.yaml"), Path.of(".data", "a.yaml"));
        Opened opened = open();

        saved(folder(opened).save(opened.project().withFile(file("a.yaml", map("c")))));

        assertThat(temp.resolve("a.yaml")).isSymbolicLink().hasContent(map("c"));
        assertThat(temp.resolve(".data/a.yaml")).hasContent(map("c"));
    }

    @Test
    void aFileThatIsNotInTheProjectAnyMoreIsDeleted() throws IOException {
        write("a.yaml", map("a"));
        write("b.yaml", map("b"));
        Opened opened = open();

        Saved saved = saved(folder(opened).save(opened.project().withoutFile("a.yaml")));

        assertThat(saved.removed()).containsExactly("a.yaml");
        assertThat(content()).containsOnlyKeys("b.yaml");
        assertThat(saved(saved.folder().save(opened.project())).written()).containsExactly("a.yaml");
    }

    @Test
    void aFileThatAnotherProgramChangedIsNotWrittenOver() throws IOException {
        write("a.yaml", map("a"));
        write("b.yaml", map("b"));
        Opened opened = open();
        FileTime time = Files.getLastModifiedTime(temp.resolve("a.yaml"));
        write("a.yaml", map("x"));
        Files.setLastModifiedTime(temp.resolve("a.yaml"), time);
        Project changed = opened.project().withFile(file("a.yaml", map("c"))).withFile(file("b.yaml", map("d")));

        SaveResult result = folder(opened).save(changed);

        assertThat(result)
                .isInstanceOfSatisfying(
                        Conflicted.class,
                        c -> assertThat(c.conflicts()).singleElement().satisfies(one -> {
                            assertThat(one.path()).isEqualTo("a.yaml");
                            assertThat(one.kind()).isEqualTo(Conflict.Kind.CHANGED);
                        }));
        assertThat(content()).containsEntry("a.yaml", map("x")).containsEntry("b.yaml", map("b"));

        Conflict conflict = ((Conflicted) result).conflicts().getFirst();
        saved(folder(opened).accepting(conflict).save(changed));
        assertThat(content()).containsEntry("a.yaml", map("c")).containsEntry("b.yaml", map("d"));
    }

    @Test
    void anAcceptedConflictDoesNotCoverWhatChangesAfterIt() throws IOException {
        write("a.yaml", map("a"));
        Opened opened = open();
        Project changed = opened.project().withFile(file("a.yaml", map("c")));
        write("a.yaml", map("x"));
        Conflict conflict =
                ((Conflicted) folder(opened).save(changed)).conflicts().getFirst();
        write("a.yaml", map("y"));

        assertThat(folder(opened).accepting(conflict).save(changed)).isInstanceOf(Conflicted.class);
        assertThat(content()).containsEntry("a.yaml", map("y"));
    }

    @Test
    void removedAndAppearedFilesAreConflictsToo() throws IOException {
        write("a.yaml", map("a"));
        write("gone.yaml", map("g"));
        Opened opened = open();
        Files.delete(temp.resolve("gone.yaml"));
        write("new.yaml", map("theirs"));
        write("a.yaml", map("x"));
        Project changed = opened.project()
                .withFile(file("gone.yaml", map("h")))
                .withFile(file("new.yaml", map("ours")))
                .withoutFile("a.yaml");

        SaveResult result = folder(opened).save(changed);

        assertThat(result)
                .isInstanceOfSatisfying(
                        Conflicted.class,
                        c -> assertThat(c.conflicts())
                                .extracting(Conflict::path, Conflict::kind)
                                .containsExactlyInAnyOrder(
                                        tuple("gone.yaml", Conflict.Kind.REMOVED),
                                        tuple("new.yaml", Conflict.Kind.APPEARED),
                                        tuple("a.yaml", Conflict.Kind.CHANGED)));
        ProjectFolder settled = folder(opened);
        for (Conflict conflict : ((Conflicted) result).conflicts()) {
            settled = settled.accepting(conflict);
        }
        saved(settled.save(changed));
        assertThat(content()).containsOnly(Map.entry("gone.yaml", map("h")), Map.entry("new.yaml", map("ours")));
    }

    @Test
    void aFileThatWasOnlyTouchedIsNoConflict() throws IOException {
        write("a.yaml", map("a"));
        Opened opened = open();
        Files.setLastModifiedTime(temp.resolve("a.yaml"), FileTime.fromMillis(5));

        assertThat(folder(opened).outsideChanges()).isEmpty();
        saved(folder(opened).save(opened.project().withFile(file("a.yaml", map("c")))));
    }

    @Test
    void outsideChangesAreSeenAndCanBeTaken() throws IOException {
        write("a.yaml", map("a"));
        write("b.yaml", map("b"));
        write(DIAGRAM, "{}");
        Opened opened = open();
        write("a.yaml", map("other"));
        write(DIAGRAM, "{\"view\": {\"name\": \"nodes\", \"zoom\": 1, \"x\": 0, \"y\": 0}}");
        Files.delete(temp.resolve("b.yaml"));

        assertThat(folder(opened).outsideChanges())
                .extracting(Conflict::path)
                .containsExactly("a.yaml", "b.yaml", DIAGRAM);
        assertThat(folder(opened).reload("a.yaml")).isInstanceOfSatisfying(Reload.Manifests.class, r -> {
            assertThat(r.file().text()).isEqualTo(map("other"));
            assertThat(r.folder().outsideChanges()).extracting(Conflict::path).containsExactly("b.yaml", DIAGRAM);
        });
        assertThat(folder(opened).reload("b.yaml")).isInstanceOf(Reload.Gone.class);
        assertThat(folder(opened).reload(DIAGRAM))
                .isInstanceOfSatisfying(
                        Reload.OfDiagram.class,
                        r -> assertThat(r.file().diagram().view()).isPresent());
    }

    @Test
    void aDiagramThatCouldNotBeReadIsKeptBeforeItIsWrittenOver() throws IOException {
        write("a.yaml", map("a"));
        write(DIAGRAM, "{ broken");
        write(DIAGRAM + ".broken", "an older one");
        Opened opened = open();
        Project moved = moved(opened.project());

        Saved saved = saved(folder(opened).save(moved));

        assertThat(saved.brokenKeptAs()).hasValue("drydock.json.broken-2");
        assertThat(content())
                .containsEntry("drydock.json.broken-2", "{ broken")
                .containsEntry("drydock.json.broken", "an older one");
        assertThat(open().project().diagram().position(A)).isPresent();
        Project movedAgain = moved.withDiagram(moved.diagram().withPositions(Map.of(A, new Position(5, 5))));
        assertThat(saved(saved.folder().save(movedAgain)).brokenKeptAs()).isEmpty();
    }

    @Test
    void theDiagramOfANewerProgramIsNeverWritten() throws IOException {
        write("a.yaml", map("a"));
        write(DIAGRAM, "{\"formatVersion\": 2}");
        Opened opened = open();

        Saved saved = saved(folder(opened).save(moved(opened.project())));

        assertThat(saved.written()).isEmpty();
        assertThat(content()).containsEntry(DIAGRAM, "{\"formatVersion\": 2}");
    }

    @Test
    void aProjectIsSavedToANewFolder() throws IOException {
        Path fresh = temp.resolve("new/project");

        Saved saved = saved(ProjectFolder.unread(fresh).save(moved(Project.EMPTY.withFile(file("a.yaml", map("a"))))));

        assertThat(saved.written()).containsExactly("a.yaml", DIAGRAM);
        assertThat(content()).containsOnlyKeys("new/project/a.yaml", "new/project/drydock.json");
    }

    @Test
    void aFullDiskLeavesEveryFileAsItWas() throws IOException {
        write("a.yaml", map("a"));
        write("b.yaml", map("b"));
        Opened opened = open();
        Map<String, String> before = content();
        Disk full = new Disk() {
            @Override
            public void writeNew(Path file, byte[] bytes) throws IOException {
                if (new String(bytes, UTF_8).contains("name: d")) {
                    Files.write(file, new byte[] {bytes[0]});
                    throw new FileSystemException(file.toString(), null, "No space left on device");
                }
                Disk.REAL.writeNew(file, bytes);
            }
        };
        Project changed = opened.project().withFile(file("a.yaml", map("c"))).withFile(file("b.yaml", map("d")));

        SaveResult result = folder(opened).save(changed, full);

        assertThat(result).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.written()).isEmpty();
            assertThat(failed.problem())
                    .isEqualTo(new FolderProblem(Kind.NOT_WRITTEN, "b.yaml", "No space left on device"));
        });
        assertThat(content()).isEqualTo(before);
    }

    @Test
    void aSaveThatFailsHalfWayTellsWhatWasWrittenAndCanGoOn() throws IOException {
        write("a.yaml", map("a"));
        write("b.yaml", map("b"));
        Opened opened = open();
        Disk failing = new Disk() {
            @Override
            public void rename(Path from, Path to) throws IOException {
                if (to.endsWith("b.yaml")) {
                    throw new FileSystemException(to.toString(), null, "Input/output error");
                }
                Disk.REAL.rename(from, to);
            }
        };
        Project changed = opened.project().withFile(file("a.yaml", map("c"))).withFile(file("b.yaml", map("d")));

        Failed failed = (Failed) folder(opened).save(changed, failing);

        assertThat(failed.written()).containsExactly("a.yaml");
        assertThat(content()).containsOnly(Map.entry("a.yaml", map("c")), Map.entry("b.yaml", map("b")));
        assertThat(saved(failed.folder().save(changed)).written()).containsExactly("b.yaml");
    }

    @Test
    void aFolderThatVanishedIsNotMadeAnewBehindTheUsersBack() throws IOException {
        write("project/a.yaml", map("a"));
        Opened opened = (Opened) ProjectFolder.open(temp.resolve("project"));
        Files.delete(temp.resolve("project/a.yaml"));
        Files.delete(temp.resolve("project"));

        SaveResult result = folder(opened).save(opened.project().withFile(file("a.yaml", map("c"))));

        assertThat(result)
                .isInstanceOfSatisfying(
                        Failed.class, f -> assertThat(f.problem().kind()).isEqualTo(Kind.GONE));
        assertThat(temp.resolve("project")).doesNotExist();
    }

    @Test
    void aFolderThatBecameALinkOutOfTheProjectIsNotWrittenThrough() throws IOException {
        write("project/sub/a.yaml", map("a"));
        write("outside/a.yaml", "theirs");
        Opened opened = (Opened) ProjectFolder.open(temp.resolve("project"));
        Files.delete(temp.resolve("project/sub/a.yaml"));
        Files.delete(temp.resolve("project/sub"));
        Files.createSymbolicLink(temp.resolve("project/sub"), temp.resolve("outside"));

        SaveResult changed = folder(opened).save(opened.project().withFile(file("sub/a.yaml", map("c"))));
        SaveResult added = folder(opened).save(opened.project().withFile(file("sub/new.yaml", map("c"))));

        for (SaveResult result : List.of(changed, added)) {
            assertThat(result)
                    .isInstanceOfSatisfying(
                            Failed.class, f -> assertThat(f.problem().kind()).isEqualTo(Kind.LEAVES_FOLDER));
        }
        assertThat(content()).containsOnly(Map.entry("outside/a.yaml", "theirs"));
    }

    @Test
    void aFolderInThePlaceOfAFileFailsWithAProblem() throws IOException {
        write("a.yaml", map("a"));
        Opened opened = open();
        Files.createDirectory(temp.resolve("b.yaml"));

        SaveResult result = folder(opened).save(opened.project().withFile(file("b.yaml", map("b"))));
        SaveResult below = folder(opened).save(opened.project().withFile(file("a.yaml/b.yaml", map("b"))));

        assertThat(result).isInstanceOf(Failed.class);
        assertThat(below).isInstanceOf(Failed.class);
        assertThat(content()).containsOnly(Map.entry("a.yaml", map("a")));
    }

    private static Project moved(Project project) {
        Diagram diagram = project.diagram().withPositions(Map.of(A, new Position(1, 2)));
        return project.withDiagram(diagram);
    }

    private Opened open() {
        return (Opened) ProjectFolder.open(temp);
    }

    private static ProjectFolder folder(Opened opened) {
        return opened.folder().orElseThrow();
    }

    private static Saved saved(SaveResult result) {
        assertThat(result).isInstanceOf(Saved.class);
        return (Saved) result;
    }

    private static ManifestFile file(String path, String text) {
        return ManifestFile.parse(path, text);
    }

    private void write(String path, String text) throws IOException {
        Path file = temp.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /// What every file below the folder holds, temporary ones included.
    private Map<String, String> content() throws IOException {
        try (Stream<Path> files = Files.walk(temp)) {
            return files.filter(Files::isRegularFile)
                    .filter(f -> !Files.isSymbolicLink(f))
                    .collect(Collectors.toMap(f -> temp.relativize(f).toString(), SavingTest::read));
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String map(String name) {
        return "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: " + name + "\n";
    }
}
