package drydock.model.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import drydock.model.manifest.ManifestFile;
import drydock.model.project.Project;
import drydock.model.storage.FolderProblem.Kind;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Names that differ in case only, on a disk that tells them apart and on one that does not.
class NameCaseTest {

    private static final String TEXT = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n";
    private static final String OTHER = TEXT.replace("name: a", "name: b");

    private final FileSystem mac = Jimfs.newFileSystem(Configuration.osX());
    private Path folder = Path.of("");

    @TempDir
    private Path strict;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(mac.getPath("/project"));
        Files.writeString(folder.resolve("a.yaml"), TEXT);
        Files.writeString(strict.resolve("a.yaml"), TEXT);
    }

    @AfterEach
    void close() throws IOException {
        mac.close();
    }

    @Test
    void aNewFileWhoseNameDiffersInCaseOnlyIsNotSavedOnAnySystemAndNothingIsLost() throws IOException {
        for (Path root : List.of(folder, strict)) {
            OpenResult.Opened opened = (OpenResult.Opened) ProjectFolder.open(root);

            SaveResult result =
                    opened.folder().orElseThrow().save(opened.project().withFile(file("A.yaml", OTHER)));

            assertThat(result)
                    .isInstanceOfSatisfying(
                            SaveResult.Failed.class,
                            failed -> assertThat(failed.problem())
                                    .isEqualTo(new FolderProblem(Kind.OTHER_CASE, "a.yaml", "A.yaml")));
            assertThat(names(root)).containsExactly("a.yaml");
            assertThat(root.resolve("a.yaml")).hasContent(TEXT);
        }
    }

    @Test
    void twoSuchFilesThatWereReadMayBeSavedAgain() throws IOException {
        Files.writeString(strict.resolve("A.yaml"), OTHER);
        OpenResult.Opened opened = (OpenResult.Opened) ProjectFolder.open(strict);

        SaveResult result =
                opened.folder().orElseThrow().save(opened.project().withFile(file("A.yaml", OTHER + "# more\n")));

        assertThat(result).isInstanceOf(SaveResult.Saved.class);
        assertThat(strict.resolve("a.yaml")).hasContent(TEXT);
        assertThat(strict.resolve("A.yaml")).hasContent(OTHER + "# more\n");
    }

    @Test
    void aFileThatGetsItsNameInOtherCaseIsNotDeletedWhereThatIsTheSameFile() throws IOException {
        OpenResult.Opened opened = (OpenResult.Opened) ProjectFolder.open(folder);
        Project renamed = opened.project().withoutFile("a.yaml").withFile(file("A.yaml", OTHER));

        SaveResult result = opened.folder().orElseThrow().save(renamed);

        assertThat(result).isInstanceOf(SaveResult.Saved.class);
        assertThat(folder.resolve("A.yaml")).hasContent(OTHER);
        ProjectFolder after = ((SaveResult.Saved) result).folder();
        assertThat(after.outsideChanges()).isEmpty();
    }

    private static ManifestFile file(String path, String text) {
        return ManifestFile.parse(path, text);
    }

    private static List<String> names(Path root) throws IOException {
        try (Stream<Path> files = Files.list(root)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
