package drydock.model.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import drydock.model.diagram.DiagramFile;
import drydock.model.edit.Edit;
import drydock.model.edit.Outcome;
import drydock.model.manifest.FieldPath;
import drydock.model.manifest.ManifestFile;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import drydock.model.validation.Finding;
import drydock.model.validation.Severity;
import drydock.model.validation.standard.StandardRules;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionsTest {

    private static final String SHOP = """
        # The shop.
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          type: ClusterIP   # inside only
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          selector:
            matchLabels: {app: web}
          template:
            metadata:
              labels:
                app: web
                tier: front # seen by all
            spec:
              containers:
              - name: web
                image: nginx:1.27
                ports:
                - containerPort: 8080
        ---
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: db}
        spec:
          selector: {matchLabels: {app: db}}
          template:
            metadata: {labels: {app: db}}
            spec:
              containers:
                - {name: db, image: "postgres:17"}
                - name: exporter
                  image: exporter:1
        ---
        {apiVersion: v1, kind: Pod, metadata: {name: bare}, spec: {containers: [{name: main, image: "busybox:1"}]}}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: settings}
        data:
          log.level: info
          mode: fast
        ---
        apiVersion: v1
        kind: Secret
        metadata: {name: keys}
        stringData: {password: x}
        ---
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: store}
        spec:
          accessModes: [ReadWriteOnce]
          resources: {requests: {storage: 1Gi}}
        ---
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata: {name: fast}
        provisioner: example.com/fast
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: scaler}
        spec:
          maxReplicas: 5
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: front}
        spec:
          ingressClassName: nginx
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: wall}
        spec:
          podSelector: {matchLabels: {app: web}}
          policyTypes: [Ingress]
        ---
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: budget}
        spec:
          minAvailable: 1
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: robot}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata: {name: reader}
        rules: []
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: readers}
        """;

    private final Project shop = Project.of(List.of(ManifestFile.parse("shop.yaml", SHOP)), DiagramFile.ABSENT);

    private ResourceId id(String kindAndName) {
        return shop.declarations().keySet().stream()
                .filter(id -> (id.kind() + "/" + id.name()).equals(kindAndName))
                .findFirst()
                .orElseThrow();
    }

    private List<Connection> between(String from, String to) {
        return Connections.between(shop, End.of(id(from)), End.of(id(to)));
    }

    private static Project done(Edit edit, Project project) {
        Outcome<Project> outcome = edit.applyTo(project);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<Project>) outcome).value();
    }

    private static String text(Project project) {
        return project.file("shop.yaml").orElseThrow().text();
    }

    private static List<String> errors(Project project) {
        return StandardRules.validator().check(List.copyOf(project.files().values())).findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(Finding::toString)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "Service/web, Deployment/web, SELECT, app: web",
        "Service/web, StatefulSet/db, SELECT, app: db",
        "PodDisruptionBudget/budget, Deployment/web, SELECT, app: web",
        "Ingress/front, Service/web, ROUTE, pathType: Prefix",
        "ConfigMap/settings, Deployment/web, ENV_FROM, configMapRef",
        "ConfigMap/settings, Deployment/web, ENV, name: LOG_LEVEL",
        "ConfigMap/settings, Deployment/web, MOUNT, mountPath: /etc/settings",
        "Secret/keys, StatefulSet/db, ENV_FROM, secretRef",
        "Secret/keys, Pod/bare, ENV, secretKeyRef",
        "Secret/keys, Pod/bare, MOUNT, secretName: keys",
        "Secret/keys, Ingress/front, CERTIFICATE, secretName: keys",
        "PersistentVolumeClaim/store, StatefulSet/db, MOUNT, claimName: store",
        "PersistentVolumeClaim/store, StorageClass/fast, NAME, storageClassName: fast",
        "HorizontalPodAutoscaler/scaler, Deployment/web, SCALE, scaleTargetRef",
        "StatefulSet/db, Service/web, NAME, serviceName: web",
        "ServiceAccount/robot, Deployment/web, NAME, serviceAccountName: robot",
        "RoleBinding/readers, Role/reader, NAME, roleRef",
        "RoleBinding/readers, ServiceAccount/robot, SUBJECT, name: robot",
    })
    void aLineWritesWhatItMeansAndTakingItAwayUndoesJustThat(String from, String to, Meaning meaning, String written) {
        Connection connection = between(from, to).stream()
                .filter(c -> c.meaning() == meaning)
                .findFirst()
                .orElseThrow();
        Project connected = done(connection.edit(connection.mountPath()), shop);
        assertThat(text(connected)).contains(written);
        assertThat(between(to, from)).hasSameSizeAs(between(from, to));
        Project apart = done(Disconnection.of(connected, id(from), id(to)).orElseThrow(), connected);
        assertThat(text(apart).replaceAll("  ports:\n *- port: .*\n +targetPort: .*\n", ""))
                .isEqualTo(SHOP);
    }

    @Test
    void aServiceWithoutPortsGetsTheOneThatTheContainerListensOn() {
        Project connected =
                done(between("Service/web", "Deployment/web").getFirst().edit(""), shop);
        assertThat(text(connected)).contains("port: 8080\n", "targetPort: 8080\n", "type: ClusterIP   # inside only");
        assertThat(errors(connected)).noneMatch(finding -> finding.contains("Service"));
    }

    @Test
    void aPodWithoutLabelsGetsOne() {
        Project connected = done(between("Service/web", "Pod/bare").getFirst().edit(""), shop);
        assertThat(text(connected)).contains("metadata: {name: bare, labels: {app: bare}}");
        assertThat(connected.find(id("Service/web")).orElseThrow().toString()).contains("app=bare");
    }

    @Test
    void aServiceThatSelectsAlreadyMaySelectTheOtherInsteadOrTogether() {
        Project first = done(between("Service/web", "Deployment/web").getFirst().edit(""), shop);
        List<Connection> more = Connections.between(first, End.of(id("Service/web")), End.of(id("Pod/bare")));
        assertThat(more).extracting(Connection::meaning).containsExactly(Meaning.SELECT, Meaning.LABEL);
        Project both = done(more.getLast().edit(""), first);
        assertThat(text(both)).contains("metadata: {name: bare, labels: {app: web}}");
        Edit apart = Disconnection.of(both, id("Service/web"), id("Pod/bare")).orElseThrow();
        assertThat(text(done(apart, both))).isEqualTo(text(first).replace("{name: bare}", "{name: bare, labels: {}}"));
    }

    @Test
    void aLabelThatItsOwnControllerNeedsIsNotTakenAway() {
        Project first = done(between("Service/web", "Deployment/web").getFirst().edit(""), shop);
        Project both = done(
                Connections.between(first, End.of(id("Service/web")), End.of(id("Pod/bare")))
                        .getLast()
                        .edit(""),
                first);
        assertThat(Disconnection.of(both, id("Service/web"), id("Deployment/web")))
                .isEmpty();
    }

    @Test
    void aPolicyThatCoversOnlyTheseNeverComesToCoverAll() {
        assertThat(Disconnection.of(shop, id("NetworkPolicy/wall"), id("Deployment/web")))
                .isEmpty();
    }

    @Test
    void aPolicyMayCoverPodsOrAllowTheirTraffic() {
        List<Connection> connections = between("NetworkPolicy/wall", "StatefulSet/db");
        assertThat(connections)
                .extracting(Connection::meaning)
                .containsExactly(Meaning.COVER, Meaning.ALLOW_FROM, Meaning.ALLOW_TO);
        Project allowed = done(connections.getLast().edit(""), shop);
        assertThat(text(allowed)).contains("policyTypes: [Ingress, Egress]", "egress:");
        assertThat(errors(allowed)).noneMatch(finding -> finding.contains("NetworkPolicy"));
    }

    @Test
    void withSeveralContainersEachIsOfferedUnlessTheLineEndsAtOne() {
        assertThat(between("Secret/keys", "StatefulSet/db"))
                .filteredOn(c -> c.meaning() == Meaning.ENV_FROM)
                .extracting(Connection::container)
                .containsExactly("db", "exporter");
        FieldPath exporter = FieldPath.parse("spec.template.spec.containers[1]");
        List<Connection> one = Connections.between(
                shop, End.of(id("Secret/keys")), new End(id("StatefulSet/db"), Optional.of(exporter)));
        Project connected = done(one.getFirst().edit(""), shop);
        assertThat(text(connected)).containsPattern("image: exporter:1\n +envFrom:\n +- secretRef:\n +name: keys\n");
    }

    @Test
    void whatIsMountedTwiceIsOneVolume() {
        Connection mount = between("ConfigMap/settings", "Deployment/web").getLast();
        Project once = done(mount.edit("/etc/a"), shop);
        Connection again = Connections.between(once, End.of(id("ConfigMap/settings")), End.of(id("Deployment/web")))
                .getLast();
        Project twice = done(again.edit("/etc/b"), once);
        assertThat(text(twice).split("configMap:", -1)).hasSize(2);
        assertThat(text(twice)).contains("mountPath: /etc/a", "mountPath: /etc/b");
    }

    @Test
    void kindsThatHaveNothingToDoWithEachOtherDoNotFit() {
        assertThat(Connections.fit(id("ConfigMap/settings"), id("Service/web"))).isFalse();
        assertThat(Connections.fit(id("Service/web"), id("Service/web"))).isFalse();
        assertThat(Connections.fit(id("Deployment/web"), id("Service/web"))).isTrue();
        ResourceId elsewhere = new ResourceId("", "Service", "other", "web");
        assertThat(Connections.fit(elsewhere, id("Deployment/web"))).isFalse();
        assertThat(Connections.fit(new ResourceId("", "ServiceAccount", "other", "robot"), id("RoleBinding/readers")))
                .isTrue();
    }

    @Test
    void aLineToAServiceTakesThePathOfANewIngressThatLeadsNowhereYet() {
        Project project = Project.of(List.of(ManifestFile.parse("new.yaml", """
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: new}
            spec:
              rules:
              - http:
                  paths:
                  - path: /
                    pathType: Prefix
                    backend: {service: {name: service, port: {number: 80}}}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web}
            spec: {ports: [{port: 8080}]}
            """)), DiagramFile.ABSENT);
        List<Connection> offers = Connections.between(
                project,
                End.of(new ResourceId("networking.k8s.io", "Ingress", "default", "new")),
                End.of(new ResourceId("", "Service", "default", "web")));
        Project routed =
                offers.getFirst().edit("").applyTo(project).toOptional().orElseThrow();

        assertThat(offers)
                .extracting(Connection::meaning, Connection::detail)
                .containsExactly(tuple(Meaning.ROUTE, "/"));
        assertThat(routed.file("new.yaml").orElseThrow().text())
                .contains("service: {name: web, port: {number: 8080}}")
                .doesNotContain("name: service");
    }
}
