package drydock.sim.admission;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.Lab;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import org.junit.jupiter.api.Test;

class DefaultClassesTest {

    private static final String CLAIM = """
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: data}
        spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
        """;
    private static final String USER = """
        apiVersion: v1
        kind: Pod
        metadata: {name: user}
        spec:
          containers: [{name: c, image: nginx}]
          volumes: [{name: v, persistentVolumeClaim: {claimName: data}}]
        """;

    @Test
    void aClaimWithoutAClassHasTheDefaultFromTheStartSoThatItsPodDoesNotWaitForOne() {
        try (Lab lab = Lab.of("a")) {
            lab.apply(CLAIM);
            PersistentVolumeClaim claim = (PersistentVolumeClaim) lab.simulation()
                    .cluster()
                    .get(ResourceId.of(Kinds.PERSISTENT_VOLUME_CLAIM, "default", "data"))
                    .orElseThrow();
            assertThat(claim.getSpec().getStorageClassName()).isEqualTo("standard");

            lab.apply(USER).run(10);
            assertThat(lab.events("user")).contains("Scheduled").doesNotContain("FailedScheduling");
        }
    }

    @Test
    void ofTheDefaultClassesOfIngressesTheNewestIsTaken() {
        try (Lab lab = Lab.of("a")) {
            lab.apply(ingressClass("old")).run(2);
            lab.apply(ingressClass("new")).run(2);

            lab.apply("""
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {name: web}
                spec: {defaultBackend: {service: {name: web, port: {number: 80}}}}
                """);

            Ingress ingress = (Ingress) lab.simulation()
                    .cluster()
                    .get(ResourceId.of(Kinds.INGRESS, "default", "web"))
                    .orElseThrow();
            assertThat(ingress.getSpec().getIngressClassName()).isEqualTo("new");
        }
    }

    private static String ingressClass(String name) {
        return """
            apiVersion: networking.k8s.io/v1
            kind: IngressClass
            metadata: {name: %s, annotations: {ingressclass.kubernetes.io/is-default-class: "true"}}
            spec: {controller: example.com/ingress}
            """.formatted(name);
    }
}
