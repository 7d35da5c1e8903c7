package drydock.model.validation.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import drydock.model.diagram.DiagramFile;
import drydock.model.edit.History;
import drydock.model.manifest.ManifestFile;
import drydock.model.project.Project;
import drydock.model.resource.Schema;
import drydock.model.validation.Finding;
import drydock.model.validation.Fix;
import drydock.model.validation.Samples;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LiveChangesTest {

    private static final String POD = """
        apiVersion: v1
        kind: Pod
        metadata: {name: p}
        spec:
          containers:
          - name: main
            image: nginx:1.27
            env: [{name: A, value: b}]
        """;

    private static final String CLAIM = """
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: c}
        spec:
          volumeName: v
          accessModes: [ReadWriteOnce]
          resources: {requests: {storage: 2Gi}}
        status:
          capacity: {storage: 2Gi}
        """;

    private static final String VOLUME = """
        apiVersion: v1
        kind: PersistentVolume
        metadata: {name: v}
        spec:
          capacity: {storage: 1Gi}
          hostPath: {path: /data}
        """;

    private static final String FIXED = """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: c}
        immutable: true
        data: {a: b}
        """;

    private static final String SECRET = """
        apiVersion: v1
        kind: Secret
        metadata: {name: s}
        type: Opaque
        immutable: true
        data: {a: Yg==}
        """;

    private static final String BINDING = """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: {name: b}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: r}
        """;

    private static final String CLASS = """
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata: {name: s}
        provisioner: example.com/disk
        parameters: {type: ssd}
        reclaimPolicy: Delete
        volumeBindingMode: Immediate
        """;

    private static final String SERVICE = Samples.SERVICE + "  clusterIP: 10.96.0.7\n";

    static List<Arguments> refused() {
        String set = "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', "
                + "'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and "
                + "'minReadySeconds' are forbidden";
        return List.of(
                change(
                        Samples.DEPLOYMENT,
                        "matchLabels: {app: web}",
                        "matchLabels: {app: shop}",
                        "spec.selector: Invalid value: {\"matchLabels\":{\"app\":\"shop\"}}: field is immutable"),
                change(Samples.STATEFUL_SET, "serviceName: db", "serviceName: x", "spec: Forbidden: " + set),
                change(Samples.STATEFUL_SET, "storage: 1Gi", "storage: 2Gi", "spec: Forbidden: " + set),
                change(
                        SERVICE,
                        "10.96.0.7",
                        "10.96.0.8",
                        "spec.clusterIPs[0]: Invalid value: [\"10.96.0.8\"]: may not change once set"),
                change(
                        CLAIM,
                        "ReadWriteOnce",
                        "ReadWriteMany",
                        "spec: Forbidden: spec is immutable after creation "
                                + "except resources.requests and volumeAttributesClassName for bound claims"),
                change(
                        CLAIM,
                        "requests: {storage: 2Gi}",
                        "requests: {storage: 1Gi}",
                        "spec.resources.requests.storage: Forbidden: field can not be less than status.capacity"),
                change(
                        VOLUME,
                        "path: /data",
                        "path: /other",
                        "spec.persistentvolumesource: Forbidden: spec.persistentvolumesource is immutable after"
                                + " creation"),
                change(FIXED, "a: b", "a: c", "data: Forbidden: field is immutable when `immutable` is set"),
                change(
                        FIXED,
                        "immutable: true",
                        "immutable: false",
                        "immutable: Forbidden: field is immutable when `immutable` is set"),
                change(SECRET, "a: Yg==", "a: Yw==", "data: Forbidden: field is immutable when `immutable` is set"),
                change(
                        SECRET,
                        "data: {a: Yg==}",
                        "stringData: {a: c}",
                        "data: Forbidden: field is immutable when `immutable` is set"),
                change(SECRET, "Opaque", "kind/x", "type: Invalid value: \"kind/x\": field is immutable"),
                change(
                        BINDING,
                        "name: r}",
                        "name: x}",
                        "roleRef: Invalid value: {\"apiGroup\":\"rbac.authorization.k8s.io\",\"kind\":\"Role\","
                                + "\"name\":\"x\"}: cannot change roleRef"),
                change(CLASS, "type: ssd", "type: hdd", "parameters: Forbidden: updates to parameters are forbidden."),
                change(
                        CLASS,
                        "example.com/disk",
                        "example.com/x",
                        "provisioner: Forbidden: updates to provisioner are forbidden."),
                change(
                        CLASS,
                        "Immediate",
                        "WaitForFirstConsumer",
                        "volumeBindingMode: Invalid value: \"WaitForFirstConsumer\": field is immutable"));
    }

    private static Arguments change(String live, String from, String to, String words) {
        return Arguments.of(live, from, to, words);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatTheServerRefusesToChangeIsFoundInItsWords(String live, String from, String to, String words) {
        assertThat(live).contains(from);
        assertThat(said(live.replace(from, to), live)).containsExactly(words);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatStaysAsItIsIsAllowed(String live, String from, String to, String words) {
        assertThat(said(live, live)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aFixTakesTheFieldFromTheClusterAndIsTakenBackByteForByte(String live, String from, String to, String words) {
        Project project = Project.of(
                List.of(ManifestFile.parse(
                        "a.yaml", "# ours\r\n" + live.replace(from, to).replace("\n", "\r\n"))),
                DiagramFile.ABSENT);
        List<Fix> fixes = found(project, live).stream()
                .flatMap(finding -> finding.fixes().stream())
                .toList();

        for (Fix fix : fixes) {
            History mended =
                    History.of(project).apply(fix.edit(), 0).toOptional().orElseThrow();

            assertThat(found(mended.project(), live))
                    .as(fix.title(Locale.ENGLISH))
                    .isEmpty();
            assertThat(bytes(mended.undo())).isEqualTo(bytes(History.of(project)));
            assertThat(bytes(mended.undo().redo())).isEqualTo(bytes(mended));
        }
        // a Secret's text is not there as text in the cluster
        assertThat(fixes).hasSize(to.startsWith("stringData") ? 0 : 1);
    }

    private static List<Finding> found(Project project, String live) {
        ManifestFile file = project.file("a.yaml").orElseThrow();
        return LiveChanges.check(
                Schema.kubernetes(),
                file,
                file.documents().getFirst(),
                file.documents().getFirst().declared().getFirst(),
                ManifestFile.parse("live.yaml", live)
                        .documents()
                        .getFirst()
                        .object()
                        .orElseThrow());
    }

    private static byte[] bytes(History history) {
        return history.project().file("a.yaml").orElseThrow().bytes();
    }

    @Test
    void whatTheServerLetsChangeIsAllowed() {
        assertThat(said(Samples.DEPLOYMENT.replace("replicas: 3", "replicas: 4"), Samples.DEPLOYMENT))
                .isEmpty();
        assertThat(said(Samples.STATEFUL_SET.replace("postgres:17", "postgres:18"), Samples.STATEFUL_SET))
                .isEmpty();
        assertThat(said(CLAIM.replace("requests: {storage: 2Gi}", "requests: {storage: 3Gi}"), CLAIM))
                .isEmpty();
        assertThat(said(SECRET.replace("data: {a: Yg==}", "stringData: {a: b}"), SECRET))
                .isEmpty();
        assertThat(said(Samples.SERVICE, SERVICE)).isEmpty();
        assertThat(said(FIXED.replace("a: b", "a: c"), FIXED.replace("immutable: true\n", "")))
                .isEmpty();
    }

    @Test
    void ofAPodOnlyImagesMayChange() {
        assertThat(said(POD.replace("nginx:1.27", "nginx:1.28"), POD)).isEmpty();
        assertThat(said(POD.replace("value: b", "value: c"), POD))
                .singleElement()
                .asString()
                .startsWith("spec: Forbidden: pod updates may not change fields other than `spec.containers[*].image`");
        assertThat(said(POD + "  - {name: more, image: x}\n", POD))
                .containsExactly("spec.containers: Forbidden: pod updates may not add or remove containers");
    }

    @Test
    void whatTheServerAddedToAPodIsNoChange() {
        String live = POD.replace("    env:", "    imagePullPolicy: IfNotPresent\n    env:") + """
              nodeName: n1
              tolerations: [{key: node.kubernetes.io/not-ready, operator: Exists}]
              volumes: [{name: token, emptyDir: {}}]
            """;

        assertThat(said(POD, live)).isEmpty();
    }

    @Test
    void theTemplateOfAJobIsFixedOnceItHasBegun() {
        assertThat(said(Samples.JOB.replace("busybox:1.36", "busybox:1.37"), Samples.JOB))
                .singleElement()
                .asString()
                .startsWith("spec.template: Invalid value: ")
                .endsWith(": field is immutable");
        assertThat(said(
                        Samples.JOB.replace("busybox:1.36", "busybox:1.37"),
                        Samples.JOB.replace("spec:\n  template", "spec:\n  suspend: true\n  template")))
                .isEmpty();
    }

    @Test
    void aClaimWithoutClassAndVolumeMayGetThemOnce() {
        String fresh = CLAIM.replace("  volumeName: v\n", "");

        assertThat(said(fresh, fresh)).isEmpty();
        assertThat(said(fresh.replace("spec:\n", "spec:\n  storageClassName: s\n"), fresh))
                .isEmpty();
        assertThat(said(CLAIM.replace("spec:\n", "spec:\n  storageClassName: s\n"), CLAIM))
                .hasSize(1);
    }

    @Test
    void theFindingStandsAtTheFieldInTheText() {
        Finding finding =
                findings(SERVICE.replace("10.96.0.7", "10.96.0.8"), SERVICE).getFirst();

        assertThat(finding.line()).isEqualTo(10);
        assertThat(finding.path().toString()).isEqualTo("spec.clusterIP");
        assertThat(finding.message(Locale.ENGLISH)).contains("Service web");
        assertThat(finding.message(Locale.SIMPLIFIED_CHINESE)).contains("不允许");
    }

    @Test
    void twoDifferentObjectsAreNotCompared() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> findings(SERVICE, SERVICE.replace("name: web", "name: x")));
    }

    private static List<String> said(String wanted, String live) {
        return findings(wanted, live).stream()
                .map(f -> f.field() + ": " + f.words())
                .toList();
    }

    private static List<Finding> findings(String wanted, String live) {
        ManifestFile file = ManifestFile.parse("wanted.yaml", wanted);
        ManifestFile there = ManifestFile.parse("live.yaml", live);
        assertThat(file.problems()).isEmpty();
        assertThat(there.problems()).isEmpty();
        var document = file.documents().getFirst();
        List<Finding> findings = LiveChanges.check(
                Schema.kubernetes(),
                file,
                document,
                document.declared().getFirst(),
                there.documents().getFirst().object().orElseThrow());
        assertThat(findings).allMatch(f -> f.rule().equals("immutable-field"));
        return findings;
    }
}
