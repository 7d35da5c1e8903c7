package drydock.model.reference;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.diagram.DiagramFile;
import drydock.model.edit.Edit;
import drydock.model.edit.Outcome;
import drydock.model.manifest.ManifestFile;
import drydock.model.project.Project;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class RenamingTest {

    private static Project project(String... texts) {
        List<ManifestFile> files = java.util.stream.IntStream.range(0, texts.length)
                .mapToObj(i -> ManifestFile.parse("f" + i + ".yaml", texts[i]))
                .toList();
        return Project.of(files, DiagramFile.ABSENT);
    }

    private static ResourceId id(ResourceKind kind, String name) {
        return ResourceId.of(kind, "default", name);
    }

    private static Project done(Edit edit, Project project) {
        Outcome<Project> outcome = edit.applyTo(project);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<Project>) outcome).value();
    }

    private static String text(Project project, int file) {
        return project.file("f" + file + ".yaml").orElseThrow().text();
    }

    private static final String SERVICE = """
        apiVersion: v1
        kind: Service
        metadata: {name: web} # the shop's front
        spec:
          selector: {app: web}
          ports:
          - port: 80
        """;

    private static final String DEPLOYMENT = """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          selector:
            matchLabels:
              app: web   # as the template
              tier: web
          template:
            metadata:
              labels:
                app: web
                tier: web
            spec:
              containers:
              - name: web
                image: web
                envFrom:
                - configMapRef: {name: settings}
                env:
                - name: A
                  valueFrom:
                    configMapKeyRef: {name: settings, key: a}
                - name: B
                  valueFrom:
                    secretKeyRef: {name: settings, key: a}
              volumes:
              - name: settings
                configMap:
                  name: settings
        """;

    @Test
    void aConfigMapIsRenamedInVolumesEnvAndEnvFromButNotTheSecretOfItsName() {
        Project before = project(DEPLOYMENT, """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: settings
            """);
        Renaming renaming = Renaming.of(before, id(Kinds.CONFIG_MAP, "settings"));
        assertThat(renaming.references()).hasSize(3);
        Project after = done(renaming.to("options", false), before);
        assertThat(text(after, 0))
                .isEqualTo(DEPLOYMENT
                        .replace("configMapRef: {name: settings}", "configMapRef: {name: options}")
                        .replace("configMapKeyRef: {name: settings,", "configMapKeyRef: {name: options,")
                        .replace("      name: settings\n", "      name: options\n"));
        assertThat(text(after, 1)).contains("name: options");
    }

    @Test
    void aServiceIsRenamedInIngressesAndStatefulSetsOfItsNamespaceOnly() {
        String ingress = """
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: front}
            spec:
              defaultBackend: {service: {name: web, port: {number: 80}}}
              rules:
              - http:
                  paths:
                  - {path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
            """;
        String elsewhere = ingress.replace("{name: front}", "{name: front, namespace: other}");
        Project after = done(
                Renaming.of(project(SERVICE, ingress, elsewhere), id(Kinds.SERVICE, "web"))
                        .to("shop", false),
                project(SERVICE, ingress, elsewhere));
        assertThat(text(after, 0)).isEqualTo(SERVICE.replace("{name: web}", "{name: shop}"));
        assertThat(text(after, 1)).isEqualTo(ingress.replace("name: web", "name: shop"));
        assertThat(text(after, 2)).isEqualTo(elsewhere);
    }

    @Test
    void labelsAndSelectorsFollowOnlyWhenAskedTo() {
        Project before = project(SERVICE, DEPLOYMENT);
        Renaming renaming = Renaming.of(before, id(Kinds.DEPLOYMENT, "web"));
        assertThat(renaming.labels()).hasSize(5);
        Project alone = done(renaming.to("shop", false), before);
        assertThat(text(alone, 1)).isEqualTo(DEPLOYMENT.replace("metadata:\n  name: web", "metadata:\n  name: shop"));
        Project together = done(renaming.to("shop", true), before);
        assertThat(text(together, 0)).isEqualTo(SERVICE.replace("app: web", "app: shop"));
        assertThat(text(together, 1))
                .contains("app: shop   # as the template", "tier: shop")
                .doesNotContain("app: web")
                .contains("- name: web");
    }

    @Test
    void aNamespaceTakesItsObjectsAlong() {
        Project before = project(
                SERVICE.replace("{name: web}", "{name: web, namespace: shop}"),
                "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n",
                """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: {name: readers, namespace: shop}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader}
                subjects:
                - {kind: ServiceAccount, name: robot, namespace: shop}
                """);
        Project after = done(Renaming.of(before, id(Kinds.NAMESPACE, "shop")).to("store", false), before);
        assertThat(after.declarations().keySet())
                .extracting(ResourceId::toString)
                .containsExactlyInAnyOrder(
                        "Service/store/web", "Namespace//store", "RoleBinding.rbac.authorization.k8s.io/store/readers");
    }

    @Test
    void aRoleBindingNamesItsRoleAndItsSubjects() {
        Project project = project("""
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {name: readers}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: reader}
            subjects:
            - {kind: ServiceAccount, name: robot}
            - {kind: User, name: jane}
            """);
        assertThat(References.from(project, id(Kinds.ROLE_BINDING, "readers")))
                .extracting(r -> r.path() + " " + r.to())
                .containsExactly(
                        "roleRef.name Role.rbac.authorization.k8s.io/default/reader",
                        "subjects[0].name ServiceAccount/default/robot");
    }

    @Test
    void severalObjectsOfOneNameGetAnotherTogether() {
        Project project = project(SERVICE, DEPLOYMENT);
        List<Renaming> renamings = List.of(
                Renaming.of(project, id(Kinds.SERVICE, "web")), Renaming.of(project, id(Kinds.DEPLOYMENT, "web")));

        Project renamed = done(Renaming.together(renamings, "shop", true), project);

        assertThat(text(renamed, 0))
                .isEqualTo(SERVICE.replace("name: web", "name: shop").replace("app: web", "app: shop"));
        assertThat(text(renamed, 1))
                .isEqualTo(DEPLOYMENT
                        .replaceFirst("name: web", "name: shop")
                        .replace("app: web", "app: shop")
                        .replace("tier: web", "tier: shop"));
    }
}
