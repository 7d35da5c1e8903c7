package drydock.app.files;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.recording.RecordingFiles;
import drydock.app.simulation.RunActions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OtherFilesTest {

    @Test
    void recordingsAndRunsAreOpenedByThoseWhoseTheyAreAndTheRestIsLeft() {
        List<Path> recordings = new ArrayList<>();
        List<Path> runs = new ArrayList<>();
        OtherFiles others = new OtherFiles(List.of(
                new OtherFiles.Kind(RecordingFiles::isOne, recordings::add),
                new OtherFiles.Kind(RunActions::isOne, runs::add)));
        Path run = Path.of("shop", "Monday.DRYDOCK-RUN");
        Path recording = Path.of("prod.drydock-recording.gz");
        Path manifest = Path.of("web.yaml");

        List<Path> rest = others.open(List.of(run, manifest, recording));

        assertThat(rest).containsExactly(manifest);
        assertThat(recordings).containsExactly(recording);
        assertThat(runs).containsExactly(run);
    }
}
