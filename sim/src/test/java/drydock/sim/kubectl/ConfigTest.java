package drydock.sim.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.sim.script.CommandResult;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigTest {

    private final CommandLine kubectl = CommandLine.start();

    @AfterEach
    void close() {
        kubectl.close();
    }

    @Test
    void theSimulationIsTheOneContext() {
        assertThat(kubectl.out("config current-context")).isEqualTo("simulation\n");
        assertThat(kubectl.out("config get-contexts -o name")).isEqualTo("simulation\n");
        assertThat(kubectl.out("config get-contexts")).isEqualTo("""
            CURRENT   NAME         CLUSTER      AUTHINFO           NAMESPACE
            *         simulation   simulation   kubernetes-admin   default
            """);
        assertThat(kubectl.run("config get-contexts other").stderr()).isEqualTo("error: context other not found\n");
    }

    @Test
    void theConfigurationIsShownAsAFileHasIt() {
        assertThat(kubectl.out("config view")).isEqualTo("""
            apiVersion: v1
            clusters:
            - cluster:
                server: ""
              name: simulation
            contexts:
            - context:
                cluster: simulation
                namespace: default
                user: kubernetes-admin
              name: simulation
            current-context: simulation
            kind: Config
            users:
            - name: kubernetes-admin
              user: {}
            """);
        assertThat(kubectl.run("config view -o table").stderr())
                .isEqualTo("error: --output must be 'yaml' or 'json'\n");
    }

    @Test
    void anAdministratorMayDoAll() {
        assertThat(kubectl.out("auth can-i create pods")).isEqualTo("yes\n");
        assertThat(kubectl.out("auth can-i update deploy/web --subresource=scale"))
                .isEqualTo("yes\n");
        assertThat(kubectl.out("auth can-i get /healthz")).isEqualTo("yes\n");
        assertThat(kubectl.out("auth can-i delete nodes -A")).isEqualTo("yes\n");
        assertThat(kubectl.run("auth can-i * * -q")).isEqualTo(new CommandResult("", "", 0));
    }

    @Test
    void othersMayDoWhatTheirRolesAllow() {
        String robot = " --as=system:serviceaccount:default:robot";
        kubectl.out("create serviceaccount robot");
        kubectl.out("create role reader --verb=get,list --resource=pods");
        kubectl.out("create rolebinding reads --role=reader --serviceaccount=default:robot");

        assertThat(kubectl.out("auth can-i list pods" + robot)).isEqualTo("yes\n");
        assertThat(kubectl.run("auth can-i delete pods" + robot)).isEqualTo(new CommandResult("no\n", "", 1));
        assertThat(kubectl.run("auth can-i list pods -n kube-system" + robot).code())
                .isEqualTo(1);
        assertThat(kubectl.out("auth can-i get /version" + robot)).isEqualTo("yes\n");
        assertThat(kubectl.out("auth can-i --list" + robot))
                .startsWith(
                        "Resources                                       Non-Resource URLs   Resource Names   Verbs\n")
                .contains("\n"
                        + "pods                                            []                  []              "
                        + " [get list]\n");
        assertThat(kubectl.out("auth whoami -o json" + robot)).contains("system:serviceaccounts:default");
        kubectl.out("create rolebinding lost --clusterrole=nowhere --serviceaccount=default:robot");
        assertThat(kubectl.run("auth can-i delete pods" + robot).stdout())
                .isEqualTo("no - RBAC: clusterrole.rbac.authorization.k8s.io \"nowhere\" not found\n");
    }

    @Test
    void whatIsAskedOddlyIsAnsweredWithAWarning() {
        assertThat(kubectl.run("auth can-i list nodes"))
                .isEqualTo(new CommandResult("yes\n", "Warning: resource 'nodes' is not namespace scoped\n\n", 0));
        assertThat(kubectl.run("auth can-i get clusterroles").stderr())
                .isEqualTo("Warning: resource 'clusterroles' is not namespace scoped in group"
                        + " 'rbac.authorization.k8s.io'\n\n");
        assertThat(kubectl.run("auth can-i list odds.example.com").stderr())
                .isEqualTo("Warning: the server doesn't have a resource type 'odds' in group 'example.com'\n\n");
        assertThat(kubectl.run("auth can-i eat pods").stderr())
                .isEqualTo("Warning: verb 'eat' is not a known verb\n\n");
        assertThat(kubectl.run("auth can-i get"))
                .isEqualTo(new CommandResult(
                        "",
                        "error: you must specify two arguments: verb resource or verb resource/resourceName.\n"
                                + "See 'kubectl auth can-i -h' for help and examples.\n",
                        1));
    }

    @Test
    void theNamespaceOfTheContextIsThatOfWhatNamesNone() {
        kubectl.out("create namespace dev");

        assertThat(kubectl.out("config set-context --current --namespace=dev"))
                .isEqualTo("Context \"simulation\" modified.\n");

        kubectl.out("run web --image=nginx");
        assertThat(kubectl.out("get pod -A -o jsonpath={.items[*].metadata.namespace}"))
                .isEqualTo("dev");
        assertThat(kubectl.run("get pod -n default").stderr()).isEqualTo("No resources found in default namespace.\n");
        assertThat(kubectl.out("config view")).contains("    namespace: dev\n");
    }

    @Test
    void contextsAreMadeAndChangedBetween() {
        kubectl.out("create namespace dev");
        assertThat(kubectl.out("config set-context dev --cluster=simulation --user=kubernetes-admin --namespace=dev"))
                .isEqualTo("Context \"dev\" created.\n");

        assertThat(kubectl.out("config use-context dev")).isEqualTo("Switched to context \"dev\".\n");

        assertThat(kubectl.out("config current-context")).isEqualTo("dev\n");
        assertThat(kubectl.out("config get-contexts")).isEqualTo("""
            CURRENT   NAME         CLUSTER      AUTHINFO           NAMESPACE
            *         dev          simulation   kubernetes-admin   dev
                      simulation   simulation   kubernetes-admin   default
            """);
        assertThat(kubectl.run("get pod").stderr()).isEqualTo("No resources found in dev namespace.\n");
        kubectl.out("config use simulation");
        assertThat(kubectl.run("get pod").stderr()).isEqualTo("No resources found in default namespace.\n");
    }

    @Test
    void aContextWithoutAClusterReachesNone() {
        kubectl.out("config set-context odd");
        kubectl.out("config use-context odd");

        assertThat(kubectl.run("get pod").stderr())
                .isEqualTo("The connection to the server localhost:8080 was refused - did you specify the right host or"
                        + " port?\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "config use-context none|error: no context exists with the name: \"none\"",
                "config set-context|error: you must specify a non-empty context name or --current",
                "config set-context a --current|error: you cannot specify both a context name and --current",
                "create token none|error: failed to create token: serviceaccounts \"none\" not found",
                "create token default --duration=1m|error: failed to create token: TokenRequest.authentication.k8s.io"
                        + " \"\" is invalid: spec.expirationSeconds: Invalid value: 60: may not specify a duration less"
                        + " than 10 minutes",
                "create token default --bound-object-kind=Node|error: supported --bound-object-kind values are Pod,"
                        + " Secret",
                "create token default --bound-object-kind=Pod --bound-object-name=none"
                        + "|error: failed to create token: pods \"none\" not found",
                "api-versions all|error: unexpected arguments: [all]"
            })
    void whatCannotBeIsSaidInKubectlsWords(String line, String message) {
        assertThat(kubectl.run(line)).isEqualTo(new CommandResult("", message + "\n", 1));
    }

    @Test
    void theClusterSaysWhereItIsAndWhoYouAre() {
        assertThat(kubectl.out("cluster-info"))
                .matches("Kubernetes control plane is running at https://[\\d.]+:6443\n");
        kubectl.out("create service clusterip dns --tcp=53 -n kube-system");
        kubectl.out("label service dns kubernetes.io/cluster-service=true kubernetes.io/name=CoreDNS -n kube-system");
        assertThat(kubectl.out("cluster-info"))
                .containsPattern("\nCoreDNS is running at https://[\\d.]+:6443/api/v1/namespaces/kube-system/services/"
                        + "dns:53/proxy\n");
        assertThat(kubectl.out("auth whoami")).isEqualTo("""
            ATTRIBUTE   VALUE
            Username    kubernetes-admin
            Groups      [kubeadm:cluster-admins system:authenticated]
            """);
        assertThat(kubectl.out("api-versions").lines())
                .contains("apps/v1", "autoscaling/v2", "v1")
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void aTokenSaysWhoseItIsAndHowLongItIsGood() {
        String token =
                kubectl.out("create token default --duration=30m --audience=me").strip();

        String[] parts = token.split("\\.", -1);
        assertThat(parts).hasSize(3);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        long now = kubectl.simulation().now().getEpochSecond();
        assertThat(claims)
                .contains(
                        "\"aud\":[\"me\"]",
                        "\"exp\":" + (now + 1_800),
                        "\"sub\":\"system:serviceaccount:default:default\"");
    }
}
