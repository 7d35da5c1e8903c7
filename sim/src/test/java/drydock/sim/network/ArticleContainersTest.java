package drydock.sim.network;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.SimulationOptions;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What the article shows of containers and the network, with its own manifests on its own nodes.
class ArticleContainersTest {

    private static final Path ARTICLE = Path.of("..", "sample-projects", "article");

    private final Bench bench =
            new Bench(SimulationOptions.DEFAULT.withNodes(Stream.of("10.0.0.101", "10.0.0.102", "10.0.0.103")
                    .map(ArticleContainersTest::node)
                    .toList()));

    @AfterEach
    void close() {
        bench.close();
    }

    private static Node node(String address) {
        return new NodeBuilder()
                .withNewMetadata()
                .withName(address)
                .endMetadata()
                .withNewStatus()
                .addNewAddress()
                .withType("InternalIP")
                .withAddress(address)
                .endAddress()
                .endStatus()
                .build();
    }

    private Bench apply(String name) throws IOException {
        return bench.apply(Files.readString(ARTICLE.resolve(name)));
    }

    @Test
    void theContainersOfAPodShareItsNetworkAndNotItsFiles() throws IOException {
        apply("03-pod-net-demo.yaml");
        String pod = "oldboyedu-nginx-2022";

        bench.kubectl(
                "",
                "exec",
                pod,
                "-c",
                "oldboyedu-nginx",
                "--",
                "sh",
                "-c",
                "echo '<h1>oldboyedu linux</h1>' > /usr/share/nginx/html/index.html");

        assertThat(alpine(pod, "wget", "-qO-", "127.0.0.1:80")).isEqualTo("<h1>oldboyedu linux</h1>\n");
        assertThat(alpine(pod, "cat", "/usr/share/nginx/html/index.html")).contains("No such file or directory");
        assertThat(alpine(pod, "hostname")).isEqualTo(pod + "\n");
        assertThat(bench.outside("http://10.0.0.102:8888/").result()).isEqualTo(new RequestResult.Answered(200));
        assertThat(bench.outside("http://10.0.0.103:8888/").result()).isInstanceOf(RequestResult.Refused.class);
    }

    private String alpine(String pod, String... program) {
        return bench.kubectl(
                "",
                Stream.concat(Stream.of("exec", pod, "-c", "oldboyedu-alpine", "--"), Stream.of(program))
                        .toArray(String[]::new));
    }

    @Test
    void theSecondOfTwoServersOnOnePortEnds() throws IOException {
        bench.apply("""
            apiVersion: v1
            kind: Pod
            metadata: {name: twice}
            spec:
              containers:
              - {name: one, image: nginx}
              - {name: two, image: nginx}
            """);

        assertThat(bench.kubectl("", "logs", "twice", "-c", "two")).containsIgnoringCase("address already in use");
        assertThat(bench.kubectl("", "get", "pods")).containsPattern("twice +1/2 +(CrashLoopBackOff|Error)");
    }

    @Test
    void theInitContainerFetchesThePageThatNginxServes() throws IOException {
        apply("04-pod-init-container-demo.yaml");

        assertThat(bench.in("init-demo", "cat /usr/share/nginx/html/index.html"))
                .contains("www.cnblogs.com");
        String address = bench.pod("init-demo").getStatus().getPodIP();
        bench.apply(Bench.client("me", ""));
        assertThat(bench.in("me", "wget -qO- " + address)).contains("/oldboyedu/");
        assertThat(bench.kubectl("", "logs", "init-demo", "-c", "download")).contains("saved");
    }

    @Test
    void theShipperSendsNginxsLogToElasticsearchOutside() {
        bench.apply("""
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: filebeat}
            data:
              filebeat.yml: |
                filebeat.inputs:
                - type: log
                  paths:
                  - /var/log/nginx/access.log
                output.elasticsearch:
                  hosts: ["es.example.com:9200"]
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: web}
            spec:
              volumes:
              - {name: logs, emptyDir: {}}
              - {name: config, configMap: {name: filebeat}}
              containers:
              - name: nginx
                image: nginx
                ports: [{containerPort: 80, hostPort: 8080}]
                volumeMounts: [{name: logs, mountPath: /var/log/nginx}]
              - name: filebeat
                image: docker.elastic.co/beats/filebeat:8.15.0
                volumeMounts:
                - {name: logs, mountPath: /var/log/nginx}
                - {name: config, mountPath: /usr/share/filebeat}
            """);
        String node = bench.pod("web").getSpec().getNodeName();
        bench.outside("http://" + node + ":8080/first");
        bench.outside("http://" + node + ":8080/");
        bench.run(3);

        assertThat(bench.network.world().indices().get("es.example.com").latest())
                .hasSize(2)
                .first()
                .asString()
                .contains("\"GET /first HTTP/1.1\" 404");
        assertThat(bench.kubectl("", "logs", "web", "-c", "nginx")).isEmpty();

        bench.container("web").kill();
        bench.run(5);
        assertThat(bench.kubectl("", "get", "pod", "web")).contains("2/2").contains("Running");
        assertThat(bench.pod("web").getStatus().getContainerStatuses())
                .extracting(s -> s.getName() + " " + s.getRestartCount())
                .containsExactly("filebeat 0", "nginx 1");
    }

    @Test
    void theServiceSpreadsOverThePodsOfTheController() throws IOException {
        apply("05-nginx-rc1.yaml");
        apply("01-nginx-service.yaml");
        bench.run(5);

        List<String> pods = Stream.generate(() -> bench.outside("http://10.0.0.101:30000/"))
                .limit(40)
                .peek(trace -> assertThat(trace.result()).isEqualTo(new RequestResult.Answered(200)))
                .map(trace -> trace.pod().map(ResourceId::name).orElse(""))
                .distinct()
                .toList();
        assertThat(pods).hasSize(4);

        bench.kubectl("", "scale", "rc", "oldboyedu-nginx", "--replicas=2");
        bench.run(2);
        assertThat(Stream.generate(() -> bench.outside("http://10.0.0.103:30000/"))
                        .limit(20)
                        .map(trace -> trace.pod().map(ResourceId::name).orElse(""))
                        .distinct())
                .hasSize(2);
        bench.run(1);
        assertThat(bench.network
                        .requests()
                        .of(ResourceId.of(Kinds.SERVICE, "default", "oldboyedu-nginx-svc"))
                        .requestsASecond())
                .isPositive();
    }

    @Test
    void oneServiceThatFailsTakesNotTheOthersWithIt() {
        bench.apply((Bench.servers("cart", 1)
                        + Bench.service("cart", "")
                        + Bench.servers("catalog", 1)
                        + Bench.service("catalog", "")
                        + """
                        ---
                        apiVersion: v1
                        kind: Pod
                        metadata:
                          name: front
                          labels: {app: front}
                          annotations: {drydock.io/calls.shop: "http://cart:8080/"}
                        spec:
                          containers: [{name: shop, image: traefik/whoami}]
                        """
                        + Bench.service("front", "")
                        + Bench.client("me", ""))
                .replace("nodeName: node-1", "nodeName: 10.0.0.102"));
        assertThat(bench.in("me", "wget -qO- front:8080")).contains("Hostname: front");

        bench.kubectl("", "delete", "pod", "cart-1", "--force", "--grace-period=0");
        bench.run(2);

        assertThat(bench.in("me", "wget -qO- -T 9 front:8080")).contains("502 Bad Gateway");
        assertThat(bench.in("me", "wget -qO- catalog:8080")).contains("Hostname: catalog-1");
    }
}
