package drydock.sim.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkloadDescriptionTest {

    private final CommandLine kubectl = CommandLine.start();

    @AfterEach
    void close() {
        kubectl.close();
    }

    private void apply(String yaml) {
        kubectl.file("it.yaml", yaml).out("apply -f it.yaml");
    }

    @Test
    void aStatefulSetShowsItsStrategyPodsAndClaims() {
        apply("""
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: db}
            spec:
              serviceName: db
              replicas: 1
              selector: {matchLabels: {app: db}}
              template:
                metadata: {labels: {app: db}}
                spec: {containers: [{name: main, image: nginx}]}
              volumeClaimTemplates:
              - metadata: {name: data}
                spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
            """);
        kubectl.pass(10);

        assertThat(kubectl.out("describe sts db"))
                .contains("Selector:           app=db\n")
                .contains("Replicas:           1 desired | 1 total\n")
                .contains("Update Strategy:    RollingUpdate\n  Partition:        0\n")
                .contains("Pods Status:        1 Running / 0 Waiting / 0 Succeeded / 0 Failed\n")
                .contains("Volume Claims:\n  Name:          data\n  StorageClass:  \n")
                .contains("  Capacity:      1Gi\n  Access Modes:  [ReadWriteOnce]\n")
                .contains("Create Pod db-0 in StatefulSet db successful");
    }

    @Test
    void aJobShowsHowItsPodsFared() {
        apply("""
            apiVersion: batch/v1
            kind: Job
            metadata: {name: work}
            spec:
              template:
                spec:
                  restartPolicy: Never
                  containers: [{name: main, image: busybox, command: ['true']}]
            """);
        kubectl.pass(20);

        assertThat(kubectl.out("describe job work"))
                .contains("Parallelism:      1\nCompletions:      1\nCompletion Mode:  NonIndexed\n")
                .contains("Pods Statuses:    0 Active (0 Ready) / 1 Succeeded / 0 Failed\n")
                .contains("Job completed");
    }

    @Test
    void aCronJobRunsAtOnceWhenAskedTo() {
        apply("""
            apiVersion: batch/v1
            kind: CronJob
            metadata: {name: reports}
            spec:
              schedule: "0 5 * * *"
              jobTemplate:
                spec:
                  template:
                    spec:
                      restartPolicy: Never
                      containers: [{name: main, image: busybox, command: ['true']}]
            """);

        assertThat(kubectl.out("create job now --from=cronjob/reports")).isEqualTo("job.batch/now created\n");
        kubectl.pass(20);

        assertThat(kubectl.out("get job now --no-headers")).startsWith("now   Complete   1/1");
        assertThat(kubectl.out("describe cronjob reports"))
                .contains("Schedule:                      0 5 * * *\nConcurrency Policy:            Allow\n")
                .contains("Active Jobs:         <none>\n");
        assertThat(kubectl.run("create job other --from=cronjob/none").stderr())
                .contains("cronjobs.batch \"none\" not found");
    }

    @Test
    void aClaimShowsWhoUsesIt() {
        apply("""
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: data}
            spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
            """);
        kubectl.pass(2);

        assertThat(kubectl.out("describe pvc data"))
                .contains("StorageClass:  standard\nStatus:        Pending\n")
                .contains("Finalizers:    [kubernetes.io/pvc-protection]\n")
                .contains("Used By:       <none>\n")
                .contains("waiting for first consumer to be created before binding");
        assertThat(kubectl.out("get sc"))
                .contains("NAME                 PROVISIONER            RECLAIMPOLICY   VOLUMEBINDINGMODE")
                .contains("standard (default)   simulated.drydock.io   Delete          WaitForFirstConsumer   false");
    }
}
