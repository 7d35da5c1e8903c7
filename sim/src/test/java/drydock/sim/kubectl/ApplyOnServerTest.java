package drydock.sim.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.sim.script.CommandResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApplyOnServerTest {

    private final CommandLine line = CommandLine.start();

    @AfterEach
    void close() {
        line.close();
    }

    private CommandResult apply(String replicas, String flags) {
        line.file("web.yaml", """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec:
              replicas: %s
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec: {containers: [{name: main, image: "nginx:1"}]}
            """.formatted(replicas));
        return line.run(("apply -f web.yaml " + flags).strip());
    }

    private String replicas() {
        return line.out("get deployment web -o jsonpath={.spec.replicas}");
    }

    @Test
    void theServerRemembersWhoSaidWhat() {
        assertThat(apply("2", "--server-side").stdout()).isEqualTo("deployment.apps/web serverside-applied\n");
        CommandResult refused = apply("3", "--server-side --field-manager=other");

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.stderr())
                .startsWith("error: Apply failed with 1 conflict: conflict with \"kubectl\": .spec.replicas\n"
                        + "Please review the fields above--they currently have other managers.")
                .endsWith("#conflicts\n");
        assertThat(replicas()).isEqualTo("2");

        assertThat(apply("3", "--server-side --field-manager=other --force-conflicts")
                        .code())
                .isZero();
        assertThat(replicas()).isEqualTo("3");
    }

    @Test
    void whatWasAppliedByTheClientIsTakenOverUnlessOthersChangedIt() {
        apply("2", "");
        assertThat(apply("4", "--server-side").code()).isZero();
        assertThat(replicas()).isEqualTo("4");

        line.run("delete deployment web");
        apply("2", "");
        line.out("scale deployment web --replicas=7");
        assertThat(apply("4", "--server-side").stderr()).contains(".spec.replicas");
        assertThat(replicas()).isEqualTo("7");
    }

    @Test
    void aDryRunKeepsNothing() {
        assertThat(apply("2", "--dry-run=client").stdout()).isEqualTo("deployment.apps/web created (dry run)\n");
        assertThat(apply("2", "--dry-run=server").stdout()).isEqualTo("deployment.apps/web created (server dry run)\n");
        assertThat(line.run("get deployments").stderr()).contains("No resources found");
        apply("2", "");
        assertThat(apply("5", "--dry-run=server").stdout())
                .isEqualTo("deployment.apps/web configured (server dry run)\n");
        assertThat(apply("5", "--server-side --dry-run=server").stdout())
                .isEqualTo("deployment.apps/web serverside-applied (server dry run)\n");
        assertThat(replicas()).isEqualTo("2");
    }

    @Test
    void flagsThatDoNotGoTogetherAreRefused() {
        assertThat(apply("2", "--force-conflicts").stderr())
                .isEqualTo("error: --force-conflicts only works with --server-side\n");
        assertThat(apply("2", "--server-side --dry-run=client").stderr())
                .isEqualTo("error: --dry-run=client doesn't work with --server-side (did you mean --dry-run=server"
                        + " instead?)\n");
        assertThat(apply("2", "--dry-run=maybe").stderr())
                .isEqualTo("error: Invalid dry-run value (maybe). Must be \"none\", \"server\", or \"client\".\n");
    }
}
