package drydock.sim.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.sim.Lab;
import io.fabric8.kubernetes.api.model.Event;
import org.junit.jupiter.api.Test;

/// Which changes of claims and volumes have a Pod tried again that waits for some.
class VolumeHintsTest {

    private static final String LOST = """
        apiVersion: v1
        kind: Pod
        metadata: {name: lost}
        spec:
          containers: [{name: c, image: nginx}]
          volumes: [{name: v, persistentVolumeClaim: {claimName: nowhere}}]
        """;

    private static String claim(String name) {
        return """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: %s}
            spec: {accessModes: [ReadWriteOnce], storageClassName: "", resources: {requests: {storage: 1Gi}}}
            """.formatted(name);
    }

    private static String volume(String name) {
        return """
            apiVersion: v1
            kind: PersistentVolume
            metadata: {name: %s}
            spec: {capacity: {storage: 1Gi}, accessModes: [ReadWriteOnce], hostPath: {path: /data}}
            """.formatted(name);
    }

    /// `volume_restrictions.go EventsToRegister`.
    @Test
    void whoseClaimIsNotThereWaitsForJustThatClaim() {
        try (Lab lab = Lab.of("a")) {
            lab.apply(LOST).run(2);
            assertThat(lab.unscheduled("lost")).contains("persistentvolumeclaim \"nowhere\" not found");

            lab.apply(claim("other")).apply(volume("one")).run(20);
            assertThat(tries(lab)).isEqualTo(1);

            lab.apply(volume("two")).apply(claim("nowhere")).run(20);
            assertThat(lab.nodeOf("lost")).isEqualTo("a");
        }
    }

    /// How often it was told of that no node can take the Pod.
    private static int tries(Lab lab) {
        return lab.simulation().cluster().list(Query.all(Kinds.EVENT)).stream()
                .map(Event.class::cast)
                .filter(event -> "FailedScheduling".equals(event.getReason()))
                .mapToInt(Event::getCount)
                .sum();
    }
}
