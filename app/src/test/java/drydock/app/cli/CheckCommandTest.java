package drydock.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import drydock.model.validation.standard.RuleCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckCommandTest {

    private static final String POD = """
        apiVersion: v1
        kind: Pod
        metadata:
          name: p
        spec:
          containers:
          - name: a
            image: 'a '
        """;

    private static final String SERVICE = """
        apiVersion: v1
        kind: Service
        metadata:
          name: s
        spec:
          selector: {app: nobody}
          ports: [{port: 80}]
        """;

    private static final String OLD = """
        apiVersion: policy/v1beta1 # as it was
        kind: Eviction
        metadata:
          name: é
        """;

    @TempDir
    Path folder;

    @Test
    void aFindingIsOneLineWithWhatToDoBelowItAndCountsAreTheLast() throws IOException {
        Said said = Said.by(
                "check", "--severity", "warning", write("a.yaml", POD.replace("name: a", "name: a\n    colour: red")));

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).isEmpty();
        assertThat(said.out().lines().toList().getFirst())
                .isEqualTo(
                        folder.toRealPath() + "/a.yaml:8:5: error: There is no field spec.containers[0].colour in this"
                                + " kind. [unknown-field]");
        assertThat(said.out().lines().toList().get(1)).startsWith("    Check the spelling");
        assertThat(said.out().lines().toList().getLast()).endsWith(" in 1 object of 1 file.");
        assertThat(said.out()).doesNotContain("\u001B");
    }

    @Test
    void filesInTheWorkingFolderAreNamedByTheWayToThem() {
        ShownPaths paths = new ShownPaths(Path.of("/home/me/shop"), Optional.of(Path.of("/home/me/shop/k8s")));

        assertThat(paths.name("a/web.yaml")).isEqualTo("k8s/a/web.yaml");
        assertThat(new ShownPaths(Path.of("/elsewhere"), paths.root()).name("web.yaml"))
                .isEqualTo("/home/me/shop/k8s/web.yaml");
        assertThat(paths.name("-")).isEqualTo("-");
        assertThat(paths.uri("-")).isEqualTo("stdin");
    }

    @Test
    void theSeveritySaysWhatIsShownAndWhatCounts() throws IOException {
        String file = write("a.yaml", SERVICE);

        assertThat(Said.by("check", file).code()).isEqualTo(1);
        assertThat(Said.by("check", "--severity", "advice", file).code()).isEqualTo(1);
        Said errors = Said.by("check", "--severity", "error", file);
        assertThat(errors.code()).isZero();
        assertThat(errors.out()).doesNotContain("selects-nothing");
        assertThat(Said.by("check", "--severity", "grave", file).code()).isEqualTo(2);
    }

    @Test
    void onlyTheNamedRulesCheck() throws IOException {
        String file = write("a.yaml", POD + "---\n" + SERVICE);

        assertThat(Said.by("check", file).out()).contains("[image]", "[selects-nothing]");
        assertThat(Said.by("check", "--rule", "image", file).out())
                .contains("[image]")
                .doesNotContain("[selects-nothing]");
        assertThat(Said.by("check", "--rule", "image", "--rule", "selects-nothing", file)
                        .out())
                .contains("[image]", "[selects-nothing]");
    }

    @Test
    void aRuleThatIsNotThereIsWrongUseAndNamesThoseThatAre() throws IOException {
        String file = write("a.yaml", POD);

        for (String option : new String[] {"--rule", "--off"}) {
            Said said = Said.by("check", option, "unknown-feild", file);
            assertThat(said.code()).isEqualTo(2);
            assertThat(said.err()).contains("unknown-feild", "unknown-field");
        }
    }

    @Test
    void whatIsSwitchedOffIsCountedWithWhatSwitchedItOff() throws IOException {
        write("drydock.json", "{\"checks\": {\"off\": [\"image\"]}}");
        write("a.yaml", POD);
        write("b.yaml", SERVICE.replace("name: s", "name: s\n  annotations: {drydock/ignore: selects-nothing}"));
        write("c.yaml", SERVICE.replace("name: s", "name: S"));

        Said said = Said.by("check", "--off", "name", folder.toString());

        assertThat(said.out())
                .contains("1 finding is switched off: image, by drydock.json.")
                .contains("1 finding is switched off: selects-nothing, by the annotation drydock/ignore.")
                .contains("1 finding is switched off: name, by --off.")
                .doesNotContain("[image]")
                .doesNotContain("[name]");
    }

    @Test
    void whatDrydockJsonSwitchesInVainIsTold() throws IOException {
        write("drydock.json", "{\"checks\": {\"off\": [\"imagge\"]}}");
        write("a.yaml", POD);

        Said said = Said.by("check", folder.toString());

        assertThat(said.out()).contains("drydock.json:1:21: warning: There is no rule imagge. [unknown-rule]");
    }

    @Test
    void theVersionIsTheCommandsThenTheProjectsThenTheNewest() throws IOException {
        write("a.yaml", POD.replace("'a '", "a:1") + "  hostUsers: false\n");

        assertThat(Said.by("check", folder.toString()).out()).doesNotContain("newer-field");
        assertThat(Said.by("check", "--kubernetes-version", "1.32", folder.toString())
                        .out())
                .contains("[newer-field]");
        write("drydock.json", "{\"checks\": {\"kubernetesVersion\": \"1.30\"}}");
        assertThat(Said.by("check", folder.toString()).out()).contains("[newer-field]");
        assertThat(Said.by("check", "--kubernetes-version", "v1.33.1", folder.toString())
                        .out())
                .doesNotContain("newer-field");
        Said unknown = Said.by("check", "--kubernetes-version", "1.12", folder.toString());
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("1.12", "1.30", "1.36");
    }

    @Test
    void kindsThatNobodyDefinesCanBePassedOver() throws IOException {
        String file = write("a.yaml", "apiVersion: v1\nkind: Pot\nmetadata: {name: p}\n");

        assertThat(Said.by("check", file).out()).contains("[unknown-kind]");
        assertThat(Said.by("check", "--ignore-unknown-kinds", file).code()).isZero();
    }

    @Test
    void allRulesAreListed() {
        Said said = Said.by("check", "--rules");

        assertThat(said.code()).isZero();
        assertThat(said.out().lines()).hasSize(RuleCatalogue.all().size());
        assertThat(said.out()).containsPattern("selects-nothing +warning +A selector chooses .* \\[pkg/controller/");
    }

    @Test
    void jsonHasTheFixesWithTheirText() throws IOException {
        JsonNode found =
                json("check", "--format", "json", write("a.yaml", "\n" + OLD)).get(0);

        assertThat(found.get("file").asString()).endsWith("a.yaml");
        assertThat(found.get("severity").asString()).isEqualTo("error");
        assertThat(found.get("path").asString()).isEqualTo("apiVersion");
        assertThat(found.get("object").asString()).contains("Eviction");
        JsonNode edit = found.get("fixes").get(0).get("edits").get(0);
        assertThat(edit.get("line").asInt()).isEqualTo(2);
        assertThat(edit.get("text").asString() + edit.get("endColumn").asInt()).isNotEmpty();
        assertThat(applied("\n" + OLD, edit)).contains("apiVersion: policy/v1 # as it was");
    }

    private static String applied(String text, JsonNode edit) {
        String[] lines = text.split("\n", -1);
        int line = edit.get("line").asInt() - 1;
        assertThat(edit.get("endLine").asInt()).isEqualTo(line + 1);
        lines[line] = lines[line].substring(0, edit.get("column").asInt() - 1)
                + edit.get("text").asString()
                + lines[line].substring(edit.get("endColumn").asInt() - 1);
        return String.join("\n", lines);
    }

    @Test
    void sarifSaysRulesPlacesFixesAndWhatIsSwitchedOff() throws IOException {
        write("b c.yaml", OLD);
        write("a.yaml", POD.replace("name: p", "name: p\n  annotations: {drydock/ignore: image}"));

        JsonNode log = json("check", "--format", "sarif", folder.toString());

        assertThat(log.get("version").asString()).isEqualTo("2.1.0");
        JsonNode run = log.get("runs").get(0);
        JsonNode rules = run.get("tool").get("driver").get("rules");
        assertThat(run.get("tool").get("driver").get("name").asString()).isEqualTo("Drydock");
        assertThat(rules).hasSize(RuleCatalogue.all().size()).allSatisfy(rule -> {
            assertThat(rule.get("shortDescription").get("text").asString()).isNotBlank();
            assertThat(rule.get("defaultConfiguration").get("level").asString()).isIn("error", "warning", "note");
        });
        assertThat(run.get("results"))
                .extracting(r -> r.get("ruleId").asString(), r -> r.get("level").asString(), r -> r.has("suppressions"))
                .contains(tuple("removed-version", "error", false), tuple("image", "error", true));
        assertThat(run.get("results")).allSatisfy(result -> {
            JsonNode listed = rules.get(result.get("ruleIndex").asInt());
            assertThat(listed.get("id")).isEqualTo(result.get("ruleId"));
        });
        JsonNode gone = result(run, "removed-version");
        JsonNode place = gone.get("locations").get(0).get("physicalLocation");
        assertThat(place.get("artifactLocation").get("uri").asString())
                .startsWith("file:///")
                .endsWith("/b%20c.yaml");
        assertThat(place.get("region").toString())
                .isEqualTo("{\"startLine\":1,\"startColumn\":13,\"endLine\":1,\"endColumn\":27}");
        assertThat(gone.get("locations")
                        .get(0)
                        .get("logicalLocations")
                        .get(1)
                        .get("name")
                        .asString())
                .isEqualTo("apiVersion");
        JsonNode replacement = gone.get("fixes")
                .get(0)
                .get("artifactChanges")
                .get(0)
                .get("replacements")
                .get(0);
        assertThat(replacement.get("deletedRegion").get("startLine").asInt()).isEqualTo(1);
        assertThat(replacement.has("insertedContent")).isTrue();
    }

    private static JsonNode result(JsonNode run, String rule) {
        for (JsonNode result : run.get("results")) {
            if (result.get("ruleId").asString().equals(rule)) {
                return result;
            }
        }
        throw new AssertionError("no result of " + rule);
    }

    @Test
    void whatCanBeMendedInOneWayIsMendedAndTheRestStays() throws IOException {
        String file = write("a.yaml", OLD);

        Said said = Said.by("check", "--fix", file);

        assertThat(said.err()).contains("1 finding was mended in 1 file.");
        assertThat(folder.resolve("a.yaml")).content().isEqualTo(OLD.replace("policy/v1beta1", "policy/v1"));
        assertThat(said.out()).doesNotContain("removed-version").contains("[name]");
        assertThat(said.code()).isEqualTo(1);
    }

    @Test
    void adviceIsMendedOnlyWhenItIsAskedFor() throws IOException {
        String pod = POD.replace("image: 'a '", "image: 'a:1'");
        String file = write("a.yaml", pod);

        assertThat(Said.by("check", "--fix", file).err()).contains("Nothing was mended");
        assertThat(folder.resolve("a.yaml")).content().isEqualTo(pod);
        Said.by("check", "--fix", "--severity", "advice", "--rule", "runs-as-root", file);
        assertThat(folder.resolve("a.yaml")).content().contains("runAsNonRoot: true");
    }

    @Test
    void aDryRunShowsTheDifferenceAndWritesNothing() throws IOException {
        String file = write("a.yaml", OLD);

        Said said = Said.by("check", "--fix", "--dry-run", file);

        assertThat(said.out())
                .contains("\n-apiVersion: policy/v1beta1 # as it was\n+apiVersion: policy/v1 # as it was\n")
                .contains("@@ -1,4 +1,4 @@");
        assertThat(folder.resolve("a.yaml")).content().isEqualTo(OLD);
        assertThat(Said.by("check", "--dry-run", file).code()).isEqualTo(2);
    }

    @Test
    void theStandardInputIsCheckedButCannotBeMended() {
        Said said = Said.withInput(POD, "check", "--severity", "error", "-");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).startsWith("-:8:");

        Said mended = Said.withInput(POD, "check", "--fix", "-");
        assertThat(mended.code()).isEqualTo(1);
        assertThat(mended.err()).contains("standard input");
    }

    @Test
    void whatCannotBeCheckedIsSaidPlainly() throws IOException {
        Files.write(folder.resolve("picture.yaml"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1});
        Said binary = Said.by("check", folder.toString());
        assertThat(binary.code()).isEqualTo(1);
        assertThat(binary.out()).contains("[text-encoding]");

        Path empty = Files.createDirectory(folder.resolve("empty"));
        Said nothing = Said.by("check", empty.toString());
        assertThat(nothing.code()).isEqualTo(2);
        assertThat(nothing.err()).contains("There is no manifest in").contains("empty");
    }

    @Test
    void wrongUseIsSaidInALineAndWhereToReadMore() {
        Said unknown = Said.by("check", "--kuberntes-version", "1.33", "a.yaml");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err().lines())
                .containsExactly(
                        "Unknown option: '--kuberntes-version'",
                        "Possible solutions: --kubernetes-version, --kubeconfig",
                        "drydock check --help says how it is used.");

        Said format = Said.by("check", "--format", "xml", "a.yaml");
        assertThat(format.code()).isEqualTo(2);
        assertThat(format.err().lines()).hasSize(2).first().asString().contains("text, json, sarif");
        assertThat(Said.by("check").err().lines()).hasSize(2);
        assertThat(Said.by("check", "--severity").code()).isEqualTo(2);
        assertThat(Said.by("check", "--kubernetes-version", "1.29", "a.yaml").err())
                .contains("1.30 to 1.36");
    }

    @Test
    void whatIsNotThereIsWrongUseAndSaysWhatToDo() {
        Said missing = Said.by("check", folder.resolve("none.yaml").toString());

        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.out()).isEmpty();
        assertThat(missing.err().lines()).hasSize(2).last().asString().startsWith("    Check the path");
        Said device = Said.by("check", "/dev/null");
        assertThat(device.code()).isEqualTo(2);
        assertThat(device.err()).contains("neither a file nor a folder").contains("piped in");
    }

    @Test
    void theExitCodeIsZeroForAdviceAndOneForAnythingGraver() throws IOException {
        String fine = write("a.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n");
        String advised = write("b.yaml", POD.replace("'a '", "a:latest"));
        String empty = write("c.yaml", "# nothing yet\n");
        String wrong = write("d.yaml", POD);

        assertThat(Said.by("check", fine).code()).isZero();
        assertThat(Said.by("check", advised).code()).isZero();
        assertThat(Said.by("check", "--severity", "advice", advised).code()).isEqualTo(1);
        Said warned = Said.by("check", empty);
        assertThat(warned.code()).isEqualTo(1);
        assertThat(warned.out()).contains("c.yaml:1:1: warning:").contains("[file-empty]");
        assertThat(Said.by("check", "--severity", "error", empty).code()).isZero();
        assertThat(Said.by("check", wrong).code()).isEqualTo(1);
        assertThat(Said.by("check", "--off", "image", wrong).code()).isZero();
        assertThat(Said.by("check", "--format", "json", wrong).code()).isEqualTo(1);
        assertThat(Said.by("check", "--format", "sarif", wrong).code()).isEqualTo(1);
        assertThat(Said.withInput(POD, "check", "-").code()).isEqualTo(1);
    }

    @Test
    void aFileThatIsLeftOutIsAFinding() throws IOException {
        write("a.yaml", POD.replace("'a '", "a:1"));
        Files.createSymbolicLink(folder.resolve("b.yaml"), Path.of("/etc/hostname"));

        Said said = Said.by("check", folder.toString());

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).contains("b.yaml:1:1: warning:").contains("[file-not-read]");
    }

    @Test
    void findingsAreToldInTheSystemsLanguage() throws IOException {
        String file = write("a.yaml", POD.replace("name: a", "nam: a"));
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
        try {
            assertThat(Said.by("check", file).out()).contains("error: 此类型没有字段").contains("[unknown-field]");
        } finally {
            Locale.setDefault(before);
        }
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static JsonNode json(String... arguments) {
        return JsonMapper.shared().readTree(Said.by(arguments).out());
    }
}
