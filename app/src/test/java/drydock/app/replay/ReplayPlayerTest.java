package drydock.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.app.recording.RecordingReader.Ending;
import drydock.app.timeline.TimeMark;
import drydock.model.cluster.ClusterEvent;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayPlayerTest {

    private static final String HEADER =
            "{\"drydockRecording\":1,\"cluster\":\"prod\",\"start\":\"2026-11-28T14:00:00Z\"}";

    @TempDir
    private Path folder;

    private OpenedRecording recording(List<String> lines) throws Exception {
        Path file = folder.resolve("x.drydock-recording");
        Files.writeString(file, HEADER + "\n" + String.join("\n", lines) + "\n");
        return OpenedRecording.read(file);
    }

    private static String at(int second, String rest) {
        return "{\"at\":\"2026-11-28T14:%02d:%02d.000Z\",%s}".formatted(second / 60, second % 60, rest);
    }

    private static String pod(int second, String type, String name, int version) {
        return at(
                second,
                ("\"type\":\"%s\",\"object\":{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"namespace\":\"shop\","
                    + "\"name\":\"%s\",\"resourceVersion\":\"%d\"}}")
                        .formatted(type, name, version));
    }

    private static String kind(int second, String type, String more) {
        return at(second, "\"type\":\"" + type + "\",\"apiVersion\":\"v1\",\"kind\":\"Pod\"" + more);
    }

    private static Map<ResourceId, HasMetadata> held(List<ClusterEvent> told, Map<ResourceId, HasMetadata> before) {
        Map<ResourceId, HasMetadata> held = new HashMap<>(before);
        told.forEach(event -> {
            switch (event) {
                case ClusterEvent.Added(var object) -> held.put(ResourceId.of(object), object);
                case ClusterEvent.Modified(var object) -> held.put(ResourceId.of(object), object);
                case ClusterEvent.Deleted(var object) -> held.remove(ResourceId.of(object));
                default -> {
                    // a standing
                }
            }
        });
        return held;
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 50_000})
    void whateverIsJumpedToIsWhatPlayingComesTo(int mostGoneThrough) throws Exception {
        Random random = new Random(5);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            String name = "p" + random.nextInt(40);
            lines.add(pod(i / 10, random.nextInt(4) == 0 ? "DELETED" : "MODIFIED", name, i));
        }
        OpenedRecording recording = recording(lines);
        ReplayPlayer jumping = new ReplayPlayer(recording, mostGoneThrough);
        Map<ResourceId, HasMetadata> jumped = new HashMap<>();

        for (int i = 0; i < 30; i++) {
            long moment = Duration.ofSeconds(random.nextInt(2_100)).toNanos();
            ReplayPlayer playing = new ReplayPlayer(recording);
            Map<ResourceId, HasMetadata> played = new HashMap<>();
            for (long nanos = 0;
                    nanos < moment;
                    nanos += Duration.ofSeconds(200).toNanos()) {
                played = held(playing.goTo(nanos), played);
            }
            played = held(playing.goTo(moment), played);
            jumped = held(jumping.goTo(moment), jumped);

            assertThat(jumped).isEqualTo(played);
        }
    }

    @Test
    void aLostConnectionIsAGapAndWhatIsKnownInItIsOld() throws Exception {
        OpenedRecording recording = recording(List.of(
                pod(1, "ADDED", "a", 1),
                kind(2, "SYNCED", ""),
                kind(20, "INTERRUPTED", ",\"since\":\"2026-11-28T14:00:15Z\",\"message\":\"gone\""),
                kind(30, "RESUMED", ""),
                pod(31, "MODIFIED", "a", 2)));

        assertThat(recording.marks())
                .containsExactly(
                        new TimeMark(Duration.ofSeconds(15), Duration.ofSeconds(30), TimeMark.Kind.GAP, "gone"));
        ReplayPlayer player = new ReplayPlayer(recording);
        assertThat(player.goTo(Duration.ofSeconds(25).toNanos())).last().isInstanceOf(ClusterEvent.Interrupted.class);
        assertThat(player.goTo(Duration.ofSeconds(31).toNanos())).anyMatch(ClusterEvent.Resumed.class::isInstance);
        assertThat(player.goTo(Duration.ofSeconds(22).toNanos())).last().isInstanceOf(ClusterEvent.Interrupted.class);
        assertThat(recording.wholeNanos()).isEqualTo(Duration.ofSeconds(2).toNanos());
    }

    @Test
    void whatMayBeReadOnlyLaterDoesNotBelongToTheStart() throws Exception {
        OpenedRecording recording = recording(List.of(
                kind(1, "REFUSED", ",\"code\":403,\"message\":\"no\""),
                at(2, "\"type\":\"SYNCED\",\"apiVersion\":\"v1\",\"kind\":\"Node\""),
                kind(600, "SYNCED", "")));

        assertThat(recording.wholeNanos()).isEqualTo(Duration.ofSeconds(2).toNanos());
    }

    @Test
    void stepsGoFromChangeToChange() throws Exception {
        ReplayPlayer player = new ReplayPlayer(
                recording(List.of(pod(1, "ADDED", "a", 1), pod(7, "ADDED", "b", 2), kind(9, "SYNCED", ""))));
        List<Long> seconds = new ArrayList<>();

        for (int i = 0; i < 4; i++) {
            player.goTo(player.nextNanos());
            seconds.add(Duration.ofNanos(player.seenNanos()).toSeconds());
        }

        assertThat(seconds).containsExactly(1L, 7L, 9L, 9L);
    }

    @Test
    void whatDoesNotFitTheMemoryIsLeftOutAndSaid() throws Exception {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            lines.add(pod(i, "ADDED", "p" + i, i));
        }
        Path file = folder.resolve("x.drydock-recording");
        Files.writeString(file, HEADER + "\n" + String.join("\n", lines) + "\n");

        OpenedRecording recording = new Opening(file, new Memory(Runtime.getRuntime(), 1)).read();

        assertThat(recording.ending().how()).isEqualTo(Ending.How.STOPPED);
        assertThat(recording.history().log()).hasSizeBetween(100, 1_000);
    }

    @Test
    void timesThatMakeNoSenseAreBounded() throws IOException, Exception {
        OpenedRecording recording = recording(List.of(
                "{\"at\":\"-999999999-01-01T00:00:00Z\",\"type\":\"SYNCED\",\"apiVersion\":\"v1\",\"kind\":\"Pod\"}",
                "{\"at\":\"+999999999-01-01T00:00:00Z\",\"type\":\"SYNCED\",\"apiVersion\":\"v1\",\"kind\":\"Node\"}"));

        ReplayPlayer player = new ReplayPlayer(recording);

        assertThat(player.goTo(Long.MAX_VALUE)).hasSize(2);
        assertThat(recording.date(player.seenNanos()))
                .isAfter(recording.header().start());
    }

    @Test
    void aMomentAnswersQuestionsAndRefusesChanges() throws Exception {
        ReplayPlayer player = new ReplayPlayer(recording(List.of(pod(1, "ADDED", "a", 1), pod(2, "DELETED", "a", 2))));
        player.goTo(Duration.ofSeconds(1).toNanos());
        RecordedCluster moment = new RecordedCluster(
                new drydock.model.cluster.ClusterInfo("prod", "", "", false), player.seen(), java.time.Instant.EPOCH);

        assertThat(moment.list(drydock.model.cluster.Query.all(drydock.model.resource.Kinds.POD)))
                .hasSize(1);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> moment.scale(ResourceId.of(drydock.model.resource.Kinds.DEPLOYMENT, "shop", "a"), 0)))
                .hasMessageContaining("recording of prod");
    }

    @Test
    void steppingBackComesByTheSameMomentsAsSteppingForward() throws Exception {
        ReplayPlayer player = new ReplayPlayer(recording(List.of(
                pod(1, "ADDED", "a", 1),
                pod(1, "ADDED", "b", 2),
                kind(2, "SYNCED", ""),
                pod(5, "MODIFIED", "a", 3),
                pod(9, "DELETED", "b", 4))));
        List<Long> forward = new ArrayList<>();
        while (forward.isEmpty() || player.nextNanos() > player.seenNanos()) {
            player.goTo(player.nextNanos());
            forward.add(player.seenNanos());
        }

        List<Long> back = new ArrayList<>(List.of(player.seenNanos()));
        while (player.previousNanos() > 0) {
            player.goTo(player.previousNanos());
            back.add(player.seenNanos());
        }

        assertThat(back.reversed()).isEqualTo(forward).hasSizeGreaterThan(2);
        assertThat(player.previousNanos()).isZero();
    }
}
