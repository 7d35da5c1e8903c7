package drydock.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A large project for benchmarks: mixed objects, ten in a file, some of them with something wrong.
///
/// `java … drydock.app.cli.ManyManifests FOLDER 20000` writes it; the same every time.
final class ManyManifests {

    private static final int IN_A_FILE = 10;
    private static final int FILES_IN_A_FOLDER = 100;

    private static final List<String> KINDS = List.of("""
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web-%1$d
          namespace: team-%2$d
          labels: {app: web-%1$d, tier: front}
        spec:
          replicas: 3
          selector:
            matchLabels: {app: web-%1$d}
          template:
            metadata:
              labels: {app: web-%1$d, tier: front}
            spec:
              containers:
              - name: web
                image: registry.example.com/shop/web:1.%1$d
                ports:
                - name: http
                  containerPort: 8080
                env:
                - name: MODE
                  value: "production"
                - name: LEVEL
                  valueFrom:
                    configMapKeyRef: {name: settings-%1$d, key: level}
                resources:
                  requests: {cpu: 100m, memory: 128Mi}
                  limits: {memory: 256Mi}
                readinessProbe:
                  httpGet: {path: /ready, port: http}
                livenessProbe:
                  httpGet: {path: /alive, port: http}
                  periodSeconds: 20
                volumeMounts:
                - {name: settings, mountPath: /etc/web}
              volumes:
              - name: settings
                configMap: {name: settings-%1$d}
        """, """
        apiVersion: v1
        kind: Service
        metadata:
          name: web-%1$d
          namespace: team-%2$d
        spec:
          selector: {app: web-%1$d}
          ports:
          - name: http
            port: 80
            targetPort: http
        """, """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings-%1$d
          namespace: team-%2$d
        data:
          level: "info"
          web.conf: |
            # How the shop answers.
            listen = 8080
            workers = 4
            timeout = 30s
            upstream = http://stock-%1$d.team-%2$d.svc
        """, """
        apiVersion: v1
        kind: Secret
        metadata:
          name: keys-%1$d
          namespace: team-%2$d
        type: Opaque
        data:
          token: c2VjcmV0LXRva2Vu
        """, """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata:
          name: store-%1$d
          namespace: team-%2$d
        spec:
          serviceName: store-%1$d
          replicas: 2
          selector:
            matchLabels: {app: store-%1$d}
          template:
            metadata:
              labels: {app: store-%1$d}
            spec:
              containers:
              - name: store
                image: postgres:17
                ports:
                - containerPort: 5432
                volumeMounts:
                - {name: data, mountPath: /var/lib/postgresql/data}
          volumeClaimTemplates:
          - metadata:
              name: data
            spec:
              accessModes: [ReadWriteOnce]
              resources:
                requests: {storage: 10Gi}
        """, """
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: report-%1$d
          namespace: team-%2$d
        spec:
          schedule: "15 3 * * *"
          jobTemplate:
            spec:
              template:
                spec:
                  restartPolicy: Never
                  containers:
                  - name: report
                    image: busybox:1.37
                    command: [sh, -c, "echo report"]
        """, """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web-%1$d
          namespace: team-%2$d
        spec:
          rules:
          - host: web-%1$d.example.com
            http:
              paths:
              - path: /
                pathType: Prefix
                backend:
                  service:
                    name: web-%1$d
                    port: {name: http}
        """, """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          name: web-%1$d
          namespace: team-%2$d
        spec:
          minAvailable: 1
          selector:
            matchLabels: {app: web-%1$d}
        """, """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: reader-%1$d
          namespace: team-%2$d
        rules:
        - apiGroups: [""]
          resources: [pods, services]
          verbs: [get, list, watch]
        """, """
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web-%1$d
          namespace: team-%2$d
        spec:
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web-%1$d}
          minReplicas: 2
          maxReplicas: 10
          metrics:
          - type: Resource
            resource:
              name: cpu
              target: {type: Utilization, averageUtilization: 70}
        """);

    private ManyManifests() {}

    /// Writes the project.
    ///
    /// @param arguments the folder, and how many objects
    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    }

    static void write(Path folder, int objects) throws IOException {
        for (int file = 0; file * IN_A_FILE < objects; file++) {
            Path group = Files.createDirectories(folder.resolve("group-" + file / FILES_IN_A_FOLDER));
            StringBuilder text = new StringBuilder();
            for (int i = file * IN_A_FILE; i < Math.min(objects, (file + 1) * IN_A_FILE); i++) {
                text.append(text.isEmpty() ? "" : "---\n").append(object(i));
            }
            Files.writeString(group.resolve("shop-" + file + ".yaml"), text);
        }
    }

    /// Every object of a shop has its number; each tenth shop has a field too many.
    private static String object(int i) {
        int shop = i / KINDS.size();
        String text = KINDS.get(i % KINDS.size()).formatted(shop, shop % 20);
        return shop % 10 == 3 ? text.replace("replicas: 3", "replicas: 3\n  replica: 3") : text;
    }
}
