package drydock.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.validation.standard.RuleCatalogue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the schema of SARIF 2.1.0 demands, and what GitHub's code scanning needs beyond it
/// (`docs.github.com/en/code-security/code-scanning`, "SARIF support for code scanning").
class SarifTest {

    private static final String PODS = """
        apiVersion: v1
        kind: Pod
        metadata: {name: p}
        spec:
          containers:
          - {name: a, image: "a "}
          - {name: b, image: nginx}
          - {name: b, image: nginx, imge: x}
        """;

    @Test
    void aLogHasWhatTheSchemaDemandsAndNothingElse() {
        JsonNode log = log(PODS);

        assertThat(fields(log)).containsExactlyInAnyOrder("$schema", "version", "runs");
        assertThat(log.get("version").asString()).isEqualTo("2.1.0");
        assertThat(log.get("runs")).hasSize(1);
        JsonNode run = log.get("runs").get(0);
        assertThat(fields(run))
                .containsExactlyInAnyOrder(
                        "tool", "invocations", "automationDetails", "language", "columnKind", "results");
        assertThat(run.get("language").asString()).matches("[a-zA-Z]{2}(-[a-zA-Z]{2})?");
        assertThat(run.get("columnKind").asString()).isEqualTo("unicodeCodePoints");
        assertThat(run.get("invocations").get(0).get("executionSuccessful").asBoolean())
                .isTrue();
        assertThat(fields(run.get("tool"))).containsExactly("driver");
    }

    @Test
    void columnsCountWhatIsSeenAsOneCharacterOnce() {
        String text = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {a: \"😀\", b: true}\n";

        JsonNode region = log(text).at("/runs/0/results/0/locations/0/physicalLocation/region");
        Said said = Said.withInput(text, "check", "-");
        Said json = Said.withInput(text, "check", "--format", "json", "-");

        assertThat(region.get("startColumn").asInt()).isEqualTo(19);
        assertThat(region.get("endColumn").asInt()).isEqualTo(23);
        assertThat(said.out()).contains(":4:19: error: ");
        assertThat(json.out()).contains("\"column\" : 19");
    }

    @Test
    void aRuleSaysWhatItIsAndWhereItIsFrom() {
        JsonNode rules = log(PODS).get("runs").get(0).get("tool").get("driver").get("rules");

        assertThat(rules).hasSize(RuleCatalogue.all().size()).allSatisfy(rule -> {
            for (String text : List.of("shortDescription", "fullDescription", "help")) {
                assertThat(rule.get(text).get("text").asString()).isNotBlank();
            }
            assertThat(rule.get("shortDescription").get("text").asString()).hasSizeLessThan(1024);
            assertThat(rule.get("properties").get("precision").asString()).isIn("very-high", "high");
            assertThat(rule.get("properties").get("problem.severity").asString())
                    .isIn("error", "warning", "recommendation");
            assertThat(rule.get("properties").get("tags")).isNotEmpty();
        });
        assertThat(named(rules, "image").get("helpUri").asString())
                .isEqualTo(
                        "https://github.com/kubernetes/kubernetes/blob/v1.36.0/pkg/apis/core/validation/validation.go");
        assertThat(named(rules, "address").get("helpUri").asString())
                .endsWith("/v1.36.0/staging/src/k8s.io/apimachinery/pkg/util/validation/ip.go");
        assertThat(named(rules, "yaml-tab").get("helpUri").asString())
                .isEqualTo("https://github.com/kubernetes-sigs/yaml/blob/master/yaml.go");
        assertThat(named(rules, "file-empty").has("helpUri")).isFalse();
        assertThat(named(rules, "newer-kind").has("helpUri")).isFalse();
    }

    @Test
    void aResultStandsInAFileAtAPlaceThatIsThere() {
        List<JsonNode> results = results(PODS);

        assertThat(results).extracting(r -> r.get("ruleId").asString()).contains("image", "unknown-field");
        assertThat(results).allSatisfy(result -> {
            assertThat(result.get("level").asString()).isIn("error", "warning", "note");
            assertThat(result.get("message").get("text").asString()).isNotBlank();
            assertThat(result.get("ruleIndex").asInt()).isNotNegative();
            JsonNode place = result.get("locations").get(0).get("physicalLocation");
            assertThat(fields(place)).containsExactlyInAnyOrder("artifactLocation", "region");
            assertThat(place.get("artifactLocation").get("uri").asString()).isEqualTo("stdin");
            JsonNode region = place.get("region");
            assertThat(region.get("startLine").asInt()).isBetween(1, 9);
            assertThat(region.get("endLine").asInt())
                    .isGreaterThanOrEqualTo(region.get("startLine").asInt());
            assertThat(region.get("startColumn").asInt()).isPositive();
        });
    }

    @Test
    void aResultIsKnownAgainWhenLinesHaveMovedAndByNothingElse() {
        List<String> before = fingerprints(results(PODS));
        List<String> after = fingerprints(results("# a word\n\n" + PODS));
        List<String> renamed = fingerprints(results(PODS.replace("{name: p}", "{name: q}")));

        assertThat(before).doesNotHaveDuplicates().isEqualTo(after);
        assertThat(renamed).hasSameSizeAs(before).doesNotContainAnyElementsOf(before);
    }

    private static List<String> fingerprints(List<JsonNode> results) {
        return results.stream()
                .map(r -> r.get("partialFingerprints")
                        .get("primaryLocationLineHash")
                        .asString())
                .toList();
    }

    private List<JsonNode> results(String text) {
        List<JsonNode> results = new ArrayList<>();
        log(text).get("runs").get(0).get("results").forEach(results::add);
        return results;
    }

    private JsonNode log(String text) {
        return JsonMapper.shared()
                .readTree(
                        Said.withInput(text, "check", "--format", "sarif", "-").out());
    }

    private static Set<String> fields(JsonNode node) {
        return new HashSet<>(node.propertyNames());
    }

    private static JsonNode named(JsonNode rules, String name) {
        return StreamSupport.stream(rules.spliterator(), false)
                .filter(rule -> rule.get("id").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
