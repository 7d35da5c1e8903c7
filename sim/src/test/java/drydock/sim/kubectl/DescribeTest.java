package drydock.sim.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.sim.script.CommandResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DescribeTest {

    private static final String WEB = """
        apiVersion: v1
        kind: ReplicationController
        metadata: {name: web, labels: {app: web}}
        spec:
          replicas: 2
          selector: {app: web}
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
              - {name: nginx, image: "nginx:1.14", ports: [{containerPort: 80}]}
        """;

    private final CommandLine kubectl = CommandLine.start();

    @AfterEach
    void close() {
        kubectl.close();
    }

    @Test
    void aReplicationControllerIsDescribedAsKubectlDoes() {
        kubectl.file("rc.yaml", WEB).run("create -f rc.yaml");
        kubectl.pass(6);

        String said = kubectl.out("describe rc web");

        assertThat(said.replaceAll("web-\\w{5}", "web-xxxxx")).isEqualTo("""
            Name:         web
            Namespace:    default
            Selector:     app=web
            Labels:       app=web
            Annotations:  <none>
            Replicas:     2 current / 2 desired
            Pods Status:  2 Running / 0 Waiting / 0 Succeeded / 0 Failed
            Pod Template:
              Labels:  app=web
              Containers:
               nginx:
                Image:         nginx:1.14
                Port:          80/TCP
                Host Port:     0/TCP
                Environment:   <none>
                Mounts:        <none>
              Volumes:         <none>
              Node-Selectors:  <none>
              Tolerations:     <none>
            Events:
              Type    Reason            Age   From                    Message
              ----    ------            ----  ----                    -------
              Normal  SuccessfulCreate  6s    replication-controller  Created pod: web-xxxxx
              Normal  SuccessfulCreate  6s    replication-controller  Created pod: web-xxxxx
            """);
    }

    @Test
    void aPodIsDescribedWithItsContainersConditionsVolumesAndEvents() {
        kubectl.file("pod.yaml", """
            apiVersion: v1
            kind: Pod
            metadata: {name: full, labels: {app: web, tier: front}, annotations: {note: hello}}
            spec:
              automountServiceAccountToken: false
              nodeSelector: {kubernetes.io/os: linux}
              containers:
              - name: main
                image: nginx:1.14
                args: [nginx, "-g"]
                ports: [{containerPort: 80, name: http}, {containerPort: 81, hostPort: 8081, protocol: UDP}]
                resources: {limits: {memory: 64Mi, cpu: "1"}, requests: {cpu: 250m}}
                livenessProbe: {httpGet: {port: 80, path: /ok}, periodSeconds: 5}
                readinessProbe: {exec: {command: [cat, /tmp/ready]}, initialDelaySeconds: 100}
                startupProbe: {tcpSocket: {port: 80}}
                env:
                - {name: PLAIN, value: "a b"}
                - {name: NAME, valueFrom: {fieldRef: {fieldPath: metadata.name}}}
                - {name: KEY, valueFrom: {configMapKeyRef: {name: cm, key: k, optional: true}}}
                - {name: CPUS, valueFrom: {resourceFieldRef: {resource: limits.cpu}}}
                envFrom: [{prefix: P_, secretRef: {name: s, optional: true}}]
                volumeMounts: [{name: cache, mountPath: /cache}, {name: host, mountPath: /a, readOnly: true}]
              volumes:
              - {name: cache, emptyDir: {sizeLimit: 1Gi}}
              - {name: host, hostPath: {path: /srv}}
            """);
        kubectl.run("create -f pod.yaml");
        kubectl.pass(6);

        String said = kubectl.out("describe pod/full");

        assertThat(said)
                .contains("""
                    Labels:           app=web
                                      tier=front
                    Annotations:      note: hello
                    Status:           Running
                    """)
                .contains("""
                        Args:
                          nginx
                          -g
                        State:          Running
                    """)
                .contains("    Ports:         80/TCP (http), 81/UDP\n", "    Host Ports:    0/TCP (http), 8081/UDP\n")
                .contains("""
                        Ready:          False
                        Restart Count:  0
                        Limits:
                          cpu:     1
                          memory:  64Mi
                        Requests:
                          cpu:      250m
                          memory:   64Mi
                        Liveness:   http-get http://:80/ok delay=0s timeout=1s period=5s #success=1 #failure=3
                        Readiness:  exec [cat /tmp/ready] delay=100s timeout=1s period=10s #success=1 #failure=3
                        Startup:    tcp-socket :80 delay=0s timeout=1s period=10s #success=1 #failure=3
                        Environment Variables from:
                          s  Secret with prefix 'P_'  Optional: true
                        Environment:
                          PLAIN:  a b
                          NAME:   full (v1:metadata.name)
                          KEY:    <set to the key 'k' of config map 'cm'>  Optional: true
                          CPUS:   1 (limits.cpu)
                        Mounts:
                          /a from host (ro)
                          /cache from cache (rw)
                    """)
                .contains("""
                    Volumes:
                      cache:
                        Type:       EmptyDir (a temporary directory that shares a pod's lifetime)
                        Medium:     \n\
                        SizeLimit:  1Gi
                      host:
                        Type:          HostPath (bare host directory volume)
                        Path:          /srv
                        HostPathType:  \n\
                    QoS Class:         Burstable
                    Node-Selectors:    kubernetes.io/os=linux
                    Tolerations:       node.kubernetes.io/not-ready:NoExecute op=Exists for 300s
                                       node.kubernetes.io/unreachable:NoExecute op=Exists for 300s
                    Events:
                    """)
                .contains("kubelet            spec.containers{main}: Container started\n");
    }

    @Test
    void aContainerThatCrashedShowsItsLastState() {
        kubectl.file("pod.yaml", """
            apiVersion: v1
            kind: Pod
            metadata: {name: crash}
            spec:
              containers: [{name: main, image: busybox, command: [sh, -c, exit 3]}]
            """);
        kubectl.run("create -f pod.yaml");
        kubectl.pass(15);

        assertThat(kubectl.out("describe pod crash"))
                .contains("""
                        State:          Waiting
                          Reason:       CrashLoopBackOff
                        Last State:     Terminated
                          Reason:       Error
                          Exit Code:    3
                    """)
                .containsPattern("Warning  BackOff .*Back-off restarting failed container main in pod crash");
    }

    @Test
    void aPodWithoutANodeSaysNoneAndOneThatGoesSaysHowLong() {
        kubectl.file("pods.yaml", """
            apiVersion: v1
            kind: Pod
            metadata: {name: nowhere}
            spec: {nodeSelector: {disk: ssd}, containers: [{name: main, image: busybox}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: leaving}
            spec: {containers: [{name: main, image: busybox, command: [sleep, "1000"]}]}
            """);
        kubectl.run("create -f pods.yaml");
        kubectl.pass(5);
        kubectl.run("delete pod leaving --wait=false");
        kubectl.pass(5);

        assertThat(kubectl.out("describe pod nowhere"))
                .contains("Node:             <none>\n", "IPs:              <none>\n")
                .contains("FailedScheduling")
                .doesNotContain("Start Time");
        assertThat(kubectl.out("describe pod leaving"))
                .containsPattern("Status: +Terminating \\(lasts .*\\)\nTermination Grace Period: +30s\n");
    }

    @Test
    void anObjectIsFoundByTheBeginningOfItsName() {
        kubectl.file("rc.yaml", WEB).run("create -f rc.yaml");
        kubectl.pass(6);

        String said = kubectl.out("describe pod web-");

        assertThat(said.lines().filter(line -> line.startsWith("Name: "))).hasSize(2);
        assertThat(said).endsWith("Container started\n\n");
        assertThat(kubectl.run("describe pod else"))
                .isEqualTo(new CommandResult("", "Error from server (NotFound): pods \"else\" not found\n", 1));
    }

    @Test
    void aKindWithoutANameDescribesAllAndLabelsChoose() {
        kubectl.file("rc.yaml", WEB).run("create -f rc.yaml");
        kubectl.pass(6);

        assertThat(kubectl.out("describe pods").split("\n\n\nName: ", -1)).hasSize(2);
        assertThat(kubectl.out("describe rc,po -l app=web")).contains("Name:         web\n", "\n\n\nName: ");
        assertThat(kubectl.run("describe pods -l app=other"))
                .isEqualTo(new CommandResult("", "No resources found in default namespace.\n", 0));
        assertThat(kubectl.out("describe -f rc.yaml")).startsWith("Name:         web\n");
    }

    @Test
    void wrongUseIsSaidInKubectlsWords() {
        assertThat(kubectl.run("describe").stderr())
                .startsWith("error: You must specify the type of resource to describe.");
        assertThat(kubectl.run("describe widgets").stderr())
                .isEqualTo("error: the server doesn't have a resource type \"widgets\"\n");
    }

    @Test
    void whatIsThereIsDescribedBeforeWhatIsNotIsSaid() {
        kubectl.file("rc.yaml", WEB).run("create -f rc.yaml");

        CommandResult said = kubectl.run("describe rc/web rc/none svc/none");

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.stdout()).startsWith("Name:         web\n");
        assertThat(said.stderr()).isEqualTo("""
            Error from server (NotFound): replicationcontrollers "none" not found
            Error from server (NotFound): services "none" not found
            """);
    }

    @Test
    void aDeploymentNamesItsNewAndItsOldReplicaSets() {
        kubectl.file("deployment.yaml", """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec:
              replicas: 3
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec: {containers: [{name: nginx, image: "nginx:1.25"}]}
            """);
        kubectl.run("create -f deployment.yaml");
        kubectl.pass(3);
        String uid = kubectl.simulation()
                .cluster()
                .get(ResourceId.of(Kinds.DEPLOYMENT, "default", "web"))
                .orElseThrow()
                .getMetadata()
                .getUid();
        kubectl.file("old.yaml", """
            apiVersion: apps/v1
            kind: ReplicaSet
            metadata:
              name: web-old
              ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: web, uid: UID, controller: true}]
            spec:
              replicas: 0
              selector: {matchLabels: {app: web, pod-template-hash: old}}
              template:
                metadata: {labels: {app: web, pod-template-hash: old}}
                spec: {containers: [{name: nginx, image: "nginx:1.14"}]}
            """.replace("UID", uid)).run("create -f old.yaml");

        String said = kubectl.out("describe deploy web");

        assertThat(said).contains("""
            Selector:               app=web
            """, """
            StrategyType:           RollingUpdate
            MinReadySeconds:        0
            RollingUpdateStrategy:  25% max unavailable, 25% max surge
            Pod Template:
              Labels:  app=web
            """).containsPattern("OldReplicaSets: +web-old \\(0/0 replicas created\\)\n");
        assertThat(kubectl.out("describe rs web-old"))
                .contains("Controlled By:  Deployment/web\n", "Selector:       app=web,pod-template-hash=old\n")
                .contains("Replicas:       0 current / 0 desired\n");
    }

    @Test
    void aNodeCountsWhatItsPodsAskFor() {
        kubectl.file("pod.yaml", """
            apiVersion: v1
            kind: Pod
            metadata: {name: heavy}
            spec:
              nodeName: node-2
              containers:
              - name: main
                image: busybox
                command: [sleep, "1000"]
                resources: {requests: {cpu: 1500m, memory: 1Gi}, limits: {memory: 2Gi}}
            """);
        kubectl.run("create -f pod.yaml");
        kubectl.pass(4);

        String said = kubectl.out("describe node node-2");

        assertThat(said).contains("""
            Taints:             <none>
            Unschedulable:      false
            """, "Non-terminated Pods:          (1 in total)\n", """
              Namespace                   Name     CPU Requests  CPU Limits  Memory Requests  Memory Limits  Age
              ---------                   ----     ------------  ----------  ---------------  -------------  ---
              default                     heavy    1500m (37%)   0 (0%)      1Gi (12%)        2Gi (25%)      4s
            Allocated resources:
              (Total limits may be over 100 percent, i.e., overcommitted.)
              Resource           Requests     Limits
              --------           --------     ------
              cpu                1500m (37%)  0 (0%)
              memory             1Gi (12%)    2Gi (25%)
              ephemeral-storage  0 (0%)       0 (0%)
            """);
    }

    @Test
    void endpointsAreDescribedBySubsets() {
        kubectl.file("rc.yaml", WEB).run("create -f rc.yaml");
        kubectl.run("expose rc web --port=80");
        kubectl.pass(6);

        assertThat(kubectl.run("describe endpoints web").stdout().replaceAll("10\\.244\\.\\d+\\.\\d+", "IP"))
                .contains("""
                    Subsets:
                      Addresses:          IP,IP
                      NotReadyAddresses:  <none>
                      Ports:
                        Name     Port  Protocol
                        ----     ----  --------
                        <unset>  80    TCP

                    """);
        assertThat(kubectl.out("describe svc web")).containsPattern("Endpoints: +10.244.\\S+:80,10.244.\\S+:80\n");
    }

    @Test
    void aKindWithoutALayoutOfItsOwnShowsAllItsFields() {
        kubectl.file("driver.yaml", """
            apiVersion: storage.k8s.io/v1
            kind: CSIDriver
            metadata: {name: disks.example.com}
            spec: {attachRequired: false, volumeLifecycleModes: [Ephemeral]}
            """);
        kubectl.run("create -f driver.yaml");

        assertThat(kubectl.out("describe csidriver disks.example.com"))
                .contains("API Version:  storage.k8s.io/v1\n", "  Volume Lifecycle Modes:\n    Ephemeral\n")
                .containsPattern("  Attach Required: +false\n");
    }

    @Test
    void aStorageClassIsDescribedWithItsDefaults() {
        kubectl.file("class.yaml", """
            apiVersion: storage.k8s.io/v1
            kind: StorageClass
            metadata: {name: fast}
            provisioner: example.com/disks
            mountOptions: [noatime]
            parameters: {tier: ssd}
            """);
        kubectl.run("create -f class.yaml");

        assertThat(kubectl.out("describe sc fast")).isEqualTo("""
            Name:                  fast
            IsDefaultClass:        No
            Annotations:           <none>
            Provisioner:           example.com/disks
            Parameters:            tier=ssd
            AllowVolumeExpansion:  <unset>
            MountOptions:
              noatime
            ReclaimPolicy:      Delete
            VolumeBindingMode:  Immediate
            Events:             <none>
            """);
    }

    @Test
    void longAnnotationsStandBelowTheirKeysAndThatOfApplyIsLeftOut() {
        kubectl.file("cm.yaml", """
            apiVersion: v1
            kind: Service
            metadata:
              name: noted
              annotations: {long: "%s", lines: "one\\ntwo\\n"}
            spec: {ports: [{port: 80}]}
            """.formatted("x".repeat(200))).run("apply -f cm.yaml");

        assertThat(kubectl.out("describe svc noted")).contains("""
            Annotations:              lines:
                                        one
                                        two
                                      long:
                                        %s...
            Selector:                 <none>
            """.formatted("x".repeat(138)));
    }
}
