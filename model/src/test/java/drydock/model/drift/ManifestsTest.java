package drydock.model.drift;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.manifest.FieldPath;
import drydock.model.manifest.ManifestDocument;
import drydock.model.manifest.ManifestFile;
import drydock.model.resource.ResourceId;
import drydock.model.resource.Schema;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ManifestsTest {

    private static final String LIVE = """
        apiVersion: v1
        kind: Service
        metadata:
          name: web
          namespace: shop
          uid: 1234
          resourceVersion: "77"
          creationTimestamp: "2026-01-01T00:00:00Z"
          labels: {app: web}
        spec:
          clusterIP: 10.0.0.7
          clusterIPs: [10.0.0.7]
          ports: [{nodePort: 31234, port: 80, protocol: TCP, targetPort: 8080}]
          selector: {app: web}
          sessionAffinity: None
          type: NodePort
        status: {loadBalancer: {}}
        """;

    @Test
    void aLiveObjectBecomesWhatAPersonWouldWrite() {
        assertThat(Manifests.yaml(Schema.kubernetes(), object(LIVE))).isEqualTo("""
            apiVersion: v1
            kind: Service
            metadata:
              name: web
              namespace: shop
              labels:
                app: web
            spec:
              type: NodePort
              selector:
                app: web
              ports:
              - port: 80
                targetPort: 8080
            """);
    }

    @Test
    void whatKubectlNotedAsWrittenStays() {
        String noted = LIVE.replace("  labels: {app: web}\nspec", """
              labels: {app: web}
              annotations:
                kubectl.kubernetes.io/last-applied-configuration: '{"spec":{"ports":[{"port":80,"nodePort":31234}]}}'
            spec\
            """);

        assertThat(Manifests.yaml(Schema.kubernetes(), object(noted)))
                .contains("nodePort: 31234")
                .doesNotContain("annotations", "clusterIP");
    }

    @Test
    void annotationsThatKubectlNotedWhereThereWereNoneAreNotWritten() {
        HasMetadata live = object("""
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: settings
              namespace: shop
              annotations:
                kubectl.kubernetes.io/last-applied-configuration: '{"apiVersion":"v1","data":{"color":"blue"},"kind":"ConfigMap","metadata":{"annotations":{},"name":"settings","namespace":"shop"}}'
            data: {color: blue}
            """);

        assertThat(Manifests.yaml(Schema.kubernetes(), live)).isEqualTo("""
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: settings
              namespace: shop
            data:
              color: blue
            """);
    }

    @Test
    void bothSidesAreWrittenInTheManifestsOrder() {
        ManifestDocument manifest = document("""
            apiVersion: v1
            kind: Service
            metadata: {name: web, labels: {app: web}}
            spec:
              selector: {app: web}
              type: NodePort
              ports: [{protocol: TCP, port: 80}]
            """);

        Manifests.Sides sides = Manifests.sides(
                Schema.kubernetes(), (Map<?, ?>) manifest.value(FieldPath.ROOT).orElseThrow(), object(LIVE));

        assertThat(sides.there().replace("\n    targetPort: 8080", "")).isEqualTo(sides.here());
    }

    @Test
    void namespacesAndDefinitionsAreAppliedBeforeWhatLivesByThem() {
        Comparator<ResourceId> order = ApplyOrder.COMPARATOR;

        assertThat(Stream.of(
                                "Widget",
                                "Ingress",
                                "Deployment",
                                "Service",
                                "ConfigMap",
                                "CustomResourceDefinition",
                                "Namespace")
                        .map(kind -> new ResourceId("", kind, "", "a"))
                        .sorted(order)
                        .map(ResourceId::kind))
                .containsExactly(
                        "Namespace",
                        "CustomResourceDefinition",
                        "ConfigMap",
                        "Service",
                        "Deployment",
                        "Ingress",
                        "Widget");
    }

    private static HasMetadata object(String text) {
        return document(text).object().orElseThrow();
    }

    private static ManifestDocument document(String text) {
        return ManifestFile.parse("a.yaml", text).documents().getFirst();
    }
}
