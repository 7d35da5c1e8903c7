package drydock.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {

    private static final String SAMPLE = "../sample-projects/first-service";

    @TempDir
    Path folder;

    @Test
    void checkFindsNothingWrongWithTheSampleAndAdvisesOfIt() {
        Said said = Said.by("check", SAMPLE);

        assertThat(said.code()).isZero();
        assertThat(said.err()).isEmpty();
        assertThat(said.out()).contains(": advice: ").doesNotContain(": error: ", ": warning: ");
        assertThat(said.out().lines().toList().getLast()).startsWith("No errors, no warnings, ");
    }

    @Test
    void checkNamesFileLineColumnAndRule() throws IOException {
        Path file = Files.writeString(
                folder.resolve("bad.yaml"),
                "apiVersion: v1\nkind: Pod\nmetadata:\n  name: p\nspec:\n  containerz: []\n");

        Said text = Said.by("check", file.toString());
        Said json = Said.by("check", "--format", "json", file.toString());

        assertThat(text.code()).isEqualTo(1);
        assertThat(text.out()).contains("bad.yaml:6:").contains("error: ").contains("[unknown-field]");
        assertThat(json.code()).isEqualTo(1);
        assertThat(json.out()).contains("\"line\" : 6").contains("\"path\" : \"spec.containerz\"");
    }

    @Test
    void aFileThatIsNotThereIsSaidNotToBe() {
        for (String command : new String[] {"check", "run"}) {
            Said said = Said.by(command, folder.resolve("none").toString());

            assertThat(said.code()).isEqualTo(2);
            assertThat(said.err()).contains("none").doesNotContain("Exception");
        }
    }

    @Test
    void aWordThatIsNoCommandIsNotTakenForAFile() {
        Said near = Said.by("chekc", "web.yaml");
        Said far = Said.by("frobnicate");

        assertThat(near.code()).isEqualTo(2);
        assertThat(near.out()).isEmpty();
        assertThat(near.err()).isEqualToIgnoringNewLines("""
            There is neither a command nor a file chekc. The commands are check, render, export, run, serve, watch,\
             replay, help. Did you mean "drydock check"?\
            """);
        assertThat(far.code()).isEqualTo(2);
        assertThat(far.err()).contains("a file frobnicate. The commands").doesNotContain("Did you mean");
    }

    @Test
    void theHelpOfCheckHasNoDoubledApostrophes() {
        assertThat(Said.by("check", "--help").out()).contains("context's").doesNotContain("''");
    }

    @Test
    void renderWritesAPictureThatCanBeRead() throws IOException {
        Path png = folder.resolve("out.png");
        Path svg = folder.resolve("out.svg");

        assertThat(Said.by("render", SAMPLE, "-o", png.toString()).code()).isZero();
        assertThat(Said.by("render", SAMPLE, "--dark", "-o", svg.toString()).code())
                .isZero();

        assertThat(ImageIO.read(png.toFile()).getWidth()).isGreaterThan(400);
        assertThat(svg).content().startsWith("<").contains("oldboyedu-nginx-svc");
    }

    @Test
    void renderOfTheNetworkShowsTheWayOfRequestsOnly() throws IOException {
        Path svg = folder.resolve("network.svg");
        Path project = Files.writeString(folder.resolve("shop.yaml"), """
            apiVersion: v1
            kind: Service
            metadata: {name: front}
            spec: {selector: {app: web}, ports: [{port: 80}]}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: behind}
            spec:
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec: {containers: [{name: web, image: "nginx:1.29"}]}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: settings}
            """);

        assertThat(Said.by("render", project.toString(), "--view", "network", "-o", svg.toString())
                        .code())
                .isZero();
        assertThat(Files.readString(svg)).contains("front", "behind").doesNotContain("settings");
    }

    @Test
    void renderSaysWhatTheLinesMeanIfThatIsWanted() throws IOException {
        Path svg = folder.resolve("out.svg");
        assertThat(Said.by("render", SAMPLE, "--legend", "-o", svg.toString()).code())
                .isZero();
        assertThat(svg).content().contains(">selects<");
    }

    @Test
    void renderAndExportWriteTheSamePdf() throws IOException {
        Path rendered = folder.resolve("out.pdf");
        Path exported = folder.resolve("exported.pdf");

        assertThat(Said.by("render", SAMPLE, "--legend", "-o", rendered.toString()))
                .isEqualTo(new Said(0, "", ""));
        assertThat(Said.by("export", "--as", "pdf", "--legend", SAMPLE, "-o", exported.toString()))
                .isEqualTo(new Said(0, "", ""));

        assertThat(rendered).hasSameBinaryContentAs(exported);
        assertThat(Files.readString(rendered, java.nio.charset.StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-1.6");
        assertThat(Said.by("export", "--as", "pdf", SAMPLE).code()).isEqualTo(2);
        assertThat(Said.by("export", "--as", "pdf", SAMPLE, "-o", exported.toString())
                        .err())
                .contains("--replace");
    }

    @Test
    void exportPrintsManifestsAndGraphs() {
        assertThat(Said.by("export", SAMPLE).out())
                .startsWith("# One stable entry")
                .contains("---\n# Four replicas");
        assertThat(Said.by("export", "--as", "mermaid", SAMPLE).out()).startsWith("flowchart LR");
        assertThat(Said.by("export", "--as", "dot", SAMPLE).out()).startsWith("digraph");
    }

    @Test
    void exportWritesAFolderAndNothingOverWhatIsThere() throws IOException {
        Path out = folder.resolve("out");
        String[] command = {"export", "--as", "files", "--kustomization", "-o", out.toString(), SAMPLE};

        assertThat(Said.by(command).code()).isZero();
        Path service = out.resolve("default/service-oldboyedu-nginx-svc.yaml");
        assertThat(out.resolve("kustomization.yaml")).content().contains("- default/service-oldboyedu-nginx-svc.yaml");
        Files.writeString(service, "mine");
        assertThat(Said.by(command).code()).isEqualTo(1);
        assertThat(Said.by(command).err()).contains("--replace").doesNotContain("Exception");
        assertThat(service).content().isEqualTo("mine");
        assertThat(Said.by("export", "--as", "files", SAMPLE).code()).isEqualTo(2);
    }

    @Test
    void renderSaysWhatItCannotWrite() {
        assertThat(Said.by("render", SAMPLE, "-o", "out.gif").code()).isEqualTo(2);

        Said said = Said.by(
                "render", SAMPLE, "-o", folder.resolve("no/folder/out.svg").toString());
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("out.svg");
    }

    @Test
    void runTellsStepByStepWhatHappens() {
        Said said = Said.by("run", SAMPLE, "--until", "10s");

        assertThat(said.code()).isZero();
        assertThat(said.err()).isEmpty();
        assertThat(said.out())
                .contains("replicationcontroller/oldboyedu-nginx created")
                .contains("Running ready=True")
                .contains("4/4 ready")
                .contains("endpoints=4");
    }

    @Test
    void aScriptIsPrintedWithWhatItsCommandsSay() throws IOException {
        Path script = Files.writeString(
                folder.resolve("lesson"),
                "kubectl create deployment web --image=nginx --replicas=2\nsleep 60\nkubectl get deployment web\n");

        Said said = Said.by("run", SAMPLE, "--script", script.toString());

        assertThat(said.code()).isZero();
        assertThat(said.out())
                .contains(
                        "$ kubectl create deployment web --image=nginx --replicas=2\n", "deployment.apps/web created\n")
                .contains("$ sleep 60\n")
                .contains("$ kubectl get deployment web\nNAME   READY   UP-TO-DATE   AVAILABLE   AGE\nweb    2/2 ");
    }

    @Test
    void aScriptReadsNothingOutsideItsFolder() throws IOException {
        Path outside = Files.writeString(folder.resolve("secret.yaml"), "kind: Secret");
        Path inside = Files.createDirectory(folder.resolve("scripts"));
        Path script = Files.writeString(inside.resolve("script"), "kubectl apply -f ../secret.yaml\n");
        Path trace = folder.resolve("trace.jsonl");

        Said said = Said.by("run", SAMPLE, "--script", script.toString(), "--trace", trace.toString());

        assertThat(said.code()).isEqualTo(1);
        assertThat(trace).content().contains("leads out of the script's folder");
        assertThat(outside).exists();
    }

    @Test
    void wrongUseIsExitCodeTwo() {
        assertThat(Said.by("run", SAMPLE, "--until", "soon").code()).isEqualTo(2);
        assertThat(Said.by("check").code()).isEqualTo(2);
        assertThat(Said.by("no-such-option", "--nothing").code()).isEqualTo(2);
        assertThat(Said.by("watch", "--kubeconfig", folder.resolve("none").toString())
                        .code())
                .isEqualTo(2);
    }
}
