package drydock.model.edit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import drydock.model.diagram.DiagramFile;
import drydock.model.diagram.Position;
import drydock.model.manifest.FieldPath;
import drydock.model.manifest.ManifestFile;
import drydock.model.manifest.ProblemText;
import drydock.model.manifest.TextEdit;
import drydock.model.manifest.TextProblem;
import drydock.model.manifest.TextSpan;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditTest {

    private static final ResourceId RC = new ResourceId("", "ReplicationController", "default", "web");
    private static final ResourceId A = new ResourceId("", "ConfigMap", "default", "a");
    private static final FieldPath REPLICAS = FieldPath.of("spec", "replicas");
    private static final String TEXT = """
        # four of them
        apiVersion: v1
        kind: ReplicationController
        metadata:
          name: web   # the name
        spec:
          replicas: 4 # many
          selector: {app: web}
        """;

    private final Project project =
            project(ManifestFile.parse("rc.yaml", TEXT), ManifestFile.parse("a.yaml", map("a")));

    @Test
    void settingAFieldChangesOnlyItsValue() {
        Project after = done(new Edit.SetField(RC, REPLICAS, 2));

        assertThat(text(after, "rc.yaml")).isEqualTo(TEXT.replace("replicas: 4", "replicas: 2"));
        assertThat(after.file("a.yaml")).isEqualTo(project.file("a.yaml"));
    }

    @Test
    void removingAFieldTakesItsLine() {
        Project after = done(new Edit.RemoveField(RC, REPLICAS));

        assertThat(text(after, "rc.yaml")).doesNotContain("replicas: 4").contains("# four of them", "# the name");
        assertThat(after.declarations(RC)).hasSize(1);
    }

    @Test
    void renamingAFieldLeavesItsValueAndItsComment() {
        Project after = done(new Edit.RenameField(RC, REPLICAS, "minReadySeconds"));

        assertThat(text(after, "rc.yaml")).isEqualTo(TEXT.replace("replicas: 4 # many", "minReadySeconds: 4 # many"));
        assertThat(new Edit.RenameField(RC, FieldPath.of("spec", "none"), "some").applyTo(project))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void renamingByFieldGivesTheObjectAnotherId() {
        Project after = done(new Edit.SetField(RC, FieldPath.of("metadata", "name"), "shop"));

        assertThat(after.find(RC)).isEmpty();
        assertThat(after.find(new ResourceId("", "ReplicationController", "default", "shop")))
                .isPresent();
    }

    @Test
    void aFigureStaysWhereItIsWhileItsObjectIsRenamed() {
        ResourceId shop = new ResourceId("", "ReplicationController", "default", "shop");
        Project moved = project.withDiagram(project.diagram().withPositions(Map.of(RC, new Position(5, 6))));
        int start = TEXT.indexOf("web");

        Project typed = new Edit.ChangeText("rc.yaml", new TextEdit(start, start + 3, "shop"))
                .applyTo(moved)
                .toOptional()
                .orElseThrow();

        assertThat(typed.diagram().positions()).containsOnly(Map.entry(shop, new Position(5, 6)));
    }

    @Test
    void aCopyThatGetsAnotherNameLeavesTheFirstInItsPlace() {
        Project twice = project.withFile(ManifestFile.parse("copy.yaml", TEXT));
        Project moved = twice.withDiagram(twice.diagram().withPositions(Map.of(RC, new Position(5, 6))));
        int start = TEXT.indexOf("web");

        Project typed = new Edit.ChangeText("copy.yaml", new TextEdit(start, start + 3, "shop"))
                .applyTo(moved)
                .toOptional()
                .orElseThrow();

        assertThat(typed.diagram().positions()).containsOnlyKeys(RC);
    }

    @Test
    void anItemOfAListIsChangedInItsPlace() {
        String list =
                "apiVersion: v1\nkind: List\nitems:\n- " + map("b").strip().replace("\n", "\n  ") + "\n- "
                        + TEXT.lines().skip(1).collect(Collectors.joining("\n  ")) + "\n";
        Project items = project(ManifestFile.parse("list.yaml", list));

        Project set =
                new Edit.SetField(RC, REPLICAS, 2).applyTo(items).toOptional().orElseThrow();
        Project removed = new Edit.RemoveObject(RC).applyTo(items).toOptional().orElseThrow();

        assertThat(text(set, "list.yaml")).isEqualTo(list.replace("replicas: 4", "replicas: 2"));
        assertThat(removed.objects())
                .singleElement()
                .satisfies(o -> assertThat(o.getMetadata().getName()).isEqualTo("b"));
    }

    @Test
    void typingNeedNotBeReadable() {
        Project after = done(new Edit.ChangeText("rc.yaml", new TextEdit(0, 0, "a: [")));

        assertThat(text(after, "rc.yaml")).isEqualTo("a: [" + TEXT);
        assertThat(after.problems()).isNotEmpty();
        assertThat(refused(after, new Edit.SetField(RC, REPLICAS, 2))).isInstanceOf(Refusal.TextBroken.class);
    }

    @Test
    void aChangeBeyondTheTextOrWithinACharacterIsRefused() {
        Project odd = project(ManifestFile.parse("o.yaml", "# 😀\n"));

        assertThat(refused(odd, new Edit.ChangeText("o.yaml", new TextEdit(0, 99, ""))))
                .isEqualTo(new Refusal.OutsideText("o.yaml", 0, 99));
        assertThat(refused(odd, new Edit.ChangeText("o.yaml", new TextEdit(3, 4, ""))))
                .isInstanceOf(Refusal.OutsideText.class);
        assertThat(refused(odd, new Edit.ChangeText("o.yaml", new TextEdit(0, 0, "\uD83D"))))
                .isInstanceOf(Refusal.OutsideText.class);
        assertThat(refused(odd, new Edit.ChangeText("gone.yaml", new TextEdit(0, 0, ""))))
                .isEqualTo(new Refusal.FileGone("gone.yaml"));
    }

    @Test
    void noEditChangesAFileThatIsNotUtf8() {
        byte[] latin = "# caf\u00e9\napiVersion: v1\nkind: Pod\nmetadata: {name: l}\n---\n".getBytes(ISO_8859_1);
        Project foreign = project.withFile(ManifestFile.read("l.yaml", latin));

        assertThat(refused(foreign, new Edit.ChangeText("l.yaml", new TextEdit(0, 1, ""))))
                .isEqualTo(new Refusal.NotUtf8("l.yaml"));
        assertThat(refused(foreign, new Edit.AddObject("l.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: new}\n")))
                .isEqualTo(new Refusal.NotUtf8("l.yaml"));
    }

    @Test
    void aFileThatIsNotUtf8IsNotChanged() {
        byte[] latin = "# caf\u00e9\napiVersion: v1\n".getBytes(ISO_8859_1);
        Project odd = project(ManifestFile.read("l.yaml", latin));

        assertThat(refused(odd, new Edit.ChangeText("l.yaml", new TextEdit(0, 0, "#"))))
                .isEqualTo(new Refusal.NotUtf8("l.yaml"));
    }

    @Test
    void whatIsGoneCannotBeChanged() {
        ResourceId gone = new ResourceId("", "Pod", "default", "gone");

        assertThat(refused(project, new Edit.SetField(gone, REPLICAS, 1))).isEqualTo(new Refusal.ObjectGone(gone));
        assertThat(refused(project, new Edit.RemoveObject(gone))).isEqualTo(new Refusal.ObjectGone(gone));
        assertThat(refused(project, new Edit.RemoveFile("gone.yaml"))).isEqualTo(new Refusal.FileGone("gone.yaml"));
    }

    @Test
    void anObjectThatIsDeclaredTwiceIsNotChangedByGuessing() {
        Project twice = project(ManifestFile.parse("1.yaml", TEXT), ManifestFile.parse("2.yaml", TEXT));

        assertThat(refused(twice, new Edit.SetField(RC, REPLICAS, 1)))
                .isEqualTo(new Refusal.DeclaredTwice(RC, List.of("1.yaml", "2.yaml")));
    }

    @Test
    void aFieldWithinAPlainValueCannotBeSet() {
        FieldPath below = FieldPath.of("spec", "replicas", "deeper");

        assertThat(refused(project, new Edit.SetField(RC, below, 1)))
                .isInstanceOfSatisfying(
                        Refusal.FieldNotEditable.class,
                        r -> assertThat(r.field()).isEqualTo(below));
        assertThat(refused(project, new Edit.RemoveField(RC, FieldPath.of("spec", "nothing"))))
                .isInstanceOf(Refusal.FieldNotEditable.class);
    }

    @Test
    void anObjectIsAddedAtTheEndOfAFileOrInANewOne() {
        Project appended = done(new Edit.AddObject("rc.yaml", map("b")));
        Project fresh = done(new Edit.AddObject("new/b.yaml", map("b")));

        assertThat(text(appended, "rc.yaml"))
                .startsWith(TEXT)
                .endsWith(map("b"))
                .contains("---");
        assertThat(appended.objects()).hasSize(3);
        assertThat(text(fresh, "new/b.yaml")).isEqualTo(map("b"));
    }

    @Test
    void behindJsonNothingIsAddedButInTheYamlOfTheSameName() {
        Project json = Project.of(
                List.of(ManifestFile.parse(
                        "a.json",
                        "{\"apiVersion\": \"v1\", \"kind\": \"ConfigMap\", \"metadata\": {\"name\": \"a\"}}")),
                DiagramFile.ABSENT);

        Project added = new Edit.Composite(
                        List.of(new Edit.AddObject("a.json", map("b")), new Edit.AddObject("a.JSON", map("c"))))
                .applyTo(json)
                .toOptional()
                .orElseThrow();

        assertThat(added.file("a.json")).isEqualTo(json.file("a.json"));
        assertThat(added.file("a.yaml").orElseThrow().text()).isEqualTo(map("b") + "---\n" + map("c"));
    }

    @Test
    void whatIsNoObjectIsNotAdded() {
        assertThat(refused(project, new Edit.AddObject("rc.yaml", "a: ["))).isInstanceOf(Refusal.NoObject.class);
        assertThat(refused(project, new Edit.AddObject("rc.yaml", "# nothing\n")))
                .isInstanceOf(Refusal.NoObject.class);
        assertThat(refused(project, new Edit.AddObject("b.yaml", map("a")))).isEqualTo(new Refusal.ObjectExists(A));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../b.yaml", "/b.yaml", "b.txt", "", "drydock.json", "sub/../../b.yaml"})
    void aPathOutOfTheProjectIsRefused(String path) {
        assertThat(refused(project, new Edit.AddObject(path, map("b")))).isEqualTo(new Refusal.BadPath(path));
        assertThat(refused(project, new Edit.AddFile(path, map("b")))).isEqualTo(new Refusal.BadPath(path));
    }

    @Test
    void removingAnObjectTakesItsPlaceAndItsBlankFile() {
        Project moved = project.withDiagram(
                project.diagram().withPositions(Map.of(A, new Position(1, 1), RC, new Position(2, 2))));

        Project after = new Edit.RemoveObject(A).applyTo(moved).toOptional().orElseThrow();

        assertThat(after.files()).containsOnlyKeys("rc.yaml");
        assertThat(after.diagram().positions()).containsOnlyKeys(RC);
    }

    @Test
    void nothingIsAddedToAJsonFileThatWouldNotBeJsonThen() {
        Project json = project(ManifestFile.parse(
                "j.json", "{\"apiVersion\": \"v1\", \"kind\": \"ConfigMap\", \"metadata\": {\"name\": \"j\"}}"));

        Outcome<Project> outcome = new Edit.AddObject("j.json", map("b")).applyTo(json);

        assertThat(outcome.toOptional().map(Project::problems).orElse(List.of()))
                .isEmpty();
    }

    @Test
    void removingOneOfSeveralDocumentsLeavesTheOthersAsTheyAre() {
        Project three = project(ManifestFile.parse("m.yaml", map("a") + "---\n" + TEXT + "---\n" + map("c")));

        Project after = new Edit.RemoveObject(RC).applyTo(three).toOptional().orElseThrow();

        assertThat(after.objects()).extracting(o -> o.getMetadata().getName()).containsExactly("a", "c");
        assertThat(text(after, "m.yaml")).startsWith(map("a")).endsWith(map("c"));
    }

    @Test
    void figuresAreMovedWithoutTouchingAnyText() {
        Project after = done(new Edit.MoveFigures(Map.of(A, new Position(7, 8))));

        assertThat(after.files()).isEqualTo(project.files());
        assertThat(after.diagram().position(A)).hasValue(new Position(7, 8));
    }

    @Test
    void theDiagramOfANewerProgramIsNotChanged() {
        Project newer = project.withDiagramFile(DiagramFile.read("{\"formatVersion\": 9}".getBytes(UTF_8)));

        assertThat(refused(newer, new Edit.MoveFigures(Map.of(A, new Position(7, 8)))))
                .isEqualTo(new Refusal.DiagramIsNewer());
    }

    @Test
    void filesAreAddedAndRemoved() {
        assertThat(text(done(new Edit.AddFile("b.yaml", "a: [")), "b.yaml")).isEqualTo("a: [");
        assertThat(refused(project, new Edit.AddFile("a.yaml", ""))).isEqualTo(new Refusal.FileExists("a.yaml"));
        assertThat(done(new Edit.RemoveFile("a.yaml")).files()).containsOnlyKeys("rc.yaml");
        assertThat(text(done(new Edit.PutFile(ManifestFile.parse("a.yaml", "# new"))), "a.yaml"))
                .isEqualTo("# new");
    }

    @Test
    void severalEditsAreMadeTogetherOrNotAtAll() {
        Edit good = new Edit.SetField(RC, REPLICAS, 2);
        Edit bad = new Edit.RemoveFile("gone.yaml");

        Project both = done(new Edit.Composite(List.of(good, new Edit.SetField(RC, REPLICAS, 3))));

        assertThat(text(both, "rc.yaml")).contains("replicas: 3 # many");
        assertThat(refused(project, new Edit.Composite(List.of(good, bad))))
                .isEqualTo(new Refusal.FileGone("gone.yaml"));
        assertThat(done(new Edit.Composite(List.of()))).isSameAs(project);
    }

    @Test
    void aValueIsCopiedAndMustBeOneOfAField() {
        List<Object> list = new ArrayList<>(Arrays.asList("a", null, 1));
        Edit.SetField edit = new Edit.SetField(RC, REPLICAS, list);
        list.clear();

        assertThat(edit.value()).isEqualTo(Arrays.asList("a", null, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Edit.SetField(RC, REPLICAS, new Object()));
    }

    @Test
    void everyRefusalAndEveryLabelHasAnEnglishAndAChineseText() {
        ProblemText bad = ProblemText.of("notUtf8");
        List<Refusal> refusals = List.of(
                new Refusal.ObjectGone(A),
                new Refusal.TextBroken("a.yaml", new TextProblem("r", new TextSpan(0, 0, 12345, 1), bad)),
                new Refusal.DeclaredTwice(A, List.of("a.yaml", "b.yaml")),
                new Refusal.ObjectExists(A),
                new Refusal.NoObject(Optional.empty()),
                new Refusal.FieldNotEditable(A, REPLICAS, bad),
                new Refusal.FileNotEditable("a", bad),
                new Refusal.FileGone("a"),
                new Refusal.FileExists("a"),
                new Refusal.BadPath("a"),
                new Refusal.OutsideText("a", 1, 2),
                new Refusal.NotUtf8("a"),
                new Refusal.DiagramIsNewer());

        for (Refusal refusal : refusals) {
            String english = refusal.message(Locale.ENGLISH);
            assertThat(english)
                    .isNotBlank()
                    .doesNotContain("{")
                    .isNotEqualTo(refusal.message(Locale.SIMPLIFIED_CHINESE));
        }
        assertThat(refusals.get(1).message(Locale.ENGLISH)).contains("line 12345");
        assertThat(EditMessages.text(new Edit.MoveFigures(Map.of()).label(), Locale.ENGLISH))
                .isEqualTo("Move");
        assertThat(EditMessages.text(
                        new Edit.Composite(List.of(new Edit.RemoveFile("a"), new Edit.RemoveFile("b"))).label(),
                        Locale.SIMPLIFIED_CHINESE))
                .isEqualTo("删除文件");
    }

    private Project done(Edit edit) {
        return edit.applyTo(project).toOptional().orElseThrow();
    }

    private static Refusal refused(Project project, Edit edit) {
        Outcome<Project> outcome = edit.applyTo(project);
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<Project>) outcome).reason();
    }

    private static String text(Project project, String path) {
        return project.file(path).orElseThrow().text();
    }

    private static Project project(ManifestFile... files) {
        return Project.of(List.of(files), DiagramFile.ABSENT);
    }

    private static String map(String name) {
        return "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: " + name + "\n";
    }
}
