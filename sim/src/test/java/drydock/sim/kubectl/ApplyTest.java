package drydock.sim.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.sim.script.CommandResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApplyTest {

    private static final String SERVICE = """
        apiVersion: v1
        kind: Service
        metadata: {name: web, labels: {app: web, tier: front}}
        spec:
          selector: {app: web}
          ports:
          - {name: http, port: 80}
          - {name: tls, port: 443}
        """;

    private static final String CONTROLLER = """
        apiVersion: v1
        kind: ReplicationController
        metadata: {name: web}
        spec:
          replicas: 1
          selector: {app: web}
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
              - {name: main, image: "nginx:1.14", env: [{name: A, value: "1"}, {name: B, value: "2"}]}
        """;

    private final CommandLine kubectl = CommandLine.start();

    @AfterEach
    void close() {
        kubectl.close();
    }

    @Test
    void whatIsAppliedTwiceIsCreatedThenUnchanged() {
        kubectl.file("all.yaml", SERVICE + "---\n" + CONTROLLER);

        assertThat(kubectl.out("apply -f all.yaml"))
                .isEqualTo("service/web created\nreplicationcontroller/web created\n");
        String version = kubectl.out("get svc web -o jsonpath={.metadata.resourceVersion}");
        assertThat(kubectl.out("apply -f all.yaml"))
                .isEqualTo("service/web unchanged\nreplicationcontroller/web unchanged\n");
        assertThat(kubectl.out("get svc web -o jsonpath={.metadata.resourceVersion}"))
                .isEqualTo(version);
    }

    @Test
    void theAnnotationHoldsTheManifestAsKubectlWritesIt() {
        kubectl.file("svc.yaml", """
            apiVersion: v1
            kind: Service
            metadata: {name: web, annotations: {note: "<b>"}}
            spec: {ports: [{port: 80}], selector: {app: web}}
            """).out("apply -f svc.yaml");

        assertThat(kubectl.out("get svc web -o"
                        + " jsonpath={.metadata.annotations.kubectl\\.kubernetes\\.io/last-applied-configuration}"))
                .isEqualTo("{\"apiVersion\":\"v1\",\"kind\":\"Service\",\"metadata\":{\"annotations\":{\"note\":"
                        + "\"\\u003cb\\u003e\"},\"name\":\"web\",\"namespace\":\"default\"},\"spec\":{\"ports\":"
                        + "[{\"port\":80}],\"selector\":{\"app\":\"web\"}}}\n");
    }

    @Test
    void whatTheFileNoLongerHasGoesAndWhatOthersSetStays() {
        kubectl.file("svc.yaml", SERVICE).out("apply -f svc.yaml");
        kubectl.out("label svc web by=hand");

        kubectl.file("svc.yaml", SERVICE.replace(", tier: front", ""));
        assertThat(kubectl.out("apply -f svc.yaml")).isEqualTo("service/web configured\n");

        assertThat(kubectl.out("get svc web -o jsonpath={.metadata.labels}"))
                .isEqualTo("{\"app\":\"web\",\"by\":\"hand\"}");
    }

    @Test
    void listsAreMergedByTheirKeysAndKeepWhatTheServerFilledIn() {
        kubectl.file("svc.yaml", SERVICE.replace("spec:", "spec:\n  type: NodePort"))
                .out("apply -f svc.yaml");
        String nodePort = kubectl.out("get svc web -o jsonpath={.spec.ports[1].nodePort}");

        kubectl.file(
                "svc.yaml",
                SERVICE.replace("spec:", "spec:\n  type: NodePort")
                        .replace("- {name: http, port: 80}", "- {name: other, port: 8080}"));
        assertThat(kubectl.out("apply -f svc.yaml")).isEqualTo("service/web configured\n");

        assertThat(kubectl.out("get svc web -o jsonpath={.spec.ports[*].port}")).isEqualTo("8080 443");
        assertThat(kubectl.out("get svc web -o jsonpath={.spec.ports[1].nodePort}"))
                .isEqualTo(nodePort)
                .isNotEmpty();
    }

    @Test
    void oneVariableOfAContainerGoesAndTheRestStays() {
        kubectl.file("rc.yaml", CONTROLLER).out("apply -f rc.yaml");

        kubectl.file(
                "rc.yaml", CONTROLLER.replace("{name: A, value: \"1\"}, ", "").replace("1.14", "1.25"));
        assertThat(kubectl.out("apply -f rc.yaml")).isEqualTo("replicationcontroller/web configured\n");

        assertThat(kubectl.out("get rc web -o jsonpath={.spec.template.spec.containers[0].env}"))
                .isEqualTo("[{\"name\":\"B\",\"value\":\"2\"}]");
        assertThat(kubectl.out("get rc web -o jsonpath={.spec.template.spec.containers[0].image}"))
                .isEqualTo("nginx:1.25");
        assertThat(kubectl.out("get rc web -o jsonpath={.spec.template.spec.containers[0].imagePullPolicy}"))
                .isEqualTo("IfNotPresent");
    }

    @Test
    void replicasThatTheFileLeavesOutStayAsTheyWereScaled() {
        String without = CONTROLLER.replace("  replicas: 1\n", "");
        kubectl.file("rc.yaml", without).out("apply -f rc.yaml");
        kubectl.out("scale rc web --replicas=3");

        assertThat(kubectl.out("apply -f rc.yaml")).isEqualTo("replicationcontroller/web unchanged\n");
        assertThat(kubectl.out("get rc web -o jsonpath={.spec.replicas}")).isEqualTo("3");
    }

    @Test
    void whatWasNotAppliedBeforeIsWarnedOfOnce() {
        kubectl.file("svc.yaml", SERVICE).out("create -f svc.yaml");

        CommandResult first = kubectl.run("apply -f svc.yaml");

        assertThat(first)
                .isEqualTo(new CommandResult(
                        "service/web configured\n",
                        "Warning: resource services/web is missing the"
                            + " kubectl.kubernetes.io/last-applied-configuration annotation which is required by"
                            + " kubectl apply. kubectl apply should only be used on resources created declaratively by"
                            + " either kubectl create --save-config or kubectl apply. The missing annotation will be"
                            + " patched automatically.\n",
                        0));
        assertThat(kubectl.out("apply -f svc.yaml")).isEqualTo("service/web unchanged\n");
    }

    @Test
    void aRecreateStrategyTakesTheRollingUpdateAway() {
        String deployment = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec:
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec: {containers: [{name: main, image: nginx}]}
            """;
        kubectl.file("d.yaml", deployment).out("apply -f d.yaml");

        kubectl.file("d.yaml", deployment.replace("spec:\n  sel", "spec:\n  strategy: {type: Recreate}\n  sel"));
        kubectl.out("apply -f d.yaml");

        assertThat(kubectl.out("get deploy web -o jsonpath={.spec.strategy}")).isEqualTo("{\"type\":\"Recreate\"}");
    }

    @Test
    void oneRefusalDoesNotKeepTheOthersFromBeingApplied() {
        kubectl.file("bad.yaml", SERVICE.replace("name: web", "namespace: none, name: web") + "---\n" + CONTROLLER);

        CommandResult said = kubectl.run("apply -f bad.yaml");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.stdout()).isEqualTo("replicationcontroller/web created\n");
        assertThat(said.stderr())
                .isEqualTo("Error from server (NotFound): error when creating \"bad.yaml\": namespaces \"none\" not"
                        + " found\n");
    }

    @Test
    void whatIsInvalidIsSaidByFieldsAndWhatIsThereCannotBeCreatedAgain() {
        kubectl.file("bad.yaml", CONTROLLER.replace("replicas: 1", "replicas: -1"));
        kubectl.file("svc.yaml", SERVICE).out("create -f svc.yaml");

        assertThat(kubectl.run("create -f bad.yaml").stderr())
                .startsWith("The ReplicationController \"web\" is invalid: spec.replicas: Invalid value: -1: ");
        assertThat(kubectl.run("create -f svc.yaml").stderr())
                .isEqualTo("Error from server (AlreadyExists): error when creating \"svc.yaml\": services \"web\""
                        + " already exists\n");
    }
}
