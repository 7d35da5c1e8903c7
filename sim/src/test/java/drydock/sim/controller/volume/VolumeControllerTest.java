package drydock.sim.controller.volume;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.resource.Kinds;
import drydock.sim.controller.Bench;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VolumeControllerTest {

    private static final String FAST = """
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata: {name: fast}
        provisioner: simulated.drydock.io
        """;

    private final Bench bench = Bench.start();

    @AfterEach
    void close() {
        bench.close();
    }

    /// Every 15 s (`pv_controller_base.go resync`).
    @Test
    void aClaimThatWaitsSaysSoAgainAndAgain() {
        bench.apply(claim("  storageClassName: nowhere")).pass(50);

        assertThat(bench.list(Kinds.EVENT))
                .extracting(Event.class::cast)
                .filteredOn(event -> event.getReason().equals("ProvisioningFailed"))
                .singleElement()
                .satisfies(event -> assertThat(event.getCount()).isEqualTo(4));
    }

    private static String claim(String more) {
        return """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: data}
            spec:
              accessModes: [ReadWriteOnce]
              resources: {requests: {storage: 2Gi}}
            %s
            """.formatted(more);
    }

    private static String volume(String name, String size, String policy) {
        return """
            apiVersion: v1
            kind: PersistentVolume
            metadata: {name: %s}
            spec:
              capacity: {storage: %s}
              accessModes: [ReadWriteOnce]
              persistentVolumeReclaimPolicy: %s
              storageClassName: manual
              hostPath: {path: /data}
            """.formatted(name, size, policy);
    }

    private PersistentVolumeClaim data() {
        return bench.get(Kinds.PERSISTENT_VOLUME_CLAIM, "data", PersistentVolumeClaim.class);
    }

    private PersistentVolume pv(String name) {
        return bench.get(Kinds.PERSISTENT_VOLUME, name, PersistentVolume.class);
    }

    private String phase() {
        return data().getStatus().getPhase();
    }

    @Test
    void aClaimOfNoClassGetsTheDefaultOneAndWaitsForAPod() {
        bench.apply(claim("")).pass(10);

        assertThat(data().getSpec().getStorageClassName()).isEqualTo("standard");
        assertThat(phase()).isEqualTo("Pending");
        assertThat(bench.events("data"))
                .containsExactly("WaitForFirstConsumer: waiting for first consumer to be created before binding");
    }

    @Test
    void aClaimWhoseNodeIsChosenGetsAVolume() {
        bench.apply(claim("")).pass(2);

        bench.simulation()
                .cluster()
                .replace(new PersistentVolumeClaimBuilder(data())
                        .editMetadata()
                        .addToAnnotations("volume.kubernetes.io/selected-node", "node-1")
                        .endMetadata()
                        .build());
        bench.pass(5);

        assertThat(phase()).isEqualTo("Bound");
        assertThat(data().getSpec().getVolumeName())
                .isEqualTo("pvc-" + data().getMetadata().getUid());
    }

    @Test
    void anImmediateClassMakesTheVolumeAtOnceAndDeletesItWithTheClaim() {
        bench.apply(FAST).apply(claim("  storageClassName: fast")).pass(5);
        String volume = data().getSpec().getVolumeName();
        assertThat(phase()).isEqualTo("Bound");
        assertThat(data().getStatus().getCapacity().get("storage")).hasToString("2Gi");
        assertThat(pv(volume).getStatus().getPhase()).isEqualTo("Bound");
        assertThat(bench.events("data"))
                .anyMatch(e -> e.startsWith("ExternalProvisioning: Waiting for a volume to be created"))
                .contains("ProvisioningSucceeded: Successfully provisioned volume " + volume);
        assertThat(bench.kubectl("get pvc").stdout())
                .contains("data   Bound    " + volume + "   2Gi        RWO            fast           <unset>");

        bench.kubectl("delete pvc data");
        bench.pass(5);

        assertThat(bench.has(Kinds.PERSISTENT_VOLUME, volume)).isFalse();
    }

    @Test
    void theSmallestVolumeThatFitsIsTaken() {
        bench.apply(volume("small", "1Gi", "Retain"))
                .apply(volume("large", "9Gi", "Retain"))
                .apply(volume("right", "3Gi", "Retain"))
                .pass(1);
        assertThat(pv("small").getStatus().getPhase()).isEqualTo("Available");

        bench.apply(claim("  storageClassName: manual")).pass(1);

        assertThat(data().getSpec().getVolumeName()).isEqualTo("right");
        assertThat(pv("right").getStatus().getPhase()).isEqualTo("Bound");
        assertThat(pv("large").getStatus().getPhase()).isEqualTo("Available");
    }

    @Test
    void aRetainedVolumeIsReleasedAndTakenByNobody() {
        bench.apply(volume("right", "3Gi", "Retain"))
                .apply(claim("  storageClassName: manual"))
                .pass(1);

        bench.kubectl("delete pvc data");
        bench.pass(2);
        assertThat(pv("right").getStatus().getPhase()).isEqualTo("Released");

        bench.apply(claim("  storageClassName: manual")).pass(5);
        assertThat(phase()).isEqualTo("Pending");
        assertThat(bench.events("data"))
                .contains("ProvisioningFailed: storageclass.storage.k8s.io \"manual\" not found");
    }

    @Test
    void aVolumeMadeByHandCannotBeDeletedByTheCluster() {
        bench.apply(volume("right", "3Gi", "Delete"))
                .apply(claim("  storageClassName: manual"))
                .pass(1);

        bench.kubectl("delete pvc data");
        bench.pass(2);

        assertThat(pv("right").getStatus().getPhase()).isEqualTo("Failed");
        assertThat(bench.events("right")).anyMatch(e -> e.startsWith("VolumeFailedDelete: error getting deleter"));
    }

    @Test
    void aClaimInUseIsKeptUntilItsPodIsGone() {
        bench.apply(FAST).apply(claim("  storageClassName: fast")).apply("""
            apiVersion: v1
            kind: Pod
            metadata: {name: user}
            spec:
              terminationGracePeriodSeconds: 1
              containers:
              - {name: main, image: nginx, volumeMounts: [{name: v, mountPath: /v}]}
              volumes:
              - {name: v, persistentVolumeClaim: {claimName: data}}
            """).pass(10);

        bench.simulation()
                .cluster()
                .delete(drydock.model.resource.ResourceId.of(data()), drydock.model.cluster.Deletion.DEFAULT);
        bench.pass(5);
        assertThat(bench.kubectl("get pvc").stdout()).contains("data   Terminating");

        bench.kubectl("delete pod user");
        bench.pass(5);
        assertThat(bench.has(Kinds.PERSISTENT_VOLUME_CLAIM, "data")).isFalse();
    }

    @Test
    void aClaimWithoutVolumeAndClassIsTold() {
        bench.apply(claim("  storageClassName: ''")).pass(2);

        assertThat(bench.events("data"))
                .contains("FailedBinding: no persistent volumes available for this claim and no storage class is set");
    }

    @Test
    void aClaimLosesAVolumeThatIsGone() {
        bench.apply(volume("right", "3Gi", "Retain"))
                .apply(claim("  storageClassName: manual"))
                .pass(1);
        PersistentVolume right = pv("right");

        bench.simulation()
                .cluster()
                .replace(new io.fabric8.kubernetes.api.model.PersistentVolumeBuilder(right)
                        .editMetadata()
                        .withFinalizers()
                        .endMetadata()
                        .build());
        bench.kubectl("delete pv right");
        bench.pass(2);

        assertThat(phase()).isEqualTo("Lost");
    }
}
