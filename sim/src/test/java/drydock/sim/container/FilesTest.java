package drydock.sim.container;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// How much files take.
class FilesTest {

    private static final long BLOCK = 4096;

    @Test
    void wholeBlocksAreTakenByFilesAndDirectoriesOnADisk() {
        Files files = new Files();
        files.write("/empty", "");
        files.write("/a", "x");
        files.write("/b", "x".repeat(4097));
        files.makeDirectories("/folder");

        assertThat(files.writtenBytes()).isEqualTo(3 * BLOCK);
        assertThat(files.usedBytes()).isEqualTo(5 * BLOCK);
    }

    @Test
    void zerosAreCountedWithTheTextAndGoWithTheFile() {
        Files files = new Files();
        files.write("/a", "é");
        files.extend("/a", 1L << 40);
        files.append("/a", "end");
        assertThat(files.size("/a")).isEqualTo((1L << 40) + 5);
        assertThat(files.read("/a")).contains("éend");

        files.copy("/a", "/b");
        assertThat(files.size("/b")).isEqualTo(files.size("/a"));

        files.write("/a", "new");
        files.remove("/b");
        assertThat(files.size("/a")).isEqualTo(3);
        assertThat(files.size("/b")).isZero();
        assertThat(files.writtenBytes()).isEqualTo(BLOCK);
    }

    @Test
    void zerosGoWithTheFolderTheyAreIn() {
        Files files = new Files();
        files.makeDirectories("/folder");
        files.extend("/folder/a", 10_000);
        files.extend("/folder/b", 10_000);
        files.remove("/folder");
        files.makeDirectories("/folder");
        files.write("/folder/a", "");

        assertThat(files.size("/folder/a")).isZero();
        assertThat(files.writtenBytes()).isZero();
    }

    @Test
    void whatWasGivenCountsOnceItIsChanged() {
        Files files = new Files();
        files.write("/a", "one");
        files.write("/b", "one");
        files.give();
        assertThat(files.writtenBytes()).isZero();

        files.append("/a", " more");
        files.remove("/b");

        assertThat(files.writtenBytes()).isEqualTo(BLOCK);
    }

    @Test
    void whatIsMountedIsNotCountedWithTheTreeItIsMountedIn() {
        Files files = new Files();
        Files volume = new Files();
        files.mount("/data", volume);
        files.extend("/data/f", 10_000);

        assertThat(files.size("/data/f")).isEqualTo(10_000);
        assertThat(files.writtenBytes()).isZero();
        assertThat(volume.writtenBytes()).isEqualTo(3 * BLOCK);
    }

    @Test
    void inMemoryWhatFitsIsKeptAndTheRestRefused() {
        Files files = Files.inMemory(BLOCK + 1);
        assertThat(files.write("/a", "x".repeat(5000))).isTrue();
        assertThat(files.append("/a", "é".repeat(2000))).isFalse();
        assertThat(files.refusal("/a")).isEqualTo("No space left on device");
        assertThat(files.size("/a")).isEqualTo(2 * BLOCK);
        assertThat(files.write("/b", "")).isTrue();
        assertThat(files.write("/b", "x")).isFalse();
        assertThat(files.read("/b")).contains("");

        files.remove("/a");
        assertThat(files.write("/b", "x")).isTrue();
        assertThat(files.usedBytes()).isEqualTo(BLOCK);
    }

    @Test
    void inMemoryZerosAreKeptAsFarAsTheyFit() {
        Files files = Files.inMemory(10 * BLOCK);

        assertThat(files.extend("/a", Long.MAX_VALUE / 2)).isFalse();
        assertThat(files.size("/a")).isEqualTo(10 * BLOCK);
        assertThat(files.write("/a", "short")).isTrue();
        assertThat(files.extend("/a", BLOCK)).isTrue();
    }
}
