package drydock.model.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import drydock.model.diagram.DiagramFile;
import drydock.model.edit.Edit;
import drydock.model.edit.Outcome;
import drydock.model.edit.Refusal;
import drydock.model.manifest.ManifestFile;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ClipTest {

    private static final ResourceId POD = new ResourceId("", "Pod", "default", "web");
    private static final ResourceId SERVICE = new ResourceId("", "Service", "default", "web");
    private static final ResourceId ITEM = new ResourceId("", "ConfigMap", "default", "conf");
    private static final String POD_TEXT = """
        # the front
        apiVersion: v1
        kind: Pod   # one
        metadata:
          name: "web"
        spec:
          containers: [{name: c, image: nginx}]
        """;

    private final Project project = Project.of(
            List.of(
                    ManifestFile.parse(
                            "all.yaml",
                            "---\n" + POD_TEXT + "\n---\napiVersion: v1\nkind: Service\nmetadata: {name: web}\n...\n"),
                    ManifestFile.parse("list.yaml", """
                        apiVersion: v1
                        kind: List
                        items:
                          - apiVersion: v1
                            kind: ConfigMap
                            metadata: {name: conf}
                            data: {"8080": "yes", text: "a\\nb"}
                        """)),
            DiagramFile.ABSENT);

    private Paste pasted(String text) {
        return Paste.of(project, text).toOptional().orElseThrow();
    }

    private Project after(Paste paste) {
        return new Edit.Composite(paste.edits()).applyTo(project).toOptional().orElseThrow();
    }

    @Test
    void aCopyIsTheTextAsItStandsWithItsComments() {
        assertThat(ObjectText.of(project, POD)).contains(POD_TEXT);
        assertThat(ObjectText.of(project, SERVICE)).contains("apiVersion: v1\nkind: Service\nmetadata: {name: web}\n");
        assertThat(ObjectText.of(project, List.of(POD, SERVICE)))
                .isEqualTo(POD_TEXT + "---\napiVersion: v1\nkind: Service\nmetadata: {name: web}\n");
    }

    @Test
    void anItemOfAListIsCopiedAsADocument() {
        String text = ObjectText.of(project, ITEM).orElseThrow();

        ManifestFile read = ManifestFile.parse("a.yaml", text);
        assertThat(read.problems()).isEmpty();
        assertThat(read.documents().getFirst().id()).contains(ITEM);
        assertThat(read.documents().getFirst().object()).isEqualTo(project.find(ITEM));
    }

    @Test
    void whatOnlyAClusterHoldsIsNotCopied() {
        assertThat(ObjectText.of(project, new ResourceId("", "Pod", "default", "none")))
                .isEmpty();
        assertThat(ObjectText.of(project, List.of())).isEmpty();
    }

    @Test
    void whatIsPastedWhereItsNameIsTakenGetsAnotherAndKeepsItsComments() {
        Paste paste = pasted(ObjectText.of(project, List.of(POD, SERVICE)));

        ResourceId second = new ResourceId("", "Pod", "default", "web-2");
        assertThat(paste.objects()).containsEntry(POD, second);
        assertThat(after(paste).file("web-2.yaml").orElseThrow().text())
                .isEqualTo(POD_TEXT.replace("\"web\"", "\"web-2\""));
        assertThat(after(paste).declarations(second)).hasSize(1);
        assertThat(after(paste).file("web-2-2.yaml")).isPresent();
    }

    @Test
    void theSameObjectTwiceInOneTextGetsTwoNames() {
        Paste paste = pasted(POD_TEXT.replace("web", "new") + "---\n" + POD_TEXT.replace("web", "new"));

        assertThat(after(paste).declarations(new ResourceId("", "Pod", "default", "new")))
                .hasSize(1);
        assertThat(after(paste).declarations(new ResourceId("", "Pod", "default", "new-2")))
                .hasSize(1);
    }

    @Test
    void aWebPagesCodeIsReadWithoutWhatStandsAroundIt() {
        String page = "Create this:\r\n\r\n"
                + "```yaml\r\n"
                + "    apiVersion: v1\r\n"
                + "    kind: Pod\r\n"
                + "    metadata:\r\n"
                + "\u00A0\u00A0    name: page\r\n"
                + "```\r\n"
                + "and then\r\n";

        assertThat(after(pasted(page)).file("page.yaml").orElseThrow().text())
                .isEqualTo("apiVersion: v1\nkind: Pod\nmetadata:\n  name: page\n");
    }

    @Test
    void aShellsHereDocumentIsRead() {
        String shell = "$ cat <<EOF | kubectl apply -f -\n"
                + "apiVersion: v1\n"
                + "kind: Pod\n"
                + "metadata: {name: here}\n"
                + "EOF\n"
                + "pod/here created\n";

        assertThat(after(pasted(shell)).file("here.yaml").orElseThrow().text())
                .isEqualTo("apiVersion: v1\nkind: Pod\nmetadata: {name: here}\n");
    }

    private static final String PAGE = "apiVersion: v1\n"
            + "kind: Pod\n"
            + "metadata:\n"
            + "  name: page\n"
            + "spec:\n"
            + "  containers:\n"
            + "  - name: web\n"
            + "    image: nginx\n";

    static Stream<Arguments> surroundings() {
        return Stream.of(
                arguments("prose", "Here is the Pod you need:\n\n" + PAGE + "\nApply it: with kubectl.\n"),
                arguments("Chinese prose", "下面是清单：\n" + PAGE + "以上。\n"),
                arguments("a list in Markdown", "  1. Write it\n\n" + PAGE.indent(6) + "\n  2. apply it\n"),
                arguments("a fence for the shell", "```sh\nkubectl apply -f x.yaml\n```\n\n```yaml\n" + PAGE + "```\n"),
                arguments("an unclosed fence", "```yaml\n" + PAGE),
                arguments("a quotation", PAGE.indent(1).replaceAll("(?m)^ ", "> ")),
                arguments("a difference", PAGE.indent(1).replaceAll("(?m)^ ", "+")),
                arguments("kubectl", "$ kubectl get pod page -o yaml\n" + PAGE + "$ "),
                arguments("a root shell", "root@master:~# cat p.yaml\n" + PAGE + "root@master:~# \npod/page created\n"),
                arguments("a prompt in brackets", "[root@k8s01 ~]# cat p.yaml\n" + PAGE + "[root@k8s01 ~]# "),
                arguments(
                        "a web page's source",
                        "<p>See:</p><pre><code class=\"x\">" + PAGE + "</code></pre><p>Done</p>"),
                arguments("coloured code", PAGE.replaceAll("(\\w+):", "<span class=\"nt\">$1</span>:")),
                arguments("numbers", numbered(" ")),
                arguments("numbers and tabs", numbered("\t")));
    }

    private static String numbered(String between) {
        AtomicInteger number = new AtomicInteger();
        return PAGE.lines()
                .map(line -> String.format("%6d%s%s%n", number.incrementAndGet(), between, line))
                .collect(Collectors.joining());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("surroundings")
    void aManifestIsReadFromWhatStandsAroundIt(String name, String text) {
        assertThat(after(pasted(text)).file("page.yaml").orElseThrow().text().strip())
                .as(name)
                .isEqualTo(PAGE.strip());
    }

    @Test
    void aWebPageInAManifestStaysAsItIs() {
        String config =
                "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: page\ndata:\n  i: |\n    <p>a &lt; b</p>\n";
        assertThat(after(pasted(config)).file("page.yaml").orElseThrow().text()).isEqualTo(config);
    }

    @Test
    void aManifestWithAMistakeDoesNotLoseItsEnd() {
        String broken = PAGE.replace("spec:\n", "spec\n");
        assertThat(Paste.of(project, broken)).isInstanceOf(Outcome.Refused.class);
        assertThat(Paste.of(project, "See\n" + broken)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void jsonIsPastedAsItIs() {
        assertThat(after(pasted("{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"j\"}}"))
                        .declarations(new ResourceId("", "Pod", "default", "j")))
                .hasSize(1);
    }

    @Test
    void whatDescribesNoObjectIsRefusedAndSaysWhy() {
        for (String text : List.of("", "hello", "a: [", "kind: Pod", "\u0000")) {
            assertThat(Paste.of(project, text))
                    .as(text)
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.reason()).isInstanceOf(Refusal.NoObject.class));
        }
    }

    @Test
    void aNameThatIsNoFileNameDoesNotLeaveTheFolder() {
        Paste paste = pasted("apiVersion: v1\nkind: Pod\nmetadata: {name: ../../etc/x}\n");

        assertThat(after(paste).files().keySet()).allMatch(path -> !path.contains(".."));
    }
}
