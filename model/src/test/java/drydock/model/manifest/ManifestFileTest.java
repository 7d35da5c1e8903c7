package drydock.model.manifest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Service;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ManifestFileTest {

    private static final String SERVICE = """
        # the way in
        apiVersion: v1
        kind: Service
        metadata:
          name: web   # its name
        spec:
          ports:
          - port: 0o120
            targetPort: "8080"
          selector: {app: web, tier: 'y'}
        """;

    @Test
    void aDocumentHasItsObjectItsIdAndItsValues() {
        ManifestFile file = ManifestFile.parse("a.yaml", SERVICE);

        ManifestDocument document = file.documents().getFirst();

        assertThat(file.problems()).isEmpty();
        assertThat(document.id()).contains(new ResourceId("", "Service", "default", "web"));
        assertThat(document.object().orElseThrow()).isInstanceOf(Service.class);
        assertThat(document.value(FieldPath.parse("spec.ports[0]"))).contains(Map.of("port", 80, "targetPort", "8080"));
        assertThat(document.value(FieldPath.parse("spec.selector"))).contains(Map.of("app", "web", "tier", "y"));
        assertThat(document.value(FieldPath.parse("spec.none[3].at"))).isEmpty();
    }

    @Test
    void everyValueKnowsWhereItStands() {
        ManifestDocument document =
                ManifestFile.parse("a.yaml", "# 😀\n" + SERVICE).documents().getFirst();

        TextSpan name = document.spanOf(FieldPath.parse("metadata.name"));
        TextSpan tier = document.keySpanOf(FieldPath.parse("spec.selector.tier"));

        assertThat(name).isEqualTo(new TextSpan(65, 68, 6, 9));
        assertThat(tier.line()).isEqualTo(11);
        assertThat(tier.column()).isEqualTo(24);
        assertThat(document.spanOf(FieldPath.parse("metadata.labels.app")).line())
                .isEqualTo(6);
    }

    @Test
    void aBrokenDocumentHidesNoOther() {
        String text = SERVICE + "---\na: \"open\nb: [\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: p}\n";

        ManifestFile file = ManifestFile.parse("a.yaml", text);

        assertThat(file.documents()).hasSize(3);
        assertThat(file.documents().get(1).root()).isEmpty();
        assertThat(file.documents().get(2).object().orElseThrow()).isInstanceOf(Pod.class);
        assertThat(file.problems()).singleElement().satisfies(p -> {
            assertThat(p.rule()).isEqualTo("yaml-syntax");
            assertThat(p.span().line()).isEqualTo(12);
            assertThat(p.span().column()).isEqualTo(4);
        });
    }

    @Test
    void separatorsDirectivesAndCommentsMakeNoDocuments() {
        assertThat(ids("# only\n---\n# comments\n---\n")).isEmpty();
        assertThat(ids("%YAML 1.1\n---\na: 1\n...\n%YAML 1.1\n---\nb: 2\n...\n# end\n"))
                .hasSize(2);
        assertThat(ids("--- {a: 1}\n--- # none\n---\tb\n")).hasSize(2);
        assertThat(ids("a: |\n  x\n  --- y\n---not: b\n")).hasSize(1);
        assertThat(ids("a: 1\r\n---\r\nb: 2\r\n---\r\n")).hasSize(2);
        assertThat(ids("\uFEFFa: 1")).hasSize(1);
    }

    private static List<ManifestDocument> ids(String text) {
        return ManifestFile.read("a.yaml", text.getBytes(UTF_8)).documents();
    }

    @Test
    void unchangedBytesStayAsTheyWere() {
        byte[] marked = "\uFEFFa: 1\r\nb: ü".getBytes(UTF_8);
        byte[] latin = "kind: Pod # ü\n---\na: 1\n".getBytes(ISO_8859_1);

        ManifestFile utf8 = ManifestFile.read("a.yaml", marked);
        ManifestFile foreign = ManifestFile.read("b.yaml", latin);

        assertThat(utf8.bytes()).isEqualTo(marked);
        assertThat(utf8.text()).isEqualTo("a: 1\r\nb: ü");
        assertThat(utf8.withText("a: 2").bytes()).isEqualTo("\uFEFFa: 2".getBytes(UTF_8));
        assertThat(foreign.bytes()).isEqualTo(latin);
        assertThat(foreign.isUtf8()).isFalse();
        assertThat(foreign.problems().getFirst()).satisfies(p -> {
            assertThat(p.rule()).isEqualTo("text-encoding");
            assertThat(p.span()).isEqualTo(new TextSpan(12, 13, 1, 13));
        });
        assertThat(foreign.documents().get(1).value(FieldPath.of("a"))).contains(1);
    }

    @Test
    void anUnknownKindIsAnObjectToo() {
        ManifestFile file = ManifestFile.parse(
                "a.yaml",
                "apiVersion: example.com/v1\nkind: Boat\nmetadata: {name: b, namespace: north}\nspec: {sails: 2}\n");

        ManifestDocument document = file.documents().getFirst();

        assertThat(document.object().orElseThrow())
                .isInstanceOfSatisfying(
                        GenericKubernetesResource.class,
                        boat -> assertThat(boat.<Integer>get("spec", "sails")).isEqualTo(2));
        assertThat(document.id()).contains(new ResourceId("example.com", "Boat", "north", "b"));
    }

    @Test
    void everyKindKnownByNameHasItsClass() {
        for (ResourceKind kind : Kinds.all()) {
            assertThat(ModelClasses.of(kind.apiVersion(), kind.kind()).getSimpleName())
                    .isEqualTo(kind.kind());
        }
        assertThat(ModelClasses.of("example.com/v1", "Service")).isEqualTo(GenericKubernetesResource.class);
    }

    @Test
    void aTypeThatDoesNotFitIsAProblemAtItsField() {
        ManifestFile file = ManifestFile.parse(
                "a.yaml",
                "apiVersion: v1\n"
                        + "kind: Pod\n"
                        + "metadata: {name: p}\n"
                        + "spec:\n"
                        + "  containers:\n"
                        + "  - name: c\n"
                        + "    ports: {a: b}\n");

        assertThat(file.documents().getFirst().object()).isEmpty();
        assertThat(file.documents().getFirst().id()).isPresent();
        assertThat(file.problems()).singleElement().satisfies(p -> {
            assertThat(p.rule()).isEqualTo("object-type");
            assertThat(p.field()).hasToString("spec.containers[0].ports");
            assertThat(p.span().line()).isEqualTo(7);
            assertThat(p.span().column()).isEqualTo(12);
        });
    }

    @Test
    void theItemsOfAListAreDeclaredByTheirPaths() {
        ManifestFile file = ManifestFile.parse(
                "a.yaml",
                "apiVersion: v1\n"
                        + "kind: List\n"
                        + "items:\n"
                        + "- apiVersion: v1\n"
                        + "  kind: Pod\n"
                        + "  metadata: {name: p}\n"
                        + "- {kind: Pod}\n");

        ManifestDocument document = file.documents().getFirst();

        assertThat(document.id()).isEmpty();
        assertThat(document.declared()).hasSize(2);
        assertThat(document.declared().getFirst().path()).hasToString("items[0]");
        assertThat(document.declared().getFirst().object().orElseThrow()).isInstanceOf(Pod.class);
        assertThat(file.problems())
                .singleElement()
                .satisfies(p -> assertThat(p.field()).hasToString("items[1].apiVersion"));
    }

    @Test
    void aListWithinAListIsTakenApart() {
        ManifestFile file = ManifestFile.parse("a.yaml", """
            apiVersion: v1
            kind: List
            items:
            - {apiVersion: v1, kind: Pod, metadata: {name: a}}
            - apiVersion: v1
              kind: List
              items:
              - {apiVersion: v1, kind: Pod, metadata: {name: b}}
            """);

        assertThat(file.problems()).isEmpty();
        assertThat(file.documents().getFirst().declared())
                .extracting(declared ->
                        declared.path() + " " + declared.id().orElseThrow().name())
                .containsExactly("items[0] a", "items[1].items[0] b");
    }

    @Test
    void itemsOfATypedListHaveTheKindOfTheList() {
        ManifestFile file = ManifestFile.parse("a.yaml", """
            apiVersion: v1
            kind: PodList
            items:
            - metadata: {name: a}
            - {kind: Pod, metadata: {name: b}}
            """);

        assertThat(file.documents().getFirst().declared().getFirst().object().orElseThrow())
                .isInstanceOf(Pod.class);
        assertThat(file.documents()
                        .getFirst()
                        .object(FieldPath.of("items", 0))
                        .orElseThrow()
                        .fields())
                .containsKeys("apiVersion", "kind", "metadata");
        assertThat(file.problems())
                .singleElement()
                .satisfies(p -> assertThat(p.field()).hasToString("items[1].apiVersion"));
    }

    @Test
    void itemsOfATypedListWithinAListHaveNoKindOfTheirOwn() {
        ManifestFile file = ManifestFile.parse("a.yaml", """
            apiVersion: v1
            kind: List
            items:
            - apiVersion: v1
              kind: PodList
              items:
              - metadata: {name: a}
            """);

        assertThat(file.problems())
                .extracting(p -> p.field().toString())
                .containsExactly("items[0].items[0].apiVersion", "items[0].items[0].kind");
    }

    @Test
    void anchorsMergesAndTagsAreFollowedAndNothingIsMade() {
        ManifestFile file = ManifestFile.parse("a.yaml", """
            base: &b {x: 1, y: 2, "<<": s}
            over:
              <<: *b
              x: 3
            late: {x: 4, <<: [*b, {x: 5, z: 6}]}
            t: !!javax.script.ScriptEngineManager [!!java.net.URL ["http://x"]]
            s: !foo 12
            str: !!str 12
            i: !!int "12"
            d: 2001-12-14
            bin: !!binary aGk=
            8080: port
            """);

        ManifestDocument document = file.documents().getFirst();

        assertThat(document.value(FieldPath.of("over"))).contains(Map.of("x", 3, "true", 2, "<<", "s"));
        assertThat(document.value(FieldPath.of("late"))).contains(Map.of("x", 1, "true", 2, "<<", "s", "z", 6));
        assertThat(document.value(FieldPath.of("t"))).contains(List.of(List.of("http://x")));
        assertThat(document.value(FieldPath.of("s"))).contains("12");
        assertThat(document.value(FieldPath.of("str"))).contains("12");
        assertThat(document.value(FieldPath.of("i"))).contains(12);
        assertThat(document.value(FieldPath.of("d"))).contains("2001-12-14");
        assertThat(document.value(FieldPath.of("bin"))).contains("hi");
        assertThat(document.value(FieldPath.of("8080"))).contains("port");
    }

    @Test
    void anEditKeepsTheDocumentsThatItDoesNotTouch() {
        ManifestFile file = ManifestFile.parse("a.yaml", SERVICE + "---\n" + SERVICE.replace("web", "db"));

        ManifestFile changed = file.withEdit(new TextEdit(0, 0, "# one\n# more\n"));

        assertThat(changed.documents().get(1).content())
                .isSameAs(file.documents().get(1).content());
        assertThat(changed.documents().get(1).object())
                .isEqualTo(file.documents().get(1).object());
        TextSpan before = file.documents().get(1).spanOf(FieldPath.parse("metadata.name"));
        assertThat(changed.documents().get(1).spanOf(FieldPath.parse("metadata.name")))
                .isEqualTo(before.shifted(13, 2));
    }
}
