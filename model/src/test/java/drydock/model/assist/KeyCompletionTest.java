package drydock.model.assist;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.resource.Schema;
import org.junit.jupiter.api.Test;

class KeyCompletionTest {

    private static final String POD = """
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
          - name: web
            image: nginx
        """;

    @Test
    void requiredKeysComeFirstAndThoseThatAreThereAreLeftOut() {
        Typed typed = Typed.of(POD + "    ‸\n");

        assertThat(typed.labels()).contains("imagePullPolicy", "ports").doesNotContain("name", "image");
        assertThat(Typed.of(POD + "  - ‸").labels().getFirst()).isEqualTo("name");
    }

    @Test
    void aHalfWrittenKeyIsCompletedThoughTheTextCannotBeRead() {
        Typed typed = Typed.of(POD + "    imageP‸\n  restartPolicy: [");

        assertThat(typed.labels()).startsWith("imagePullPolicy");
        assertThat(typed.taking("imagePullPolicy")).contains("    imagePullPolicy: \n");
    }

    @Test
    void aKeyBelowAHalfWrittenOneIsTakenInItsPlace() {
        Typed typed = Typed.of("apiVersion: v1\nkind: Pod\nspec:\n  ‸\n");

        assertThat(typed.labels().getFirst()).isEqualTo("containers");
        assertThat(typed.taking("containers")).endsWith("spec:\n  containers:\n  - \n");
        assertThat(typed.taking("securityContext")).endsWith("spec:\n  securityContext:\n    \n");
    }

    @Test
    void listsAreIndentedAsTheDocumentHasThem() {
        String text = "apiVersion: v1\nkind: Pod\nspec:\n    containers:\n      - name: a\n        por‸";

        assertThat(Typed.of(text).taking("ports")).endsWith("        ports:\n          - ");
        assertThat(Typed.of(text).taking("ports")).contains("kind: Pod");
    }

    @Test
    void whatStandsBehindTheCaretOfAKeyStays() {
        Typed typed = Typed.of(POD.replace("image: nginx", "ima‸: nginx"));

        assertThat(typed.taking("image")).contains("    image: nginx\n");
    }

    @Test
    void theHeadOfADocumentIsOfferedWhereNothingIs() {
        assertThat(Typed.of("‸").labels()).containsExactly("apiVersion", "kind", "metadata", "spec");
        assertThat(Typed.of("apiVersion: apps/v1\nkind: ‸").labels())
                .contains("Deployment", "StatefulSet")
                .doesNotContain("Pod");
        assertThat(Typed.of("kind: Deployment\napiVersion: ‸").labels())
                .contains("apps/v1")
                .doesNotContain("v1");
    }

    @Test
    void itemsOfAListAndDeeperPlacesAreKnown() {
        String text = "apiVersion: v1\nkind: List\nitems:\n- apiVersion: apps/v1\n  kind: Deployment\n  spec:\n    ‸";

        assertThat(Typed.of(text).labels()).startsWith("selector", "template");
    }

    @Test
    void windowsLineEndsTabsAndChineseDoNotDisturb() {
        String text = "# 网页\r\napiVersion: v1\r\nkind: Pod\r\nmetadata:\r\n  name: 网页\r\nspec:\r\n  host‸\r\n";

        assertThat(Typed.of(text).labels()).contains("hostNetwork", "hostname");
        assertThat(Typed.of("apiVersion: v1\nkind: Pod\nspec:\n\t‸").labels()).contains("containers");
    }

    @Test
    void jsonIsCompletedWithQuotes() {
        String text = """
            {
              "apiVersion": "v1",
              "kind": "Pod",
              "spec": {
                "containers": [{"name": "web", "ima‸"}]
              }
            }\
            """;

        assertThat(Typed.of(text).labels())
                .startsWith("image", "imagePullPolicy")
                .doesNotContain("name");
        assertThat(Typed.of(text).taking("image")).contains("\"name\": \"web\", \"image\": }]");
        assertThat(Typed.of("{\"apiVersion\": \"v1\", \"kind\": \"Pod\", \"spec\": {‸")
                        .labels())
                .contains("containers");
    }

    @Test
    void nothingIsOfferedInCommentsBlocksAndBehindSeparators() {
        assertThat(Typed.of(POD + "    # ima‸").labels()).isEmpty();
        assertThat(Typed.of("apiVersion: v1\nkind: ConfigMap\ndata:\n  a: |\n    na‸\n    me\nb: c")
                        .labels())
                .isEmpty();
        assertThat(Typed.of(POD + "---‸\n").labels()).isEmpty();
        assertThat(Typed.of(POD + "    image: a b: ‸").labels()).isEmpty();
    }

    @Test
    void unknownKindsAndFieldsHaveNoProposals() {
        assertThat(Typed.of("apiVersion: a.b/v1\nkind: Thing\nspec:\n  ‸").labels())
                .isEmpty();
        assertThat(Typed.of(POD + "  nonsense:\n    ‸").labels()).isEmpty();
    }

    @Test
    void anyPlaceOfAnyBrokenTextHasAnAnswer() {
        String broken = "a: {b: [c, \"d\n- - x: 'y\n\t? k\n: v\n  &a *b !!c |\n   }\n]: : -\n---\n{\"a\": [1, {}";
        for (int offset = 0; offset <= broken.length(); offset++) {
            String text = POD + broken;

            assertThat(Completion.at(Typed.of(POD + "‸").project(), text, POD.length() + offset))
                    .isNotNull();
            assertThat(FieldNotes.at(Schema.kubernetes(), text, POD.length() + offset))
                    .isNotNull();
        }
    }
}
