package drydock.model.validation;

/// Objects that nothing is wrong with, to break in tests.
public final class Samples {

    public static final String DEPLOYMENT = """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          replicas: 3
          selector:
            matchLabels: {app: web}
          template:
            metadata:
              labels: {app: web}
            spec:
              securityContext: {runAsNonRoot: true}
              containers:
              - name: nginx
                image: nginx:1.27
                ports:
                - name: http
                  containerPort: 80
                readinessProbe:
                  httpGet: {path: /, port: 80}
                resources:
                  requests: {cpu: 100m}
                  limits: {memory: 64Mi}
        """;

    public static final String SERVICE = """
        apiVersion: v1
        kind: Service
        metadata:
          name: web
        spec:
          selector: {app: web}
          ports:
          - port: 8080
            targetPort: http
        """;

    public static final String BUDGET = """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          name: web
        spec:
          maxUnavailable: 1
          selector:
            matchLabels: {app: web}
        """;

    public static final String JOB = """
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: once
        spec:
          template:
            metadata:
              labels: {app: once}
            spec:
              restartPolicy: Never
              securityContext: {runAsNonRoot: true}
              containers:
              - name: main
                image: busybox:1.36
                command: ["true"]
                resources:
                  requests: {cpu: 100m}
                  limits: {memory: 64Mi}
        """;

    public static final String INGRESS = """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
        spec:
          rules:
          - http:
              paths:
              - path: /
                pathType: Prefix
                backend:
                  service:
                    name: web
                    port:
                      number: 8080
        """;

    public static final String AUTOSCALER = """
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 5
          scaleTargetRef:
            apiVersion: apps/v1
            kind: Deployment
            name: web
          metrics:
          - type: Resource
            resource:
              name: cpu
              target: {type: Utilization, averageUtilization: 80}
        """;

    public static final String STATEFUL_SET = """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata:
          name: db
        spec:
          serviceName: db
          selector:
            matchLabels: {app: db}
          template:
            metadata:
              labels: {app: db}
            spec:
              securityContext: {runAsNonRoot: true}
              containers:
              - name: postgres
                image: postgres:17
                ports:
                - name: sql
                  containerPort: 5432
                readinessProbe:
                  tcpSocket: {port: sql}
                resources:
                  requests: {cpu: 100m}
                  limits: {memory: 64Mi}
                volumeMounts:
                - name: data
                  mountPath: /var/lib/postgresql/data
          volumeClaimTemplates:
          - metadata:
              name: data
            spec:
              accessModes: [ReadWriteOnce]
              resources:
                requests: {storage: 1Gi}
        """;

    public static final String HEADLESS_SERVICE = """
        apiVersion: v1
        kind: Service
        metadata:
          name: db
        spec:
          clusterIP: None
          selector: {app: db}
          ports:
          - name: sql
            port: 5432
        """;

    public static final String CONTROLLER = """
        # The front of the shop.
        apiVersion: v1
        kind: ReplicationController  # old
        metadata:
          name: front
        spec:
          replicas: 2
          selector:
            # what its Pods are told by
            app: front  # the name
            tier: web
          # the Pods
          template:
            metadata:
              labels: {app: front, tier: web}
            spec:
              containers:
              - name: nginx
                image: nginx:1.27
        """;

    private Samples() {}
}
