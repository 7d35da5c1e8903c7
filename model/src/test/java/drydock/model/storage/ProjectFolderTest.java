package drydock.model.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import drydock.model.diagram.DiagramFile.Condition;
import drydock.model.resource.ResourceId;
import drydock.model.storage.FolderProblem.Kind;
import drydock.model.storage.OpenResult.Opened;
import drydock.model.work.Spread;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What counts as part of a project, and what is left out.
class ProjectFolderTest {

    private static final Path SAMPLES = Path.of("..", "sample-projects");

    @TempDir
    private Path temp;

    @Test
    void theFirstServiceOpensWithItsPositions() {
        Opened opened = open(SAMPLES.resolve("first-service"));

        assertThat(opened.problems()).isEmpty();
        assertThat(opened.project().problems()).isEmpty();
        assertThat(opened.project().files()).containsOnlyKeys("01-nginx-service.yaml", "05-nginx-rc1.yaml");
        assertThat(opened.project().diagram().positions().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        opened.project().declarations().keySet());
    }

    @Test
    void allSevenFilesOfTheArticleOpen() {
        Opened opened = open(SAMPLES.resolve("article"));

        assertThat(opened.project().objects()).hasSize(7);
        assertThat(opened.project().problems()).isEmpty();
    }

    @Test
    void onlyManifestsCount() throws IOException {
        for (String name : List.of(
                "a.yaml",
                "b.yml",
                "c.json",
                "d.YAML",
                "notes.txt",
                ".hidden.yaml",
                "drydock.json",
                "sub/drydock.json",
                "sub/e.yaml",
                ".git/f.yaml",
                "node_modules/g.json",
                "target/h.yaml")) {
            write(name, "{}");
        }
        write("app/pom.xml", "");
        write("app/target/i.yaml", "");

        Opened opened = open(temp);

        assertThat(opened.project().files())
                .containsOnlyKeys("a.yaml", "b.yml", "c.json", "d.YAML", "sub/e.yaml", "target/h.yaml");
        assertThat(opened.project().diagramFile().condition()).isEqualTo(Condition.SOUND);
        assertThat(opened.problems()).isEmpty();
    }

    @Test
    void anEmptyFolderIsAnEmptyProject() {
        Opened opened = open(temp);

        assertThat(opened.project().files()).isEmpty();
        assertThat(opened.folder())
                .hasValueSatisfying(f -> assertThat(f.keepsDiagram()).isTrue());
    }

    @Test
    void oneFileIsAProjectInItsFolder() throws IOException {
        write("a.yaml", map("a"));
        write("b.yaml", map("b"));
        write("drydock.json", "{\"positions\": {\"ConfigMap/default/a\": {\"x\": 1, \"y\": 2}}}");

        Opened opened = open(temp.resolve("a.yaml"));

        assertThat(opened.project().files()).containsOnlyKeys("a.yaml");
        assertThat(opened.project().diagram().position(new ResourceId("", "ConfigMap", "default", "a")))
                .isPresent();
    }

    @Test
    void filesOfSeveralFoldersAreOneProjectWithoutADiagram() throws IOException {
        write("one/a.yaml", map("a"));
        write("two/deep/b.txt", map("b"));

        Opened opened = opened(ProjectFolder.open(
                List.of(temp.resolve("one"), temp.resolve("two/deep/b.txt")), InputStream.nullInputStream()));

        assertThat(opened.project().files()).containsOnlyKeys("one/a.yaml", "two/deep/b.txt");
        assertThat(opened.folder())
                .hasValueSatisfying(f -> assertThat(f.keepsDiagram()).isFalse());
    }

    @Test
    void aDashIsStandardInput() {
        InputStream in = new ByteArrayInputStream(map("a").getBytes(StandardCharsets.UTF_8));

        Opened opened = opened(ProjectFolder.open(List.of(Path.of("-")), in));

        assertThat(opened.project().objects()).hasSize(1);
        assertThat(opened.folder()).isEmpty();
    }

    @Test
    void aFolderThatIsNotThereIsNotOpened() {
        assertThat(ProjectFolder.open(temp.resolve("gone"))).isInstanceOfSatisfying(OpenResult.NotOpened.class, n -> {
            assertThat(n.problem().kind()).isEqualTo(Kind.GONE);
            assertThat(n.problem().message(Locale.ENGLISH)).endsWith("gone is not there.");
            assertThat(n.problem().message(Locale.SIMPLIFIED_CHINESE)).endsWith("gone 不存在。");
        });
    }

    @Test
    void aLinkThatLeavesTheFolderIsLeftAloneAndTold() throws IOException {
        Path outside = Files.createTempFile("outside", ".yaml");
        assumeTrue(canLink("project/secret.yaml", outside), "no symbolic links here");
        write("project/a.yaml", map("a"));
        canLink("project/folder", outside.getParent());
        canLink("project/nowhere.yaml", Path.of("gone.yaml"));
        canLink("project/loop.yaml", Path.of("loop.yaml"));

        Opened opened = open(temp.resolve("project"));

        assertThat(opened.project().files()).containsOnlyKeys("a.yaml");
        assertThat(opened.problems())
                .anySatisfy(p -> assertThat(p).isEqualTo(new FolderProblem(Kind.LEAVES_FOLDER, "secret.yaml")))
                .extracting(FolderProblem::path)
                .containsExactlyInAnyOrder("secret.yaml", "nowhere.yaml", "loop.yaml");
        Files.delete(outside);
    }

