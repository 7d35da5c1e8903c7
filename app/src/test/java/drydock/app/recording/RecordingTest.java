package drydock.app.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import drydock.app.recording.RecordingReader.Ending;
import drydock.model.cluster.ClusterEvent;
import drydock.model.cluster.ClusterInfo;
import drydock.model.resource.Kinds;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingTest {

    private static final Instant START = Instant.parse("2026-11-28T14:00:00Z");
    private static final Header HEADER =
            new Header(new ClusterInfo("prod", "https://10.0.0.1:6443", "v1.33.1", false), "shop", START);
    private static final InstantSource CLOCK = InstantSource.fixed(START.plusSeconds(3));

    @TempDir
    private Path folder;

    private final List<Told> told = new ArrayList<>();
    private Optional<Header> header = Optional.empty();

    private final RecordingReader.Sink sink = new RecordingReader.Sink() {
        @Override
        public void header(Header read) {
            header = Optional.of(read);
        }

        @Override
        public void told(Told read) {
            told.add(read);
        }
    };

    private static Pod pod(String name) {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace("shop")
                .withName(name)
                .withUid("uid-" + name)
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("main")
                .withImage("nginx")
                .endContainer()
                .endSpec()
                .build();
    }

    private static List<ClusterEvent> events() {
        return List.of(
                new ClusterEvent.Added(pod("a")),
                new ClusterEvent.Synced(Kinds.POD),
                new ClusterEvent.Modified(pod("a")),
                new ClusterEvent.Interrupted(Kinds.POD, START.plusSeconds(1), "connection \u2028 reset\n"),
                new ClusterEvent.Resumed(Kinds.POD),
                new ClusterEvent.Refused(Kinds.NODE, 403, "nodes is forbidden"),
                new ClusterEvent.Deleted(pod("a")));
    }

    private Path written(String name, List<ClusterEvent> events) throws Exception {
        Path file = folder.resolve(name);
        CompletableFuture<Optional<IOException>> ended = new CompletableFuture<>();
        Recorder recorder = Recorder.begin(
                file, HEADER, CLOCK, ended::complete, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        events.forEach(recorder);
        recorder.close();
        assertThat(ended.join()).isEmpty();
        return file;
    }

    private Ending read(byte[] file) throws Exception {
        return RecordingReader.read(new ByteArrayInputStream(file), sink, () -> false);
    }

    private UnreadableException refused(byte[] file) {
        return catchThrowableOfType(UnreadableException.class, () -> read(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.drydock-recording", "x.drydock-recording.gz"})
    void whatWasToldIsReadAgain(String name) throws Exception {
        Ending ending = RecordingReader.read(written(name, events()), sink, () -> false);

        assertThat(ending).isEqualTo(new Ending(Ending.How.WHOLE, 8));
        assertThat(header).contains(HEADER);
        assertThat(told).extracting(Told::event).isEqualTo(events());
        assertThat(told).extracting(Told::at).containsOnly(START.plusSeconds(3));
    }

    @Test
    void whatSecretsHoldIsNeverWritten() throws Exception {
        Path file = written(
                "x.drydock-recording",
                List.of(new ClusterEvent.Added(new SecretBuilder()
                        .withNewMetadata()
                        .withNamespace("shop")
                        .withName("db")
                        .addToAnnotations("kubectl.kubernetes.io/last-applied-configuration", "aHVudGVyMg==")
                        .addToAnnotations("team", "red")
                        .endMetadata()
                        .addToData("password", "aHVudGVyMg==")
                        .addToStringData("other", "hunter2")
                        .build())));

        assertThat(Files.readString(file))
                .contains("\"db\"", "red")
                .doesNotContain("aHVudGVyMg", "hunter2", "password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.drydock-recording", "x.drydock-recording.gz"})
    void aFileThatIsCutAnywhereIsReadUpToItsLastWholeLine(String name) throws Exception {
        byte[] whole = Files.readAllBytes(written(name, events()));
        int step = Math.max(1, whole.length / 97);
        for (int length = whole.length - 1; length > 0; length -= step) {
            told.clear();
            header = Optional.empty();
            try {
                Ending ending = read(Arrays.copyOf(whole, length));
                assertThat(ending.lines()).isEqualTo(told.size() + 1L);
                assertThat(told).extracting(Told::event).isEqualTo(events().subList(0, told.size()));
            } catch (UnreadableException noHeader) {
                assertThat(noHeader.fault()).isEqualTo(UnreadableException.Fault.NOT_A_RECORDING);
                assertThat(header).isEmpty();
            }
        }
    }

    @Test
    void aLineThatIsCutIsSaid() throws Exception {
        byte[] whole = Files.readAllBytes(written("x.drydock-recording", events()));

        Ending ending = read(Arrays.copyOf(whole, whole.length - 5));

        assertThat(ending).isEqualTo(new Ending(Ending.How.CUT, 7));
    }

    @Test
    void aDamagedLineIsNamed() throws Exception {
        List<String> lines = new ArrayList<>(Files.readAllLines(written("x.drydock-recording", events())));
        lines.set(3, lines.get(3).replace("\"metadata\":{", "\"metadata\":["));

        UnreadableException damaged = refused((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));

        assertThat(damaged.fault()).isEqualTo(UnreadableException.Fault.DAMAGED);
        assertThat(damaged.line()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "[]",
                "{\"at\":\"yesterday\",\"type\":\"SYNCED\",\"apiVersion\":\"v1\",\"kind\":\"Pod\"}",
                "{\"at\":\"2026-11-28T14:00:00Z\",\"type\":\"EXECUTE\"}",
                "{\"at\":\"2026-11-28T14:00:00Z\",\"type\":\"ADDED\"}",
                "{\"at\":\"2026-11-28T14:00:00Z\",\"type\":\"ADDED\",\"object\":{\"apiVersion\":\"v1\",\"kind\":\"Pod\"}}",
                "{\"at\":\"2026-11-28T14:00:00Z\",\"type\":\"ADDED\",\"object\":{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"a\"}}}",
                "{\"at\":\"2026-11-28T14:00:00Z\",\"type\":\"ADDED\",\"object\":{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"a\",\"namespace\":\"b\"},\"spec\":7}}",
                "{\"at\":\"2026-11-28T14:00:00Z\",\"type\":\"SYNCED\",\"apiVersion\":\"/\",\"kind\":\"Pod\"}",
                "{\"at\":\"2026-11-28T14:00:00Z\",\"type\":\"INTERRUPTED\",\"apiVersion\":\"v1\",\"kind\":\"Pod\"}",
                "\u0000",
                "{\"a\":{\"a\":{\"a\":"
            })
    void aHostileLineIsRefusedAndNamed(String line) {
        UnreadableException damaged =
                refused((EventLines.line(HEADER) + "\n" + line + "\n").getBytes(StandardCharsets.UTF_8));

        assertThat(damaged.fault()).isEqualTo(UnreadableException.Fault.DAMAGED);
        assertThat(damaged.line()).isEqualTo(2);
    }

    @Test
    void whatIsNestedTooDeepIsRefused() {
        String deep = "{\"at\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        UnreadableException damaged =
                refused((EventLines.line(HEADER) + "\n" + deep + "\n").getBytes(StandardCharsets.UTF_8));

        assertThat(damaged.line()).isEqualTo(2);
    }

    @Test
    void aLineWithoutAnEndIsNotReadForEver() {
        byte[] head = (EventLines.line(HEADER) + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] file = Arrays.copyOf(head, head.length + (17 << 20));
        Arrays.fill(file, head.length, file.length, (byte) ' ');

        assertThat(refused(file).fault()).isEqualTo(UnreadableException.Fault.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\n", "apiVersion: v1\nkind: Pod\n", "{\"drydockRun\":1}\n", "{\"drydockRecording\":\"1\"}\n"
            })
    void whatIsNoRecordingIsRefused(String text) {
        assertThat(refused(text.getBytes(StandardCharsets.UTF_8)).fault())
                .isEqualTo(UnreadableException.Fault.NOT_A_RECORDING);
    }

    @Test
    void oneOfAFormatToComeIsRefused() {
        assertThat(refused("{\"drydockRecording\":2}\n".getBytes(StandardCharsets.UTF_8))
                        .fault())
                .isEqualTo(UnreadableException.Fault.NEWER);
    }

    @Test
    void aFullDiskEndsTheRecordingAndWhatWasWrittenIsReadable() throws Exception {
        Filling disk = new Filling(20_000);
        CompletableFuture<Optional<IOException>> ended = new CompletableFuture<>();
        Recorder recorder = new Recorder(disk, true, () -> Long.MAX_VALUE, HEADER, CLOCK, ended::complete);
        recorder.start();

        for (int i = 0; !ended.isDone(); i++) {
            recorder.accept(new ClusterEvent.Added(new ConfigMapBuilder()
                    .withNewMetadata()
                    .withNamespace("shop")
                    .withName("c" + i)
                    .endMetadata()
                    .addToData("some", Long.toString(i * 0x9E3779B97F4A7C15L, 36))
                    .build()));
        }
        recorder.close();

        assertThat(ended.join().map(Throwable::getMessage)).contains("No space left on device");
        assertThat(read(disk.toByteArray()).how()).isEqualTo(Ending.How.CUT);
        assertThat(told).isNotEmpty();
    }

    @Test
    void aDiskIsNotFilledToTheBrim() throws Exception {
        CompletableFuture<Optional<IOException>> ended = new CompletableFuture<>();
        Recorder recorder = new Recorder(
                new ByteArrayOutputStream(), false, () -> Recorder.LEAST_ROOM - 1, HEADER, CLOCK, ended::complete);
        recorder.start();

        recorder.accept(new ClusterEvent.Synced(Kinds.POD));

        assertThat(ended.join().map(Throwable::getMessage)).contains("less than 64 MiB are free on the disk");
    }

    @Test
    void whatIsWrittenCanBeReadWhileItIsBeingWritten() throws Exception {
        Path file = folder.resolve("x.drydock-recording.gz");
        Recorder recorder =
                Recorder.begin(file, HEADER, CLOCK, _ -> {}, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        recorder.accept(new ClusterEvent.Added(pod("a")));
        while (recorder.changes() < 1 || recorder.bytes() < Files.size(file)) {
            Thread.onSpinWait();
        }

        while (told.isEmpty()) {
            RecordingReader.read(file, sink, () -> false);
        }

        assertThat(told).extracting(Told::event).startsWith(new ClusterEvent.Added(pod("a")));
        recorder.close();
        assertThat(new GZIPInputStream(Files.newInputStream(file)).readAllBytes())
                .isNotEmpty();
    }

    @Test
    void aClockThatIsSetBackDoesNotTurnTheRecording() throws Exception {
        List<Instant> times = new ArrayList<>(List.of(START.plusSeconds(9), START.plusSeconds(1)));
        Path file = folder.resolve("x.drydock-recording");
        Recorder recorder = Recorder.begin(
                file, HEADER, times::removeFirst, _ -> {}, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        recorder.accept(new ClusterEvent.Synced(Kinds.POD));
        recorder.accept(new ClusterEvent.Synced(Kinds.NODE));
        recorder.close();

        RecordingReader.read(file, sink, () -> false);

        assertThat(told).extracting(Told::at).containsExactly(START.plusSeconds(9), START.plusSeconds(9));
    }

    @Test
    void namesOfFilesAreThoseOfTheirClusters() {
        assertThat(RecordingFiles.name("gke_x/y:z", START, ZoneOffset.UTC))
                .isEqualTo("gke_x-y-z-2026-11-28-140000.drydock-recording.gz");
        assertThat(RecordingFiles.isOne(Path.of("a.drydock-recording"))).isTrue();
        assertThat(RecordingFiles.isOne(Path.of("a.drydock-run"))).isFalse();
    }

    @Test
    void objectsOfUnknownKindsKeepTheirFields() throws Exception {
        HasMetadata custom = new io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder()
                .withApiVersion("shop.example/v1")
                .withKind("Offer")
                .withNewMetadata()
                .withNamespace("shop")
                .withName("one")
                .endMetadata()
                .addToAdditionalProperties("spec", java.util.Map.of("price", 3))
                .build();

        RecordingReader.read(
                written("x.drydock-recording", List.of(new ClusterEvent.Added(custom))), sink, () -> false);

        assertThat(told).extracting(Told::event).containsExactly(new ClusterEvent.Added(custom));
    }

    /// A disk with little room.
    private static final class Filling extends OutputStream {

        private final ByteArrayOutputStream written = new ByteArrayOutputStream();
        private final int room;

        Filling(int room) {
            this.room = room;
        }

        @Override
        public void write(int one) throws IOException {
            if (written.size() == room) {
                throw new IOException("No space left on device");
            }
            written.write(one);
        }

        byte[] toByteArray() {
            return written.toByteArray();
        }
    }
}
