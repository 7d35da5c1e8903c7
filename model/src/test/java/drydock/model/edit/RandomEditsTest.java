package drydock.model.edit;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.clip.ObjectText;
import drydock.model.clip.Paste;
import drydock.model.connect.Connection;
import drydock.model.connect.Connections;
import drydock.model.connect.Disconnection;
import drydock.model.connect.End;
import drydock.model.diagram.DiagramChange;
import drydock.model.diagram.DiagramFile;
import drydock.model.diagram.Note;
import drydock.model.diagram.Position;
import drydock.model.form.FormEdits;
import drydock.model.manifest.FieldPath;
import drydock.model.manifest.ManifestFile;
import drydock.model.manifest.TextEdit;
import drydock.model.pattern.Pattern;
import drydock.model.project.Declaration;
import drydock.model.project.Project;
import drydock.model.reference.Renaming;
import drydock.model.resource.ResourceId;
import drydock.model.storage.OpenResult;
import drydock.model.storage.ProjectFolder;
import drydock.model.storage.SaveResult;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Two hundred edits as canvas, inspector and text make them, one after the other and at random, on projects as people
/// write them.
class RandomEditsTest {

    private static final int EDITS = 200;
    private static final int PROJECTS = 40;

    private static final List<Object> VALUES = List.of(
            "plain",
            "yes",
            "0o17",
            "1e3",
            "",
            " edge ",
            "- item",
            "a: b",
            "#no comment",
            "二\n三\n",
            "'q\"",
            0,
            7,
            -1,
            true,
            false,
            List.of("a", 1),
            Map.of("k", "v"));

    private static final List<String> FILES = List.of(
            """
            # The door of the shop
            apiVersion: v1
            kind: Service
            metadata:
              name: web   # short
              labels: &labels {app: web, tier: "front"}
            spec:
              selector: {app: web}
              ports:
              - port: 80

              - {name: admin, port: 8080}
            ---
            # its Pods
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec:
              replicas: 3
              selector:
                matchLabels: {app: web}
              template:
                metadata:
                  labels:
                    app: web
                spec:
                  containers:
                    - name: c
                      image: "nginx:1.27"
                      env:
                        - {name: A, value: 'x'}   # quoted
                      args: [
                        one, two ]
                  volumes: []
            """,
            "apiVersion: v1\r\nkind: ConfigMap\r\nmetadata:\r\n  name: settings\r\ndata:\r\n  a.conf: |\r\n    one\r\n"
                    + "    two\r\n  b: \"yes\"\r\n---\r\napiVersion: v1\r\nkind: Secret\r\nmetadata: {name: key}\r\n"
                    + "stringData: {password: geheim}\r\n",
            "{\"apiVersion\": \"v1\", \"kind\": \"Pod\", \"metadata\": {\"name\": \"json\", \"labels\": {\"app\":"
                    + " \"web\"}}, \"spec\": {\"containers\": [{\"name\": \"c\", \"image\": \"nginx\"}]}}",
            """
            apiVersion: v1
            kind: List
            items:
            - apiVersion: v1
              kind: PersistentVolumeClaim
              metadata: {name: data}
              spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
            - apiVersion: example.org/v1
              kind: Widget   # of our own
              metadata: {name: own, namespace: other}
              spec: {size: 3, parts: [{name: a}, {name: b}]}
            # the end
            """);

    @TempDir
    private Path folder;

