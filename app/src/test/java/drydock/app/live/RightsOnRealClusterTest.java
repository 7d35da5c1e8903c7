package drydock.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import drydock.app.live.api.Reach;
import drydock.app.session.Right;
import drydock.model.cluster.ClusterException;
import drydock.model.cluster.ContainerAccess;
import drydock.model.cluster.ContainerAccess.LogWish;
import drydock.model.cluster.Deletion;
import drydock.model.cluster.DirectAccess;
import drydock.model.cluster.DirectAccess.PodPort;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBindingBuilder;
import io.fabric8.kubernetes.api.model.rbac.RoleBuilder;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody with a role in one namespace of the real cluster, who may read Pods there and do half of what a way into
/// them needs.
@Tag(RealCluster.TAG)
class RightsOnRealClusterTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final String namespace = "rights-" + UUID.randomUUID().toString().substring(0, 8);
    private final ResourceId pod = ResourceId.of(Kinds.POD, namespace, "web");

    @TempDir
    private Path folder;

    private LiveCluster admin;
    private LiveCluster user;

    @BeforeEach
    void make() throws Exception {
        admin = RealCluster.connect("admin");
        admin.create(new NamespaceBuilder()
                .withNewMetadata()
                .withName(namespace)
                .endMetadata()
                .build());
        admin.create(new ServiceAccountBuilder()
                .withNewMetadata()
                .withName("somebody")
                .withNamespace(namespace)
                .endMetadata()
                .build());
        admin.create(new RoleBuilder()
                .withNewMetadata()
                .withName("half")
                .withNamespace(namespace)
                .endMetadata()
                .addNewRule()
                .withApiGroups("")
                .withResources("pods")
                .withVerbs("get", "list", "watch")
                .endRule()
                .addNewRule()
                .withApiGroups("")
                .withResources("pods/exec", "pods/portforward")
                .withVerbs("create")
                .endRule()
                .build());
        admin.create(new RoleBindingBuilder()
                .withNewMetadata()
                .withName("half")
                .withNamespace(namespace)
                .endMetadata()
                .withNewRoleRef("rbac.authorization.k8s.io", "Role", "half")
                .addNewSubject()
                .withKind("ServiceAccount")
                .withName("somebody")
                .withNamespace(namespace)
                .endSubject()
                .build());
        admin.create(new PodBuilder()
                .withNewMetadata()
                .withName(pod.name())
                .withNamespace(namespace)
                .endMetadata()
                .withNewSpec()
                .withSchedulerName("nobody")
                .withServiceAccountName("somebody")
                .addNewContainer()
                .withName("nginx")
                .withImage("nginx:1")
                .endContainer()
                .endSpec()
                .build());
        user = LiveCluster.connect(Kubeconfig.read(kubeconfig(token())), "somebody", Optional.empty());
    }

    @AfterEach
    void takeAway() {
        if (user != null) {
            user.close();
        }
        if (admin != null) {
            admin.delete(ResourceId.of(Kinds.NAMESPACE, "", namespace), Deletion.DEFAULT);
            admin.close();
        }
    }

    @Test
    void whoHasOneNamespaceOnlySeesItsPodsAndIsToldOfEveryKindThatIsNotToBeHad() {
        LiveScope scope = LiveScope.of(user, "", namespace);

        assertThat(scope.narrowed()).contains(namespace);
        assertThat(scope.reach()).containsEntry(Kinds.POD, new Reach.Only(namespace));
        assertThat(scope.reach().get(Kinds.NAMESPACE))
                .isInstanceOfSatisfying(
                        Reach.Nowhere.class,
                        refused -> assertThat(refused.message())
                                .isEqualTo("namespaces is forbidden at the cluster scope"));
        assertThat(scope.reach().get(Kinds.DEPLOYMENT)).isInstanceOf(Reach.Nowhere.class);
        assertThat(user.list(Query.in(Kinds.POD, namespace))).hasSize(1);
    }

    @Test
    void creatingAWayInIsNoRightToAWebSocketAndWhatTheServerSaysIsTold() throws Exception {
        ContainerAccess containers = user.containers().orElseThrow();
        DirectAccess direct = containers.direct().orElseThrow();

        for (String way : List.of("exec", "portforward")) {
            assertThat(user.rights()
                            .may(new Right("create", Kinds.POD, way, namespace))
                            .allowed())
                    .isTrue();
            assertThat(user.rights()
                            .may(new Right("get", Kinds.POD, way, namespace))
                            .allowed())
                    .isFalse();
        }
        assertThatThrownBy(() -> containers.exec(pod, "nginx", List.of("ls"), "", _ -> {}, _ -> {}, _ -> {}))
                .isInstanceOfSatisfying(
                        ClusterException.class,
                        refused -> assertThat(refused.code()).isEqualTo(403))
                .hasMessageContaining(
                        "cannot get resource \"pods/exec\" in API group \"\" in the namespace \"" + namespace);
        assertThatThrownBy(() -> containers.log(pod, "nginx", LogWish.ALL, _ -> {}, _ -> {}))
                .isInstanceOfSatisfying(
                        ClusterException.class,
                        refused -> assertThat(refused.code()).isEqualTo(403))
                .hasMessageContaining("cannot get resource \"pods/log\"");
        assertThat(saidToAConnectionThrough(direct)).contains("cannot get resource \"pods/portforward\"");
    }

    private String saidToAConnectionThrough(DirectAccess direct) throws Exception {
        CompletableFuture<String> said = new CompletableFuture<>();
        DirectAccess.ForwardListener listener = new DirectAccess.ForwardListener() {
            @Override
            public void connected(PodPort to, int open) {}

            @Override
            public void disconnected(int open, Optional<String> why) {
                said.complete(why.orElse("nothing"));
            }
        };
        try (var forward = direct.forward(() -> Optional.of(new PodPort(pod, 80)), 0, listener);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), forward.local())) {
            assertThat(socket.getInputStream().read()).as("it is hung up").isNegative();
            return said.get(SOON.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private String token() throws InterruptedException {
        RealCluster.await("a token", SOON, () -> secret().isPresent());
        String encoded = secret().orElseThrow().getData().get("token");
        return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    }

    private Optional<Secret> secret() {
        return admin.list(Query.in(Kinds.SECRET, namespace)).stream()
                .map(Secret.class::cast)
                .filter(each -> each.getMetadata().getName().startsWith("somebody-token-")
                        && each.getData() != null
                        && each.getData().containsKey("token"))
                .findFirst();
    }

    private Path kubeconfig(String token) throws Exception {
        String server = admin.info().server();
        return Files.writeString(
                folder.resolve("kubeconfig"),
                """
                apiVersion: v1
                kind: Config
                clusters: [{name: real, cluster: {server: "SERVER", insecure-skip-tls-verify: true}}]
                users: [{name: somebody, user: {token: "TOKEN"}}]
                contexts: [{name: somebody, context: {cluster: real, user: somebody, namespace: NAMESPACE}}]
                current-context: somebody
                """.replace("SERVER", server).replace("TOKEN", token).replace("NAMESPACE", namespace));
    }
}
