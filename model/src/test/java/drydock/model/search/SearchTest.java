package drydock.model.search;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.diagram.DiagramFile;
import drydock.model.manifest.ManifestFile;
import drydock.model.project.Project;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchTest {

    private static final String OBJECTS = """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          namespace: shop
          labels: {app: web, app.kubernetes.io/part-of: 商店}
        spec:
          replicas: 3
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
              - {name: nginx, image: "nginx:1.27"}
              - name: log
                image: busybox
                args: [sh, -c, "tail -F /var/log/access.log"]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web-front, namespace: shop}
        spec:
          selector: {app: web}
          ports: [{port: 80}]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: nginx}
        spec: {type: NodePort, ports: [{port: 8080, nodePort: 30080}]}
        ---
        apiVersion: v1
        kind: Secret
        metadata: {name: login, annotations: {note: "Rotate me"}}
        data: {password: aHVudGVyMg==}
        stringData: {user: hunter}
        ---
        apiVersion: example.com/v1
        kind: Widget
        metadata: {name: odd, namespace: default}
        spec: {replicas: 30, web: {depth: 3}}
        """;

    private final SearchIndex index = SearchIndex.EMPTY.updated(objects(OBJECTS));

    private static List<HasMetadata> objects(String text) {
        return Project.of(List.of(ManifestFile.parse("all.yaml", text)), DiagramFile.ABSENT)
                .objects();
    }

    private List<String> found(String typed) {
        return index.search(Query.parse(typed)).stream()
                .map(hit -> hit.object().kind() + "/" + hit.object().name())
                .toList();
    }

    private Match best(String typed) {
        return index.search(Query.parse(typed)).getFirst().matches().getFirst();
    }

    @Test
    void theNameCountsMoreThanAnythingElse() {
        assertThat(found("web")).containsExactly("Deployment/web", "Service/web-front", "Widget/odd");
        assertThat(found("NGINX")).containsExactly("Service/nginx", "Deployment/web");
        assertThat(found("front")).containsExactly("Service/web-front");
    }

    @Test
    void aKindIsFoundByEachOfItsNames() {
        assertThat(found("svc")).containsExactlyInAnyOrder("Service/web-front", "Service/nginx");
        assertThat(found("services")).isEqualTo(found("svc"));
        assertThat(found("kind:deploy")).containsExactly("Deployment/web");
        assertThat(found("widg")).containsExactly("Widget/odd");
    }

    @Test
    void aLabelIsFoundWhereItIsGivenBeforeWhereItIsAskedFor() {
        assertThat(found("app=web")).containsExactly("Deployment/web", "Service/web-front");
        assertThat(found("app=w")).hasSize(2);
        assertThat(found("app=other")).isEmpty();
        assertThat(found("part-of=商店")).containsExactly("Deployment/web");
        assertThat(found("label:app==web")).isEqualTo(found("app=web"));
    }

    @Test
    void aFieldIsFoundByTheEndOfItsPathAndItsValue() {
        assertThat(found("spec.replicas:3")).containsExactly("Deployment/web", "Widget/odd");
        assertThat(found("replicas:30")).containsExactly("Widget/odd");
        assertThat(found("containers[0].image:nginx")).containsExactly("Deployment/web");
        assertThat(found("containers.image:busy")).containsExactly("Deployment/web");
        assertThat(found("eplicas:3")).isEmpty();
        assertThat(found("nodePort:")).containsExactly("Service/nginx");
        assertThat(best("nodeport:30080").path()).isEqualTo("spec.ports[0].nodePort");
    }

    @Test
    void anImageWithItsTagIsTextAndNoField() {
        assertThat(found("nginx:1.2")).containsExactly("Deployment/web");
        assertThat(best("nginx:1.2")).isEqualTo(new Match("spec.template.spec.containers[0].image", "nginx:1.27", 25));
    }

    @Test
    void severalWordsMustAllFitAndQuotedOnesTogether() {
        assertThat(found("svc web")).containsExactly("Service/web-front");
        assertThat(found("ns:shop 80")).containsExactly("Service/web-front");
        assertThat(found("\"tail -f\"")).containsExactly("Deployment/web");
        assertThat(found("tail -f")).containsExactly("Deployment/web");
        assertThat(found("\"-f tail\"")).isEmpty();
        assertThat(found("  \u00a0 ")).isEmpty();
    }

    @Test
    void theNamesOfFieldsAreFoundLast() {
        assertThat(found("nodeport")).containsExactly("Service/nginx");
        assertThat(found("depth")).containsExactly("Widget/odd");
        assertThat(best("depth").value()).isEmpty();
    }

    @Test
    void whatASecretHoldsIsNeverShown() {
        assertThat(found("hunter")).isEmpty();
        assertThat(found("aHVudGVyMg")).isEmpty();
        assertThat(found("password")).containsExactly("Secret/login");
        assertThat(found("rotate")).containsExactly("Secret/login");
    }

    @Test
    void everyTextThatCanBeTypedIsAQuery() {
        for (String typed :
                List.of("\"", "=", ":", "a=", "a:", ":a", "=a", "\"\"", "label:", "[", "\\", "a\"b c\"d", "🚀")) {
            assertThat(index.search(Query.parse(typed))).as(typed).isNotNull();
        }
        assertThat(Query.parse("a\"b c\"d").terms()).hasSize(1);
        assertThat(SearchIndex.EMPTY.search(Query.parse("web"))).isEmpty();
    }

    @Test
    void onlyWhatWasReplacedIsReadAgain() {
        List<HasMetadata> many = new ArrayList<>();
        IntStream.range(0, 5_000).forEach(i -> many.add(pod("pod-" + i, "image-" + i)));
        SearchIndex before = SearchIndex.EMPTY.updated(many);
        many.set(7, pod("pod-7", "replaced"));
        many.removeLast();

        SearchIndex after = before.updated(many);

        assertThat(after.search(Query.parse("image:image-7")))
                .noneMatch(hit -> hit.object().name().equals("pod-7"));
        assertThat(after.search(Query.parse("replaced"))).hasSize(1);
        assertThat(after.search(Query.parse("po"))).hasSize(4_999);
        assertThat(before.search(Query.parse("replaced"))).isEmpty();
        assertThat(before.search(Query.parse("po"))).hasSize(5_000);
    }

    private static HasMetadata pod(String name, String image) {
        return new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("main")
                .withImage(image)
                .endContainer()
                .endSpec()
                .build();
    }
}