    static LongStream seeds() {
        return LongStream.range(0, PROJECTS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void textAndObjectsAgreeAfterEachEditAndAllCanBeTakenBackSavedAndOpened(long seed) {
        Random random = new Random(seed);
        Project start = project(random);
        History history = History.of(start);
        int made = 0;
        for (int i = 0; i < EDITS; i++) {
            String where = "seed " + seed + ", edit " + i + ", ";
            Project before = history.project();
            Optional<Edit> edit = edit(random, before);
            if (edit.isEmpty()) {
                continue;
            }
            Outcome<History> outcome = history.apply(edit.get(), i * 10_000_000_000L);
            if (outcome instanceof Outcome.Done<History>(History after)) {
                made++;
                history = after;
                assertAgrees(where + edit.get(), history.project());
                history = sometimesTakenBack(random, history, before, where);
            }
        }
        assertThat(made).as("seed %d", seed).isGreaterThan(EDITS / 4);
        assertUndoneAndRedone(history, start, seed);
        assertSavedAndOpened(history.project(), seed);
    }

    private static History sometimesTakenBack(Random random, History history, Project before, String where) {
        if (random.nextInt(10) > 0) {
            return history;
        }
        History back = history.undo();
        assertThat(bytes(back.project())).as(where + "taken back").isEqualTo(bytes(before));
        return random.nextBoolean() ? back.redo() : back;
    }

    private static void assertAgrees(String where, Project project) {
        List<ManifestFile> read = project.files().values().stream()
                .map(file -> ManifestFile.read(file.path(), file.bytes()))
                .toList();
        List<HasMetadata> objects = Project.of(read, DiagramFile.ABSENT).objects();
        assertThat(written(project.objects())).as(where).isEqualTo(written(objects));
        assertThat(project.declarations().keySet())
                .as(where)
                .isEqualTo(Project.of(read, DiagramFile.ABSENT).declarations().keySet());
    }

    /// Objects as text: quantities that are none cannot be compared.
    private static List<String> written(List<HasMetadata> objects) {
        return objects.stream().map(String::valueOf).toList();
    }

    private static void assertUndoneAndRedone(History end, Project start, long seed) {
        History history = end;
        int steps = 0;
        while (history.undoLabel().isPresent()) {
            history = history.undo();
            steps++;
        }
        assertThat(bytes(history.project())).as("seed %d, all taken back", seed).isEqualTo(bytes(start));
        assertThat(history.project().diagram()).isEqualTo(start.diagram());
        for (int i = 0; i < steps; i++) {
            history = history.redo();
        }
        assertThat(bytes(history.project())).as("seed %d, all done again", seed).isEqualTo(bytes(end.project()));
        assertThat(history.project().diagram()).isEqualTo(end.project().diagram());
    }

    private void assertSavedAndOpened(Project project, long seed) {
        Path place = folder.resolve("saved");
        assertThat(ProjectFolder.unread(place).save(project)).isInstanceOf(SaveResult.Saved.class);
        if (!(ProjectFolder.open(place) instanceof OpenResult.Opened(Project opened, var _, var _))) {
            throw new AssertionError("not opened, seed " + seed);
        }
        assertThat(bytes(opened)).as("seed %d, opened", seed).isEqualTo(bytes(project));
        assertThat(opened.diagram()).as("seed %d, opened", seed).isEqualTo(project.diagram());
        assertThat(written(opened.objects())).as("seed %d, opened", seed).isEqualTo(written(project.objects()));
    }

    private static SortedMap<String, String> bytes(Project project) {
        SortedMap<String, String> bytes = new TreeMap<>();
        project.files().forEach((path, file) -> bytes.put(path, new String(file.bytes(), StandardCharsets.ISO_8859_1)));
        return bytes;
    }

    private static Project project(Random random) {
        List<ManifestFile> files = new ArrayList<>();
        for (int i = 0; i < FILES.size(); i++) {
            if (random.nextInt(4) > 0) {
                files.add(ManifestFile.parse("part" + i + "/f.yaml", FILES.get(i)));
            }
        }
        files.add(ManifestFile.parse("shop.yaml", FILES.getFirst().replace("web", "shop")));
        return Project.of(files, DiagramFile.ABSENT);
    }

    private static Optional<Edit> edit(Random random, Project project) {
        List<ResourceId> ids = List.copyOf(project.declarations().keySet());
        Optional<ResourceId> any = any(random, ids);
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> any.flatMap(id -> field(random, project, id));
            case 3 -> text(random, project);
            case 4 -> any.flatMap(one -> any(random, ids).flatMap(other -> connection(random, project, one, other)));
            case 5 -> any.flatMap(one -> any(random, ids).flatMap(other -> Disconnection.of(project, one, other)));
            case 6 -> any.map(id -> Renaming.of(project, id).to("name" + random.nextInt(6), random.nextBoolean()));
            case 7 -> Optional.of(pattern(random, project));
            case 8 ->
                any.map(Edit.RemoveObject::new).filter(_ -> ids.size() > 4).map(edit -> edit);
            case 9 -> any.flatMap(id -> pasted(random, project, id));
            case 10 ->
                any.map(id -> new Edit.MoveFigures(Map.of(id, new Position(random.nextInt(900), random.nextInt(900)))));
            default -> any.map(id -> new Edit.Draw(drawing(random, id)));
        };
    }

    /// As the inspector does it.
    private static Optional<Edit> field(Random random, Project project, ResourceId id) {
        FormEdits edits = new FormEdits(project, List.of(id));
        List<FieldPath> there = new ArrayList<>();
        project.declarations(id).stream()
                .findFirst()
                .flatMap(RandomEditsTest::value)
                .ifPresent(value -> paths(value, FieldPath.ROOT, there));
        return any(random, there).map(path -> switch (random.nextInt(4)) {
            case 0 -> edits.clear(path);
            case 1 ->
                edits.set(FieldPath.parse("metadata.labels").key("k" + random.nextInt(3)), "v" + random.nextInt(9));
            default -> edits.set(path, VALUES.get(random.nextInt(VALUES.size())));
        });
    }

    private static Optional<Object> value(Declaration place) {
        return place.document().value(place.declared().path());
    }

    private static void paths(Object value, FieldPath at, List<FieldPath> found) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> {
                if (inner != null && !List.of("kind", "apiVersion", "name").contains(String.valueOf(key))) {
                    found.add(at.key(String.valueOf(key)));
                    paths(inner, at.key(String.valueOf(key)), found);
                }
            });
        } else if (value instanceof List<?> list) {
            IntStream.range(0, list.size()).forEach(i -> {
                Object inner = list.get(i);
                if (inner != null) {
                    paths(inner, at.index(i), found);
                }
            });
        }
    }

    /// As typing does it; the text may be broken by that.
    private static Optional<Edit> text(Random random, Project project) {
        return any(random, List.copyOf(project.files().values())).map(file -> {
            int length = file.text().length();
            int start =
                    file.text().offsetByCodePoints(0, random.nextInt(file.text().codePointCount(0, length) + 1));
            int end = start < length && random.nextBoolean() ? file.text().offsetByCodePoints(start, 1) : start;
            String typed =
                    List.of("x", "\n", "  ", "- ", "# 注\n", "", "1", ": ", "'").get(random.nextInt(9));
            return new Edit.ChangeText(file.path(), new TextEdit(start, end, typed));
        });
    }

    /// As a line drawn on the canvas does it.
    private static Optional<Edit> connection(Random random, Project project, ResourceId one, ResourceId other) {
        List<Connection> possible =
                Connections.fit(one, other) ? Connections.between(project, End.of(one), End.of(other)) : List.of();
        return any(random, possible).map(connection -> connection.edit("/data/" + random.nextInt(3)));
    }

    private static Edit pattern(Random random, Project project) {
        List<Pattern> all = new ArrayList<>(Pattern.OBJECTS);
        all.addAll(Pattern.COMPOSED);
        Pattern pattern = all.get(random.nextInt(all.size()));
        String name = pattern.freeName(id -> !project.declarations(id).isEmpty());
        return new Edit.Composite(pattern.manifests(name).stream()
                .<Edit>map(yaml -> new Edit.AddObject("new" + random.nextInt(5) + ".yaml", yaml))
                .toList());
    }

    private static Optional<Edit> pasted(Random random, Project project, ResourceId id) {
        return ObjectText.of(project, id)
                .flatMap(text -> Paste.of(project, "Copied from a page:\n\n```yaml\n" + text + "```\n")
                        .toOptional())
                .filter(_ -> random.nextBoolean())
                .map(paste -> new Edit.Composite(paste.edits()));
    }

    private static DiagramChange drawing(Random random, ResourceId id) {
        return switch (random.nextInt(4)) {
            case 0 -> new DiagramChange.Lock(new TreeSet<>(List.of(id)), random.nextBoolean());
            case 1 -> new DiagramChange.Collapse(new TreeSet<>(List.of(id)), random.nextBoolean());
            case 2 -> new DiagramChange.HideKinds(new TreeSet<>(List.of(id.kind())));
            default ->
                new DiagramChange.PutNote(
                        new Note("n" + random.nextInt(3), "注 \"" + random.nextInt(9), new Position(8, 8), 120, 60));
        };
    }

    private static <T> Optional<T> any(Random random, List<T> some) {
        return some.isEmpty() ? Optional.empty() : Optional.of(some.get(random.nextInt(some.size())));
    }
}
