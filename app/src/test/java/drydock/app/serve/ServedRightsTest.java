package drydock.app.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.sim.Simulation;
import drydock.sim.SimulationOptions;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectRulesReviewBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Who may do what at the served API, asked by its reviews and tried in the name of others.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServedRightsTest {

    private static final String ROBOT = "system:serviceaccount:default:robot";

    private ApiOnLoopback api;
    private KubernetesClient client;
    private KubernetesClient robot;

    @BeforeAll
    void serve() throws IOException {
        api = ApiOnLoopback.start(Simulation.start(SimulationOptions.DEFAULT), 0, OptionalDouble.of(20));
        client = client("");
        robot = client(ROBOT);
        client.resource(new ServiceAccountBuilder()
                        .withNewMetadata()
                        .withName("robot")
                        .endMetadata()
                        .build())
                .create();
        client.resource(new RoleBuilder()
                        .withNewMetadata()
                        .withName("reader")
                        .endMetadata()
                        .addNewRule()
                        .withApiGroups("")
                        .withResources("pods")
                        .withVerbs("get", "list")
                        .endRule()
                        .build())
                .create();
        client.resource(new RoleBindingBuilder()
                        .withNewMetadata()
                        .withName("reads")
                        .endMetadata()
                        .withNewRoleRef("rbac.authorization.k8s.io", "Role", "reader")
                        .addNewSubject("", "ServiceAccount", "robot", "default")
                        .build())
                .create();
    }

    @AfterAll
    void close() {
        robot.close();
        client.close();
        api.close();
    }

    private KubernetesClient client(String as) {
        Config config = Config.fromKubeconfig(api.kubeconfig());
        if (!as.isEmpty()) {
            config.setImpersonateUsername(as);
        }
        return new KubernetesClientBuilder().withConfig(config).build();
    }

    private static SelfSubjectAccessReview may(KubernetesClient client, String verb, String resource) {
        return client.authorization()
                .v1()
                .selfSubjectAccessReview()
                .create(new SelfSubjectAccessReviewBuilder()
                        .withNewSpec()
                        .withNewResourceAttributes()
                        .withNamespace("default")
                        .withVerb(verb)
                        .withResource(resource)
                        .endResourceAttributes()
                        .endSpec()
                        .build());
    }

    @Test
    void reviewsSayWhatRolesAllow() {
        assertThat(may(client, "delete", "nodes").getStatus().getAllowed()).isTrue();
        assertThat(may(robot, "list", "pods").getStatus().getReason())
                .isEqualTo("RBAC: allowed by RoleBinding \"reads/default\" of Role \"reader\" to ServiceAccount"
                        + " \"robot/default\"");
        assertThat(may(robot, "delete", "pods").getStatus().getAllowed()).isFalse();
    }

    @Test
    void theRulesOfANamespaceAreListed() {
        var rules = robot.authorization()
                .v1()
                .selfSubjectRulesReview()
                .create(new SelfSubjectRulesReviewBuilder()
                        .withNewSpec("default")
                        .build());

        assertThat(rules.getStatus().getResourceRules()).anySatisfy(rule -> {
            assertThat(rule.getResources()).containsExactly("pods");
            assertThat(rule.getVerbs()).containsExactly("get", "list");
        });
        assertThat(rules.getStatus().getNonResourceRules()).isNotEmpty();
    }

    @Test
    void whatNoRoleAllowsIsForbiddenInTheServersWords() {
        assertThat(robot.pods().inNamespace("default").list().getItems()).isEmpty();
        assertThatThrownBy(() -> robot.nodes().list())
                .isInstanceOf(KubernetesClientException.class)
                .hasMessageContaining("nodes is forbidden: User \"" + ROBOT
                        + "\" cannot list resource \"nodes\" in API group \"\" at the cluster scope");
    }

    @Test
    void aServiceAccountIsGivenATokenForAsLongAsIsAllowed() throws Exception {
        TokenRequest request = new TokenRequest();
        TokenRequest given = client.serviceAccounts()
                .inNamespace("default")
                .withName("robot")
                .tokenRequest(request);

        assertThat(given.getStatus().getToken().split("\\.", -1)).hasSize(3);
        assertThat(given.getSpec().getExpirationSeconds()).isEqualTo(3_600);
        assertThat(post(
                        "/api/v1/namespaces/default/serviceaccounts/robot/token",
                        "{\"spec\":{\"expirationSeconds\":60}}"))
                .contains("\"code\":422", "may not specify a duration less than 10 minutes");
        assertThat(post("/api/v1/namespaces/default/serviceaccounts/none/token", "{}"))
                .contains("serviceaccounts \\\"none\\\" not found");
    }

    @Test
    void aReviewThatAsksNothingIsRefused() throws Exception {
        assertThat(post("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", "{\"spec\":{}}"))
                .contains(
                        "\"code\":422", "exactly one of nonResourceAttributes or resourceAttributes must be specified");
        assertThat(post("/apis/authentication.k8s.io/v1/selfsubjectreviews", "{}"))
                .contains("\"username\":\"kubernetes-admin\"");
    }

    private String post(String path, String body) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(api.address() + path))
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
