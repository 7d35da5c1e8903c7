package drydock.model.edit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.diagram.DiagramFile;
import drydock.model.diagram.Position;
import drydock.model.manifest.FieldPath;
import drydock.model.manifest.ManifestFile;
import drydock.model.manifest.TextEdit;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever is done can be undone to the byte, and done again.
class HistoryPropertyTest {

    private static final List<String> PATHS = List.of("a.yaml", "b/b.yaml", "c.yaml", "new.yaml");
    private static final List<String> NAMES = List.of("one", "two", "three", "四");
    private static final List<String> TEXTS = List.of(
            map("one"),
            "# first\r\n" + map("two").replace("\n", "\r\n") + "---\r\n" + map("three"),
            map("two") + "---\n" + map("one") + "# no line end",
            "broken: [\n\t",
            "",
            "{\"apiVersion\": \"v1\", \"kind\": \"ConfigMap\", \"metadata\": {\"name\": \"four\"}}");
    private static final List<String> DIAGRAMS = List.of(
            "{\"formatVersion\":1,\"x\":[1],\"positions\":{\"ConfigMap/default/one\":{\"x\":1.0,\"y\":2}}}",
            "{ broken",
            "{}");

    /// An edit, and how long after the one before it.
    record Step(Edit edit, long pauseNanos, boolean marked) {}

    @Property(tries = 300)
    void undoingAllGivesTheFirstBytesAndRedoingAllTheLast(
            @ForAll("projects") Project project, @ForAll("steps") List<Step> steps) {
        History history = History.of(project);
        List<Map<String, String>> states = new ArrayList<>();
        long nanos = 0;
        for (Step step : steps) {
            nanos += step.pauseNanos();
            History open = step.marked() ? history.mark("edit.several") : history;
            History after = open.apply(step.edit(), nanos).toOptional().orElse(open);
            history = step.marked() ? after.commit() : after;
        }
        Map<String, String> end = bytes(history.project());

        while (history.undoLabel().isPresent()) {
            states.add(bytes(history.project()));
            history = history.undo();
        }
        assertThat(bytes(history.project())).isEqualTo(bytes(project));
        assertThat(history.isDirty()).isFalse();

        for (Map<String, String> state : states.reversed()) {
            history = history.redo();
            assertThat(bytes(history.project())).isEqualTo(state);
        }
        assertThat(bytes(history.project())).isEqualTo(end);
        assertThat(history.redoLabel()).isEmpty();
    }

    @Provide
    Arbitrary<Project> projects() {
        return Combinators.combine(
                        Arbitraries.maps(Arbitraries.of(PATHS), Arbitraries.of(TEXTS))
                                .ofMaxSize(4),
                        Arbitraries.of(DIAGRAMS).optional())
                .as((files, diagram) -> Project.of(
                        files.entrySet().stream()
                                .map(f -> ManifestFile.read(
                                        f.getKey(), f.getValue().getBytes(UTF_8)))
                                .toList(),
                        diagram.map(d -> DiagramFile.read(d.getBytes(UTF_8))).orElse(DiagramFile.ABSENT)));
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.lazyOf(this::simple, this::simple, this::composite),
                        Arbitraries.longs().between(0, 2 * History.TYPING_INTERVAL_NANOS),
                        Arbitraries.of(true, false, false))
                .as(Step::new);
        return step.list().ofMaxSize(25);
    }

    private Arbitrary<Edit> composite() {
        return simple().list().ofMaxSize(3).map(Edit.Composite::new);
    }

    private Arbitrary<Edit> simple() {
        Arbitrary<String> paths = Arbitraries.of(PATHS);
        Arbitrary<ResourceId> ids = Arbitraries.of(NAMES).map(n -> new ResourceId("", "ConfigMap", "default", n));
        Arbitrary<FieldPath> fields = Arbitraries.of(
                FieldPath.of("data", "key"),
                FieldPath.of("metadata", "name"),
                FieldPath.of("metadata", "labels", "a.b/c"));
        Arbitrary<String> texts =
                Arbitraries.strings().withChars("ab:-# \n'{[\t&*").ofMaxLength(6);
        Arbitrary<Integer> offsets = Arbitraries.integers().between(0, 60);
        Arbitrary<Position> positions = Combinators.combine(
                        Arbitraries.doubles().between(-1e6, 1e6),
                        Arbitraries.doubles().between(-1e6, 1e6))
                .as(Position::new);
        return Arbitraries.oneOf(
                Combinators.combine(paths, offsets, Arbitraries.integers().between(0, 5), texts)
                        .as((path, start, length, text) ->
                                new Edit.ChangeText(path, new TextEdit(start, start + length, text))),
                Combinators.combine(ids, fields, Arbitraries.of("one", "y", "1", "multi\nline", ""))
                        .as(Edit.SetField::new),
                Combinators.combine(ids, fields).as(Edit.RemoveField::new),
                Combinators.combine(paths, Arbitraries.of(NAMES))
                        .as((path, name) -> new Edit.AddObject(path, map(name))),
                ids.map(Edit.RemoveObject::new),
                Arbitraries.maps(ids, positions).ofMaxSize(3).map(Edit.MoveFigures::new),
                Combinators.combine(paths, Arbitraries.of(TEXTS)).as(Edit.AddFile::new),
                Combinators.combine(paths, Arbitraries.of(TEXTS))
                        .as((path, text) -> new Edit.PutFile(ManifestFile.parse(path, text))),
                paths.map(Edit.RemoveFile::new));
    }

    private static Map<String, String> bytes(Project project) {
        Map<String, String> all = new TreeMap<>();
        project.files().forEach((path, file) -> all.put(path, new String(file.bytes(), UTF_8)));
        project.diagramFile().bytes().ifPresent(b -> all.put(DiagramFile.NAME, new String(b, UTF_8)));
        return all;
    }

    private static String map(String name) {
        return "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: " + name
                + "\n  labels: {x: y}\ndata:\n  key: v # c\n";
    }
}
