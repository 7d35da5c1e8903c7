package drydock.sim.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.sim.script.CommandResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UseTest {

    private final CommandLine kubectl = CommandLine.start();

    @AfterEach
    void close() {
        kubectl.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create",
                "expose",
                "run",
                "get",
                "delete",
                "scale",
                "describe",
                "apply",
                "kustomize",
                "label",
                "annotate",
                "api-resources",
                "api-versions",
                "cluster-info",
                "version",
                "rollout",
                "rollout history",
                "rollout pause",
                "rollout restart",
                "rollout resume",
                "rollout status",
                "rollout undo",
                "set",
                "set env",
                "set image",
                "set resources",
                "set serviceaccount",
                "autoscale",
                "top",
                "top node",
                "top pod",
                "explain",
                "auth",
                "auth can-i",
                "auth whoami",
                "config",
                "config current-context",
                "config get-contexts",
                "config set-context",
                "config use-context",
                "config view",
                "diff",
                "cordon",
                "uncordon",
                "drain",
                "taint",
                "events",
                "patch",
                "replace",
                "wait"
            })
    void everyVerbHasHelpWithExamplesFlagsAndUsage(String verb) {
        String help = kubectl.out(verb + " --help");

        assertThat(help)
                .contains("\nExamples:\n  # ", "\n  kubectl " + verb, "\nOptions:\n", "-n, --namespace='':\n")
                .contains("\nUsage:\n  kubectl " + verb);
        assertThat(kubectl.out("help " + verb)).isEqualTo(help);
        assertThat(kubectl.out(verb + " -h")).isEqualTo(help);
        assertThat(kubectl.out("--help")).contains("\n  " + verb.replaceFirst(" .*", "") + " ");
    }

    @Test
    void helpIsInTheUsersLanguage() {
        List<String> said = new ArrayList<>();

        new Kubectl(kubectl.simulation().cluster(), "default", FileReader.NONE, Locale.SIMPLIFIED_CHINESE)
                .run(List.of("scale", "--help"), said::add, said::add, _ -> {});

        assertThat(said)
                .singleElement()
                .asString()
                .startsWith("设置控制器保持的 Pod 数量。")
                .contains("用法：");
    }

    @Test
    void helpBehindDashesIsAWordOfTheContainers() {
        kubectl.out("run web --image=busybox -- ls --help");

        assertThat(kubectl.out("get pod web -o jsonpath={.spec.containers[0].args[1]}"))
                .isEqualTo("--help");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gett pods|error: unknown command \"gett\" for \"kubectl\"¶¶Did you mean this?¶\tset¶\tget",
                "desc pod|error: unknown command \"desc\" for \"kubectl\"¶¶Did you mean this?¶\tdescribe",
                "frobnicate|error: unknown command \"frobnicate\" for \"kubectl\"",
                "--frob get|error: unknown flag: --frob¶See 'kubectl --help' for usage.",
                "get pods --frob=1|error: unknown flag: --frob¶See 'kubectl get --help' for usage.",
                "get pods -z|error: unknown shorthand flag: 'z' in -z¶See 'kubectl get --help' for usage.",
                "get pods -o|error: flag needs an argument: 'o' in -o¶See 'kubectl get --help' for usage.",
                "get pods --output|error: flag needs an argument: --output¶See 'kubectl get --help' for usage.",
                "scale rc web --replicas=x|error: invalid argument \"x\" for \"--replicas\" flag: strconv.ParseInt:"
                        + " parsing \"x\": invalid syntax¶See 'kubectl scale --help' for usage.",
                "get pods -A=maybe|error: invalid argument \"maybe\" for \"-A, --all-namespaces\" flag:"
                        + " strconv.ParseBool: parsing \"maybe\": invalid syntax¶See 'kubectl get --help' for usage.",
                "scale rc web --replicas=-1|error: The --replicas=COUNT flag is required, and COUNT must be greater"
                        + " than or equal to 0",
            })
    void whatCannotBeUnderstoodIsSaidInKubectlsWords(String command, String message) {
        assertThat(kubectl.run(command)).isEqualTo(new CommandResult("", message.replace('¶', '\n') + "\n", 1));
    }

    @Test
    void shortFlagsMayStandTogetherAndTheNamespaceBeforeTheVerb() {
        kubectl.out("run web --image=nginx");

        assertThat(kubectl.out("get po -Aoname")).isEqualTo("pod/web\n");
        assertThat(kubectl.run("-n kube-system get po").stderr())
                .isEqualTo("No resources found in kube-system namespace.\n");
        assertThat(kubectl.run("--namespace=kube-system get po").stderr())
                .isEqualTo("No resources found in kube-system namespace.\n");
    }

    @Test
    void apiResourcesAreListedByGroupAndName() {
        String said = kubectl.out("api-resources");

        assertThat(said.lines().map(line -> line.replaceAll(" +", " ")))
                .contains(
                        "NAME SHORTNAMES APIVERSION NAMESPACED KIND",
                        "pods po v1 true Pod",
                        "nodes no v1 false Node",
                        "deployments deploy apps/v1 true Deployment")
                .doesNotHaveDuplicates();
        assertThat(kubectl.out("api-resources --api-group=apps -o name"))
                .startsWith("controllerrevisions.apps\ndaemonsets.apps\n");
        assertThat(kubectl.out("api-resources --namespaced=false --no-headers"))
                .contains("Node")
                .doesNotContain("Pod\n", "NAMESPACED");
    }

    @Test
    void theVersionIsTheOneWhoseRulesAreFollowed() {
        assertThat(kubectl.out("version")).isEqualTo("Client Version: v1.36.2\nServer Version: v1.36.2\n");
        assertThat(kubectl.out("version --client -o yaml"))
                .isEqualTo("clientVersion:\n  gitVersion: v1.36.2\n  major: \"1\"\n  minor: \"36\"\n");
        assertThat(kubectl.out("version -o json")).startsWith("{\n  \"clientVersion\": {\n    \"gitVersion\"");
    }

    @Test
    void getWithoutAKindSaysWhatIsMissing() {
        assertThat(kubectl.run("get").stderr())
                .startsWith("You must specify the type of resource to get.")
                .endsWith("See 'kubectl get -h' for help and examples\n");
    }

    @Test
    void allStandsBesideOtherKinds() {
        kubectl.out("create deployment web --image=nginx");
        kubectl.out("create configmap settings --from-literal=a=b");
        kubectl.pass(6);

        assertThat(kubectl.out("get all,configmap -o name"))
                .contains("deployment.apps/web", "replicaset.apps/web-", "configmap/settings");
    }

    @Test
    void whoReadsEndpointsIsWarnedAsTheServerDoes() {
        String warning = "Warning: v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice\n";
        kubectl.out("run web --image=nginx --port=80 --expose");
        kubectl.pass(6);

        assertThat(kubectl.run("get endpoints").stderr()).isEqualTo(warning);
        assertThat(kubectl.run("get ep web -o name")).isEqualTo(new CommandResult("endpoints/web\n", warning, 0));
        assertThat(kubectl.run("describe ep web").stderr()).isEqualTo(warning);
        assertThat(kubectl.run("label ep web a=b").stderr()).isEqualTo(warning);
        assertThat(kubectl.run("delete ep web").stderr()).isEqualTo(warning);
        assertThat(kubectl.run("get svc web").stderr()).isEmpty();
    }
}
