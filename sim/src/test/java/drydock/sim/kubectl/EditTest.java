package drydock.sim.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.sim.script.CommandResult;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EditTest {

    private final CommandLine line = CommandLine.start();
    private final List<String> shown = new ArrayList<>();

    @BeforeEach
    void makeADeployment() {
        line.out("create deployment web --image=nginx:1 --replicas=2");
    }

    @AfterEach
    void close() {
        line.close();
    }

    /// Edits with somebody who leaves these texts one after the other; `null` gives up. A text may say `OLD->NEW`.
    private CommandResult edit(String... answers) {
        Deque<String> left = new ArrayDeque<>(List.of(answers));
        Editor editor = (name, text, then) -> {
            shown.add(text);
            String answer = left.poll();
            if (answer == null) {
                then.accept(new Editor.Left.GivenUp());
            } else if (answer.contains("->")) {
                String[] parts = answer.split("->", -1);
                then.accept(new Editor.Left.Saved(text.replace(parts[0], parts[1])));
            } else {
                then.accept(new Editor.Left.Saved(answer));
            }
        };
        return line.run(
                List.of("edit", "deployment", "web"),
                kubectl -> kubectl.editedBy(editor, line.simulation().cluster()));
    }

    private String replicas() {
        return line.out("get deployment web -o jsonpath={.spec.replicas}");
    }

    @Test
    void whatWasChangedOfTheTextIsWritten() {
        CommandResult result = edit("replicas: 2->replicas: 5");

        assertThat(result).isEqualTo(new CommandResult("deployment.apps/web edited\n", "", 0));
        assertThat(replicas()).isEqualTo("5");
        assertThat(shown.getFirst())
                .startsWith("# Please edit the object below.")
                .contains("kind: Deployment")
                .doesNotContain("managedFields");
    }

    @Test
    void aTextThatIsLeftAsItWasChangesNothing() {
        assertThat(edit("nothing->nothing").stderr()).isEqualTo("Edit cancelled, no changes made.\n");
        assertThat(edit("# only a comment\n").stderr()).isEqualTo("Edit cancelled, saved file was empty.\n");
        assertThat(edit().stderr()).isEqualTo("Edit cancelled, no changes made.\n");
        assertThat(replicas()).isEqualTo("2");
    }

    @Test
    void whatIsRefusedIsShownAgainWithTheReason() {
        CommandResult result = edit("replicas: 2->replicas: -1", "replicas: -1->replicas: 4");

        assertThat(result.code()).isZero();
        assertThat(shown.get(1))
                .contains("# deployment.apps \"web\" was not valid:\n# * ")
                .contains("must be greater than or equal to 0");
        assertThat(replicas()).isEqualTo("4");
    }

    @Test
    void whoGivesUpAfterARefusalIsToldSo() {
        CommandResult result = edit("replicas: 2->replicas: -1");

        assertThat(result).isEqualTo(new CommandResult("", "error: Edit cancelled, no valid changes were saved.\n", 1));
        assertThat(replicas()).isEqualTo("2");
    }

    @Test
    void aProgramMayEdit() {
        assertThat(line.run(List.of("KUBE_EDITOR=sed -i 's/replicas: 2/replicas: 3/'", "edit", "deployment/web")))
                .isEqualTo(new CommandResult("deployment.apps/web edited\n", "", 0));
        assertThat(replicas()).isEqualTo("3");

        assertThat(line.run(List.of("KUBE_EDITOR=false", "edit", "deployment/web"))
                        .stderr())
                .isEqualTo("error: there was a problem with the editor \"false\"\n");
        assertThat(line.run(List.of("KUBE_EDITOR=sed -i 's/replicas: 3/replicas: -3/'", "edit", "deployment/web"))
                        .code())
                .isEqualTo(1);
    }

    @Test
    void aPartOfAnObjectIsEditedWhereTheObjectItselfMayNotChange() {
        line.file("pod.yaml", """
            apiVersion: v1
            kind: Pod
            metadata: {name: alone}
            spec: {containers: [{name: main, image: "busybox:1", resources: {requests: {cpu: 100m}}}]}
            """);
        line.out("apply -f pod.yaml");
        String editor = "KUBE_EDITOR=sed -i 's/cpu: 100m/cpu: 200m/'";

        assertThat(line.run(List.of(editor, "edit", "pod/alone")).code()).isEqualTo(1);
        assertThat(line.run(List.of(editor, "edit", "pod/alone", "--subresource=resize")))
                .isEqualTo(new CommandResult("pod/alone edited\n", "", 0));
        assertThat(line.out("get pod alone -o jsonpath={.spec.containers[0].resources.requests.cpu}"))
                .isEqualTo("200m");
        assertThat(line.run(List.of(editor, "edit", "pod/alone", "--subresource=log"))
                        .stderr())
                .isEqualTo("error: invalid subresource value: \"log\". Must be one of [status resize]\n");
    }

    @Test
    void withoutAnEditorItSaysWhatElseThereIs() {
        assertThat(line.run("edit deployment web").stderr())
                .startsWith("error: unable to launch the editor \"vi\"")
                .contains("KUBE_EDITOR=")
                .contains("kubectl patch");
    }
}
