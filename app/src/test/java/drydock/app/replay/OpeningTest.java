package drydock.app.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.app.recording.BenchmarkRecording;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningTest {

    private static final int PODS = 40;
    private static final int CHANGES = 30;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws Exception {
        file = folder.resolve("x.drydock-recording");
        BenchmarkRecording.write(file, PODS, CHANGES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"y.drydock-recording", "y.drydock-recording.gz"})
    void allOfItIsReadInTheEnd(String name) throws Exception {
        Path other = folder.resolve(name);
        BenchmarkRecording.write(other, PODS, CHANGES);
        Opening opening = new Opening(other);
        assertThat(opening.progress()).isZero();

        OpenedRecording recording = opening.read();

        assertThat(opening.progress()).isEqualTo(1);
        assertThat(recording.history().at(0).all()).isEmpty();
        assertThat(recording.ending().lines()).isEqualTo(1 + 1 + 1 + PODS + 1 + CHANGES);
    }

    @Test
    void oneThatIsCancelledIsNotOpened() {
        Opening opening = new Opening(file);
        opening.cancel();

        assertThat(opening.isCancelled()).isTrue();
        assertThatThrownBy(opening::read).isInstanceOf(CancellationException.class);
    }
}
