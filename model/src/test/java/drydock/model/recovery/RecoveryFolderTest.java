package drydock.model.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.model.diagram.DiagramFile;
import drydock.model.diagram.Position;
import drydock.model.edit.Outcome;
import drydock.model.manifest.ManifestFile;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import drydock.model.storage.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryFolderTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final ResourceId POD = new ResourceId("", "Pod", "default", "a");

    @TempDir
    private Path temporary;

    private final List<Path> broken = new ArrayList<>();

    private RecoveryFolder folder() {
        return RecoveryFolder.in(temporary.resolve("state/recovery"));
    }

    private Optional<Path> project() {
        return Optional.of(temporary.resolve("project"));
    }

    private static Project saved() {
        return Project.of(
                List.of(
                        ManifestFile.parse("a.yaml", "# one\r\nkind: Pod\r\n"),
                        ManifestFile.parse("gone.yaml", "kind: Secret\n"),
                        ManifestFile.parse("same.yaml", "kind: ConfigMap\n")),
                DiagramFile.ABSENT);
    }

    private static Project edited() {
        Project saved = saved();
        return Project.of(
                        List.of(
                                saved.files().get("same.yaml"),
                                ManifestFile.parse("a.yaml", "# 二\r\nkind: Pod\r\n"),
                                ManifestFile.parse("new/b.yaml", "kind: [broken")),
                        DiagramFile.ABSENT)
                .withDiagram(saved.diagram().withPositions(Map.of(POD, new Position(8, 16))));
    }

    private UnsavedWork work() {
        Project saved = saved();
        Project now = saved.withFile(ManifestFile.parse("a.yaml", "# 二\r\nkind: Pod\r\n"))
                .withoutFile("gone.yaml")
                .withFile(ManifestFile.parse("new/b.yaml", "kind: [broken"))
                .withDiagram(saved.diagram().withPositions(Map.of(POD, new Position(8, 16))));
        return UnsavedWork.of(project(), saved, now, NOON);
    }

    private List<LeftWork> left() throws IOException {
        return folder().left(broken::add);
    }

    @Test
    void onlyWhatDiffersFromTheDiskIsKept() {
        assertThat(work().files()).containsOnlyKeys("a.yaml", "gone.yaml", "new/b.yaml");
        assertThat(UnsavedWork.of(project(), saved(), saved(), NOON).files()).isNotEmpty();
        Project saved = saved();
        assertThat(UnsavedWork.of(project(), saved, saved, NOON).isEmpty()).isTrue();
    }

    @Test
    void whatAKilledWindowKeptComesBackToTheLastByte() throws IOException {
        RecoverySlot slot = folder().claim(project());
        slot.keep(work());
        assertThat(left()).isEmpty();
        slot.close();

        UnsavedWork found = left().getFirst().work();
        assertThat(found.project()).isEqualTo(project());
        assertThat(found.time()).isEqualTo(NOON);
        Outcome<Project> restored = found.restoring().applyTo(saved());
        assertThat(restored).isInstanceOfSatisfying(Outcome.Done.class, done -> {
            Project project = (Project) done.value();
            Project wanted = edited();
            assertThat(project.files()).containsOnlyKeys("a.yaml", "new/b.yaml", "same.yaml");
            assertThat(project.file("a.yaml").orElseThrow().bytes())
                    .isEqualTo(wanted.file("a.yaml").orElseThrow().bytes());
            assertThat(project.file("new/b.yaml").orElseThrow().text()).isEqualTo("kind: [broken");
            assertThat(project.diagram()).isEqualTo(wanted.diagram());
        });
    }

    @Test
    void filesThatOthersChangedMeanwhileAreNamed() {
        Project disk = saved().withFile(ManifestFile.parse("a.yaml", "another"));

        assertThat(work().changedMeanwhile(saved())).isEmpty();
        assertThat(work().changedMeanwhile(disk)).containsExactly("a.yaml");
        assertThat(work().changedMeanwhile(disk.withFile(ManifestFile.parse("new/b.yaml", ""))))
                .containsExactly("a.yaml", "new/b.yaml");
    }

    @Test
    void aFileToBeTakenAwayThatIsGoneAlreadyIsNoObstacle() {
        Project disk = saved().withoutFile("gone.yaml");

        assertThat(work().on(disk).restoring().applyTo(disk)).isInstanceOf(Outcome.Done.class);
        assertThat(work().restoring().applyTo(disk)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void theSecondWindowOnAProjectIsToldAndHasAPlaceOfItsOwn() throws IOException {
        try (RecoverySlot first = folder().claim(project());
                RecoverySlot second = folder().claim(project())) {
            assertThat(first.isAlone()).isTrue();
            assertThat(second.isAlone()).isFalse();
            first.keep(work());
            second.keep(work());
        }
        assertThat(left()).hasSize(2);
        try (RecoverySlot third = folder().claim(project())) {
            assertThat(third.isAlone()).isTrue();
        }
    }

    @Test
    void projectsWithoutAFolderNeverShareAPlace() throws IOException {
        try (RecoverySlot first = folder().claim(Optional.empty());
                RecoverySlot second = folder().claim(Optional.empty())) {
            assertThat(first.isAlone() && second.isAlone()).isTrue();
        }
    }

    @Test
    void workThatWasLeftIsNotWrittenOverByTheNextWindow() throws IOException {
        RecoverySlot killed = folder().claim(project());
        killed.keep(work());
        killed.close();

        RecoverySlot next = folder().claim(project());
        next.keep(UnsavedWork.of(project(), saved(), saved(), NOON.plusSeconds(1)));
        assertThat(left()).singleElement().satisfies(left -> {
            assertThat(left.work().time()).isEqualTo(NOON);
            next.adopt(left);
        });
        assertThat(left()).isEmpty();
        next.forget();
        next.close();
        assertThat(left()).isEmpty();
    }

    @Test
    void aDamagedFileIsSetAsideAndTheOthersAreFound() throws IOException {
        try (RecoverySlot slot = folder().claim(project())) {
            slot.keep(work());
        }
        byte[] good;
        try (Stream<Path> files = Files.list(folder().path())) {
            good = Files.readAllBytes(files.findFirst().orElseThrow());
        }
        for (int cut : new int[] {0, 1, good.length / 2, good.length - 60}) {
            byte[] damaged = java.util.Arrays.copyOf(good, cut);
            Files.write(folder().path().resolve("cut-" + cut + ".recovery"), damaged);
        }
        byte[] flipped = good.clone();
        flipped[60] ^= 1;
        Files.write(folder().path().resolve("flipped.recovery"), flipped);

        assertThat(left())
                .extracting(LeftWork::work)
                .extracting(UnsavedWork::time)
                .contains(NOON);
        assertThat(broken)
                .hasSizeGreaterThanOrEqualTo(4)
                .allMatch(path -> path.toString().endsWith(".broken"));
        broken.clear();
        left();
        assertThat(broken).isEmpty();
    }

    @Test
    void aPathThatLeadsOutOfTheProjectMakesAFileABrokenOne() throws IOException {
        Files.createDirectories(folder().path());
        try (var zip = new java.util.zip.ZipOutputStream(
                Files.newOutputStream(folder().path().resolve("x.recovery")))) {
            zip.putNextEntry(new java.util.zip.ZipEntry("about"));
            zip.write("time=2026-03-01T12\\:00\\:00Z\nfile.0=../../etc/x\n"
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        assertThat(left()).isEmpty();
        assertThat(broken).hasSize(1);
    }

    @Test
    void whereTheDiskFailsTheWorkThatWasKeptBeforeStays() throws IOException {
        Disk full = new Disk() {
            @Override
            public void writeNew(Path file, byte[] bytes) throws IOException {
                Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
                throw new IOException("No space left on device");
            }
        };
        RecoverySlot slot = folder().claim(project());
        slot.keep(work());
        assertThatThrownBy(() -> slot.keep(work(), full)).hasMessageContaining("No space");
        slot.close();
        assertThat(left()).hasSize(1);
        assertThat(broken).isEmpty();
    }

    @Test
    void onlyTheUserMayLookIntoTheFolder() throws IOException {
        folder().claim(project()).close();
        if (folder().path().getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().path())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsAnError() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "");
        assertThatThrownBy(() -> RecoveryFolder.in(file.resolve("recovery")).claim(project()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aSlotThatIsLeftLeavesNothingBehind() throws IOException {
        RecoverySlot slot = folder().claim(project());
        slot.keep(work());
        slot.forget();
        slot.close();
        try (Stream<Path> files = Files.list(folder().path())) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void workThatWasSavedAfterAllIsKnownToBe() {
        assertThat(work().isIn(saved())).isFalse();
        assertThat(work().isIn(edited())).isTrue();
    }
}
