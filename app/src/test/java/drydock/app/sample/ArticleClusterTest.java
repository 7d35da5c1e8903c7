package drydock.app.sample;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.project.Project;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.storage.OpenResult;
import drydock.model.storage.ProjectFolder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import org.junit.jupiter.api.Test;

/// The article's cluster, with its three nodes, drawn by hand: its Pods, the controller and the Service are those of
/// the article's manifests, field by field.
class ArticleClusterTest extends Hands {

    private static final String NGINX = "10.0.0.101:5000/nginx:1.14";

    @Test
    void itIsDrawnByHand() {
        begin(1000);
        nodes();
        oneContainer();
        twoContainers();
        oneNetwork();
        manyFields();
        initContainer();
        controllerAndService();
        saveAs();

        for (HasMetadata object : article().objects()) {
            ResourceId id = ResourceId.of(object);
            assertThat(state().find(id)).as("%s", id).contains(object);
        }
        isKeptAs("article-cluster");
    }

    private void nodes() {
        for (int i = 1; i <= 3; i++) {
            take("Node").at(304 * (i - 1), 0);
            rename("10.0.0.10" + i);
        }
    }

    private void oneContainer() {
        take("Pod").at(0, 176);
        rename("oldboyedu-nginx");
        fill("metadata.labels.app", "web01");
        nginx();
    }

    /// Fills the one container of a new Pod.
    private void nginx() {
        fill("spec.containers[0].name", "nginx");
        fill("spec.containers[0].image", NGINX);
    }

    private void twoContainers() {
        take("Pod").at(0, 352);
        rename("oldboyedu-nginx-alpine");
        remove("metadata.labels.app");
        put("metadata.labels", "school", "oldboyedu");
        put("metadata.labels", "class", "linux");
        fill("spec.containers[0].name", "oldboyedu-nginx");
        fill("spec.containers[0].image", NGINX);
        take("container").onto(pod("oldboyedu-nginx-alpine"));
        fill("spec.containers[1].name", "oldboyedu-alpine");
        fill("spec.containers[1].image", "10.0.0.101:5000/alpine");
        fill("spec.containers[1].command[0]", "sleep");
        fill("spec.containers[1].command[1]", "99999999");
    }

    private void oneNetwork() {
        take("Pod").at(0, 528);
        rename("oldboyedu-nginx-2022");
        fill("metadata.labels.app", "web01");
        put("metadata.labels", "name", "oldboyedu_linux");
        fill("spec.containers[0].name", "oldboyedu-nginx");
        fill("spec.containers[0].image", NGINX);
        more("spec.containers[0].ports[0].hostIP");
        fill("spec.containers[0].ports[0].hostIP", "0.0.0.0");
        more("spec.containers[0].ports[0].hostPort");
        fill("spec.containers[0].ports[0].hostPort", "8888");
        take("container").onto(pod("oldboyedu-nginx-2022"));
        fill("spec.containers[1].name", "oldboyedu-alpine");
        fill("spec.containers[1].image", "alpine:latest");
        fill("spec.containers[1].command[0]", "sleep");
        fill("spec.containers[1].command[1]", "1000");
        connect(pod("oldboyedu-nginx-2022"), ResourceId.of(Kinds.NODE, "", "10.0.0.102"));
    }

    private void manyFields() {
        take("Pod").at(608, 176);
        rename("oldboyedu-linux");
        remove("metadata.labels.app");
        put("metadata.labels", "school", "oldboyedu");
        put("metadata.labels", "class", "linux");
        choose("spec.restartPolicy", "Never");
        connect(pod("oldboyedu-linux"), ResourceId.of(Kinds.NODE, "", "10.0.0.103"));
        fill("spec.containers[0].name", "oldboyedu-nginx");
        fill("spec.containers[0].image", "10.0.0.101:5000/nginx:1.20");
        more("spec.containers[0].ports[0].hostIP");
        fill("spec.containers[0].ports[0].hostIP", "10.0.0.103");
        more("spec.containers[0].ports[0].hostPort");
        fill("spec.containers[0].ports[0].hostPort", "9999");
        choose("spec.containers[0].ports[0].protocol", "TCP");
        add("spec.containers[0].ports");
        choose("spec.containers[0].ports[1].protocol", "UDP");
        put("spec.containers[0].resources.requests", "memory", "100Mi");
        put("spec.containers[0].resources.requests", "cpu", "250m");
        put("spec.containers[0].resources.limits", "memory", "200Mi");
        put("spec.containers[0].resources.limits", "cpu", "500m");
        fill("spec.containers[0].command[0]", "sleep");
        fill("spec.containers[0].args[0]", "20");
        choose("spec.containers[0].imagePullPolicy", "Always");
        variable(0, "USERNAME", "oldboyedu");
        variable(1, "PASSWORD", "123456");
        variable(2, "ADDRESS", "ShaHe");
    }

    private void variable(int position, String name, String value) {
        add("spec.containers[0].env");
        fill("spec.containers[0].env[" + position + "].name", name);
        fill("spec.containers[0].env[" + position + "].value", value);
    }

    private void initContainer() {
        take("Pod").at(304, 176);
        rename("init-demo");
        remove("metadata.labels.app");
        fill("spec.containers[0].name", "mynginx");
        fill("spec.containers[0].image", "nginx:1.17");
        take("emptyDir").onto(pod("init-demo"));
        answer("/usr/share/nginx/html");
        fill("spec.volumes[0].name", "www");
        fill("spec.containers[0].volumeMounts[0].name", "www");
        take("init-container").onto(pod("init-demo"));
        fill("spec.initContainers[0].name", "download");
        fill("spec.initContainers[0].image", "busybox");
        fill("spec.initContainers[0].command[0]", "wget");
        fill("spec.initContainers[0].command[1]", "-O");
        fill("spec.initContainers[0].command[2]", "/opt/index.html");
        fill("spec.initContainers[0].command[3]", "https://www.cnblogs.com/oldboyedu/");
        add("spec.initContainers[0].volumeMounts");
        fill("spec.initContainers[0].volumeMounts[0].name", "www");
        fill("spec.initContainers[0].volumeMounts[0].mountPath", "/opt");
    }

    private void controllerAndService() {
        take("Service-NodePort").at(304, 528);
        rename("oldboyedu-nginx-svc");
        fill("spec.ports[0].port", "8888");
        fill("spec.ports[0].nodePort", "30000");
        choose("spec.ports[0].protocol", "TCP");
        take("ReplicationController").at(664, 528);
        rename("oldboyedu-nginx");
        fill("spec.replicas", "4");
        fill("spec.selector.app", "oldboyedu-web");
        fill("spec.template.metadata.labels.app", "oldboyedu-web");
        fill("spec.template.spec.containers[0].name", "oldboyedu-linux-web");
        fill("spec.template.spec.containers[0].image", NGINX);
        connect(SERVICE, CONTROLLER);
    }

    private static ResourceId pod(String name) {
        return ResourceId.of(Kinds.POD, "default", name);
    }

    private static Project article() {
        return ((OpenResult.Opened) ProjectFolder.open(SAMPLES.resolve("article"))).project();
    }
}