    @Test
    void aLinkWithinTheFolderCountsOnceAndADiagramThatIsALinkOutIsNotTouched() throws IOException {
        write("project/..data/a.yaml", map("a"));
        write("project/b.yaml", map("b"));
        write("elsewhere.json", "{}");
        assumeTrue(canLink("project/a.yaml", Path.of("..data", "a.yaml")), "no symbolic links here");
        canLink("project/again.yaml", Path.of("b.yaml"));
        canLink("project/drydock.json", temp.resolve("elsewhere.json"));

        Opened opened = open(temp.resolve("project"));

        assertThat(opened.project().files()).containsOnlyKeys("a.yaml", "b.yaml");
        assertThat(opened.problems()).containsExactly(new FolderProblem(Kind.LEAVES_FOLDER, "drydock.json"));
        assertThat(opened.folder())
                .hasValueSatisfying(f -> assertThat(f.keepsDiagram()).isFalse());
    }

    @Test
    void whatGoesBeyondTheBoundsIsLeftOutAndTheRestOpens() throws IOException {
        write("a.yaml", map("a"));
        write("b.yaml", "#".repeat(1_000));
        write("c.yaml", map("c"));
        write("d/d/d/d.yaml", map("d"));
        write("e.yaml", map("e"));
        write("f.yaml", map("f"));

        OpenResult result = new ProjectReader(new Bounds(4, 500, 10_000, 1, 100), Spread.IN_TURN)
                .read(List.of(temp), InputStream.nullInputStream());

        Opened opened = opened(result);
        assertThat(opened.project().files()).containsOnlyKeys("a.yaml", "c.yaml", "e.yaml");
        assertThat(opened.problems())
                .containsExactlyInAnyOrder(
                        new FolderProblem(Kind.TOO_LARGE, "b.yaml", "500"),
                        new FolderProblem(Kind.TOO_DEEP, "d/d", "1"),
                        new FolderProblem(Kind.TOO_MANY, "f.yaml", "4"));
    }

    @Test
    void aFolderOfCountlessEntriesEndsWithAProblem() throws IOException {
        for (int i = 0; i < 30; i++) {
            write("x" + i + ".txt", "");
        }

        OpenResult result = new ProjectReader(new Bounds(10, 500, 500, 5, 20), Spread.IN_TURN)
                .read(List.of(temp), InputStream.nullInputStream());

        assertThat(opened(result).problems()).extracting(FolderProblem::kind).containsExactly(Kind.TOO_MANY);
    }

    @Test
    void namesOfAnyLanguageOpen() throws IOException {
        assumeTrue("UTF-8".equals(System.getProperty("sun.jnu.encoding")), "the system's names are not UTF-8");
        write("清单/服务 1.yaml", map("a"));

        assertThat(open(temp).project().files()).containsOnlyKeys("清单/服务 1.yaml");
    }

    @Test
    void aBrokenFileDoesNotKeepTheOthersFromOpening() throws IOException {
        write("a.yaml", map("a"));
        Files.write(temp.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xE9});
        write("broken.yaml", "a: [");
        write("drydock.json", "{");

        Opened opened = open(temp);

        assertThat(opened.project().objects()).hasSize(1);
        assertThat(opened.project().problems())
                .extracting(p -> p.path())
                .contains("latin.yaml", "broken.yaml", "drydock.json");
    }

    @Test
    void aThousandObjectsOpenFromAThousandFilesAndFromOne() throws IOException {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            write("many/" + i % 10 + "/" + i + ".yaml", map("m" + i));
            all.append("---\n").append(map("m" + i));
        }
        write("one/all.yaml", all.toString());

        Opened many = open(temp.resolve("many"));
        Opened one = open(temp.resolve("one"));

        assertThat(many.problems()).isEmpty();
        assertThat(many.project().files()).hasSize(1_000);
        assertThat(many.project().declarations()).hasSize(1_000);
        assertThat(one.project().files()).hasSize(1);
        assertThat(one.project().declarations().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        many.project().declarations().keySet());
        assertThat(one.project().problems()).isEmpty();
    }

    private Opened open(Path path) {
        return opened(ProjectFolder.open(path));
    }

    private static Opened opened(OpenResult result) {
        assertThat(result).isInstanceOf(Opened.class);
        return (Opened) result;
    }

    private void write(String path, String text) throws IOException {
        Path file = temp.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private boolean canLink(String link, Path target) throws IOException {
        Path file = temp.resolve(link);
        Files.createDirectories(file.getParent());
        try {
            Files.createSymbolicLink(file, target);
            return true;
        } catch (UnsupportedOperationException e) {
            return false;
        }
    }

    private static String map(String name) {
        return "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: " + name + "\n";
    }
}
