package drydock.model.form;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.model.assist.FieldOffers;
import drydock.model.edit.Edit;
import drydock.model.edit.Outcome;
import drydock.model.manifest.FieldPath;
import drydock.model.manifest.ManifestFile;
import drydock.model.project.Declaration;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import drydock.model.resource.Schema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class FormTest {

    private static final ResourceId WEB = new ResourceId("apps", "Deployment", "default", "web");
    private static final ResourceId DB = new ResourceId("apps", "Deployment", "default", "db");

    private static final String TEXT = """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web   # the shop
        spec:
          replicas: 2
          selector:
            matchLabels:
              app: web
          template:
            metadata:
              labels: {app: web}
            spec:
              containers:
              # the first
              - name: one
                image: nginx # of the hub
              # the second
              - name: two
                image: redis
                resources:
                  limits:
                    cpu: 500m
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: db
        spec:
          replicas: 1
          selector:
            matchLabels:
              app: db
          template:
            metadata:
              labels: {app: db}
            spec:
              serviceAccountName: reader
              containers:
              - name: one
                image: postgres
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: reader
        """;

    private static final String LAST = """
        apiVersion: v1
        kind: Pod
        metadata:
          name: last
        spec:
          containers:
          - name: one
            image: redis
        """;

    private final Project project = Project.EMPTY.withFile(ManifestFile.parse("a.yaml", TEXT));

    @Test
    void showsTheCommonFieldsOfAKindThoughNothingIsWritten() {
        Form form = form(project, List.of(), WEB);

        FormItem.Input minReady = (FormItem.Input) find(form, "spec.minReadySeconds");
        assertThat(form.groups())
                .extracting(Form.Group::name)
                .startsWith("general", "pods", "template", "containers", "volumes");
        assertThat(minReady.value()).isEmpty();
        assertThat(minReady.usual()).isEqualTo("0");
        assertThat(minReady.control()).isEqualTo(new FieldControl.Whole(32, true));
        assertThat(((FormItem.Input) find(form, "metadata.name")).value()).hasValue("web");
    }

    @Test
    void showsWhatIsWrittenThoughItIsNotCommon() {
        Form form = form(project, List.of(), DB);

        assertThat(find(form, "spec.template.spec.containers[0].image")).isInstanceOf(FormItem.Input.class);
        assertThat(find(form, "spec.template.spec.containers[0].resources.limits"))
                .isInstanceOf(FormItem.Pairs.class);
    }

    @Test
    void showsFieldsThatWereAskedFor() {
        FieldPath asked = FieldPath.parse("spec.template.spec.topologySpreadConstraints[0].maxSkew");

        assertThat(find(form(project, List.of(asked), WEB), asked.toString())).isInstanceOf(FormItem.Input.class);
    }

    @Test
    void hasAFormForKindsThatNobodyKnows() {
        Project custom = Project.EMPTY.withFile(ManifestFile.parse("c.yaml", """
            apiVersion: example.com/v1
            kind: Shop
            metadata:
              name: corner
            spec:
              open: true
              size: 3
              doors: [{side: left}]
            """));

        Form form = form(custom, List.of(), new ResourceId("example.com", "Shop", "default", "corner"));

        assertThat(((FormItem.Input) find(form, "spec.open")).control()).isEqualTo(new FieldControl.Flag());
        assertThat(((FormItem.Input) find(form, "spec.size")).control()).isEqualTo(new FieldControl.Fraction());
        assertThat(((FormItem.Input) find(form, "spec.doors[0].side")).value()).hasValue("left");
        assertThat(find(form, "metadata.labels")).isInstanceOf(FormItem.Pairs.class);
    }

    @Test
    void showsWhatSeveralObjectsHaveInCommon() {
        Form form = form(project, List.of(), WEB, DB);

        assertThat(((FormItem.Input) find(form, "spec.replicas")).value()).hasValue(FormItem.Mixed.VALUES);
        assertThat(((FormItem.Input) find(form, "spec.template.spec.serviceAccountName")).value())
                .hasValue(FormItem.Mixed.VALUES);
        assertThat(all(form)).noneMatch(item -> item.field().path().toString().equals("metadata.name"));
    }

    @Test
    void setsAFieldOfSeveralObjectsInOneEdit() {
        Project after = done(new FormEdits(project, List.of(WEB, DB)).set(FieldPath.parse("spec.replicas"), 5));

        assertThat(after.file("a.yaml").orElseThrow().text())
                .isEqualTo(TEXT.replace("replicas: 2", "replicas: 5").replace("replicas: 1", "replicas: 5"));
    }

    @Test
    void takesAwayWhatBecomesEmpty() {
        Project after = done(new FormEdits(project, List.of(WEB))
                .clear(FieldPath.parse("spec.template.spec.containers[1].resources.limits.cpu")));

        assertThat(after.file("a.yaml").orElseThrow().text())
                .isEqualTo(TEXT.replaceFirst(" +resources:\n +limits:\n +cpu: 500m\n", ""));
    }

    @Test
    void keepsWhatTheApiNeedsThoughItBecomesEmpty() {
        Project after =
                done(new FormEdits(project, List.of(WEB)).clear(FieldPath.parse("spec.selector.matchLabels.app")));

        assertThat(object(after, WEB).toString()).contains("selector={}");
    }

    @Test
    void exchangesItemsWithTheirComments() {
        FieldPath first = FieldPath.parse("spec.template.spec.containers[0]");
        Project after = done(new FormEdits(project, List.of(WEB)).exchangeWithNext(first));

        String text = after.file("a.yaml").orElseThrow().text();
        assertThat(text).containsSubsequence("# the second", "name: two", "name: one", "nginx # of the hub", "---");
        assertThat(object(after, WEB).toString()).containsSubsequence("name=two", "name=one");
    }

    @Test
    void renamesAKeyInItsPlace() {
        Project after = done(
                new FormEdits(project, List.of(WEB)).rename(FieldPath.parse("spec.selector.matchLabels.app"), "tier"));

        assertThat(after.file("a.yaml").orElseThrow().text()).isEqualTo(TEXT.replaceFirst("app: web", "tier: web"));
    }

    @Test
    void findsFieldsByNameAndByExplanation() {
        List<FormField> byName =
                FieldSearch.find(Schema.kubernetes(), object(project, WEB), "revisionhist", Locale.ENGLISH, 5);
        List<FormField> byText =
                FieldSearch.find(Schema.kubernetes(), object(project, WEB), "回滚", Locale.SIMPLIFIED_CHINESE, 5);

        assertThat(byName).extracting(f -> f.path().toString()).contains("spec.revisionHistoryLimit");
        assertThat(byText).extracting(FormField::name).contains("revisionHistoryLimit");
        assertThat(FieldSearch.find(Schema.kubernetes(), object(project, WEB), " ", Locale.ENGLISH, 5))
                .isEmpty();
    }

    @Test
    void offersWhatTheProjectHoldsForAFieldThatIsNotWritten() {
        FieldPath account = FieldPath.parse("spec.template.spec.serviceAccountName");

        assertThat(FieldOffers.values(project, WEB, account)).containsExactly("reader");
        assertThat(FieldOffers.keys(project, WEB, FieldPath.parse("metadata.labels")))
                .contains("app");
    }

    @Test
    void offersAtTheEndOfAFile() {
        Project longer = project.withFile(ManifestFile.parse("z.yaml", LAST));
        ResourceId last = new ResourceId("", "Pod", "default", "last");

        assertThat(FieldOffers.values(longer, last, FieldPath.parse("spec.serviceAccountName")))
                .containsExactly("reader");
    }

    @Test
    void knowsDefaultsOnlyOfFieldsThatTheApiHas() throws IOException {
        Properties defaults = new Properties();
        defaults.load(Form.class.getResourceAsStream("defaults.properties"));

        assertThat(defaults.stringPropertyNames())
                .allSatisfy(key -> assertThat(List.of(
                                        "core.v1",
                                        "meta.v1",
                                        "apps.v1",
                                        "batch.v1",
                                        "networking.v1",
                                        "storage.v1",
                                        "autoscaling.v2",
                                        "policy.v1",
                                        "scheduling.v1")
                                .stream()
                                .map(group ->
                                        (group.startsWith("meta") ? "io.k8s.apimachinery.pkg.apis." : "io.k8s.api.")
                                                + group + "." + key.substring(0, key.indexOf('.')))
                                .flatMap(d -> Schema.kubernetes().object(d).stream())
                                .flatMap(o -> o.field(key.substring(key.indexOf('.') + 1)).stream()))
                        .as(key)
                        .isNotEmpty());
    }

    private Project done(Edit edit) {
        return ((Outcome.Done<Project>) edit.applyTo(project)).value();
    }

    private static Form form(Project project, List<FieldPath> opened, ResourceId... ids) {
        List<Map<?, ?>> objects = new ArrayList<>();
        List.of(ids).forEach(id -> objects.add(object(project, id)));
        return FormBuilder.of(project.schema(), List.of(ids), objects, opened);
    }

    private static Map<?, ?> object(Project project, ResourceId id) {
        Declaration place = project.declarations(id).getFirst();
        return (Map<?, ?>)
                place.document().value(place.inDocument(FieldPath.ROOT)).orElseThrow();
    }

    private static FormItem find(Form form, String path) {
        Optional<FormItem> found = all(form).stream()
                .filter(item -> item.field().path().toString().equals(path))
                .findFirst();
        return found.orElseThrow(() -> new AssertionError("no " + path));
    }

    private static List<FormItem> all(Form form) {
        List<FormItem> all = new ArrayList<>();
        form.groups().forEach(group -> group.items().forEach(item -> collect(item, all)));
        return all;
    }

    private static void collect(FormItem item, List<FormItem> into) {
        into.add(item);
        if (item instanceof FormItem.Section section) {
            section.items().forEach(inner -> collect(inner, into));
        } else if (item instanceof FormItem.Items items) {
            items.sections().forEach(inner -> collect(inner, into));
        }
    }
}
