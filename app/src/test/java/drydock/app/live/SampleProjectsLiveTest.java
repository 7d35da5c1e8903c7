package drydock.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import drydock.model.storage.OpenResult;
import drydock.model.storage.ProjectFolder;
import io.fabric8.kubernetes.api.model.APIResourceList;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A real API server takes the sample projects, as a dry run. Kinds in versions that it does not know are left out, by
/// name.
@Tag(RealCluster.TAG)
class SampleProjectsLiveTest {

    private KubernetesClient client;

    /// One for each run: that of the run before is still being taken away.
    private String namespace;

    @BeforeEach
    void makeNamespace() throws Exception {
        client = new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(
                        "admin", RealCluster.kubeconfigFile().toFile()))
                .build();
        namespace = client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withGenerateName("drydock-sample-projects-")
                        .endMetadata()
                        .build())
                .create()
                .getMetadata()
                .getName();
        client.serviceAccounts()
                .inNamespace(namespace)
                .withName("default") // without it Pods are refused
                .waitUntilCondition(Objects::nonNull, 60, TimeUnit.SECONDS);
    }

    @AfterEach
    void takeNamespaceAway() {
        if (client != null) {
            if (namespace != null) {
                client.namespaces().withName(namespace).delete();
            }
            client.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"article-cluster", "online-shop"})
    void theServerTakesEveryObjectThatItUnderstands(String sample, TestReporter reporter) {
        Project project = ((OpenResult.Opened) ProjectFolder.open(Path.of("..", "sample-projects", sample))).project();
        List<String> refused = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (HasMetadata object : project.objects()) {
            String name = object.getApiVersion() + " " + ResourceId.of(object);
            if (!isKnown(object)) {
                leftOut.add(name);
            } else {
                dryRun(object).ifPresent(why -> refused.add(name + ": " + why));
            }
        }
        reporter.publishEntry("taken", String.valueOf(project.objects().size() - leftOut.size() - refused.size()));
        reporter.publishEntry("not known to " + client.getKubernetesVersion().getGitVersion(), leftOut.toString());

        assertThat(refused).isEmpty();
        assertThat(leftOut).hasSizeLessThan(project.objects().size() / 2);
    }

    private boolean isKnown(HasMetadata object) {
        APIResourceList known = client.getApiResources(object.getApiVersion());
        return known != null
                && known.getResources().stream().anyMatch(kind -> kind.getKind().equals(object.getKind()));
    }

    private Optional<String> dryRun(HasMetadata object) {
        boolean namespaced = !ResourceId.of(object).namespace().isEmpty();
        try {
            HasMetadata own = namespaced ? inNamespace(object) : object;
            client.resource(own).dryRun().create();
            return Optional.empty();
        } catch (KubernetesClientException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private HasMetadata inNamespace(HasMetadata object) {
        HasMetadata copy = client.getKubernetesSerialization().clone(object);
        copy.getMetadata().setNamespace(namespace);
        return copy;
    }
}
