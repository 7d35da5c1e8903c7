package drydock.model.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that other programs make in the folder of an open project.
class NewFilesTest {

    private static final String TEXT = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n";

    @TempDir
    private Path temp;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(temp.resolve("a.yaml"), TEXT);
    }

    @Test
    void manifestsAndTheDiagramAreFoundAndOnceReadAreKnown() throws IOException {
        ProjectFolder folder = open(temp);
        Files.createDirectories(temp.resolve("shop"));
        Files.writeString(temp.resolve("shop/b.yaml"), TEXT);
        Files.writeString(temp.resolve("drydock.json"), "{}");
        Files.writeString(temp.resolve("notes.txt"), "");
        Files.writeString(temp.resolve(".drydock-1.tmp"), "");

        List<Conflict> changes = folder.outsideChanges();

        assertThat(changes).extracting(Conflict::path).containsExactly("shop/b.yaml", "drydock.json");
        assertThat(changes).extracting(Conflict::kind).containsOnly(Conflict.Kind.APPEARED);
        assertThat(folder.reload("shop/b.yaml"))
                .isInstanceOfSatisfying(
                        Reload.Manifests.class,
                        read -> assertThat(read.folder().outsideChanges())
                                .extracting(Conflict::path)
                                .containsExactly("drydock.json"));
    }

    @Test
    void besideASingleFileNothingIsTakenIn() throws IOException {
        ProjectFolder folder = open(temp.resolve("a.yaml"));
        Files.writeString(temp.resolve("b.yaml"), TEXT);

        assertThat(folder.outsideChanges()).isEmpty();
    }

    @Test
    void whatWasThereWhenTheProjectWasSavedBesideItIsNotTakenIn() throws IOException {
        OpenResult.Opened opened = (OpenResult.Opened) ProjectFolder.open(temp);
        Path full = Files.createDirectory(temp.resolve("full"));
        Files.writeString(full.resolve("there.yaml"), TEXT);

        SaveResult.Saved saved = (SaveResult.Saved) ProjectFolder.unread(full).save(opened.project());
        assertThat(saved.folder().outsideChanges()).isEmpty();

        Files.writeString(full.resolve("new.yaml"), TEXT);
        assertThat(saved.folder().outsideChanges()).extracting(Conflict::path).containsExactly("new.yaml");
    }

    @Test
    void aFolderThatIsGoneOrEmptyIsToldFromOneOfWhichAFileIsGone() throws IOException {
        Files.writeString(temp.resolve("b.yaml"), TEXT);
        ProjectFolder folder = open(temp);

        assertThat(folder.isGone(folder.outsideChanges())).isFalse();
        Files.delete(temp.resolve("b.yaml"));
        assertThat(folder.isGone(folder.outsideChanges())).isFalse();
        Files.delete(temp.resolve("a.yaml"));
        assertThat(folder.isGone(folder.outsideChanges())).isTrue();
    }

    private static ProjectFolder open(Path path) {
        OpenResult result = ProjectFolder.open(List.of(path), InputStream.nullInputStream());
        return ((OpenResult.Opened) result).folder().orElseThrow();
    }
}
