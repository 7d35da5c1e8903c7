package drydock.model.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import drydock.model.manifest.ManifestFile;
import drydock.model.validation.advice.AdviceFamily;
import drydock.model.validation.standard.StandardRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ValidatorTest {

    private static final String CONTROLLER = """
        apiVersion: v1
        kind: ReplicationController
        metadata:
          name: web
        spec:
          selector: {app: web}
          template:
            metadata:
              labels: {app: web}
            spec:
              containers:
              - name: nginx
                image: nginx
                ports:
                - name: http
                  containerPort: 80
        """;

    private static final String SERVICE = """
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

    private final Validator validator = new Validator(
            StandardRules.FAMILIES.stream()
                    .filter(family -> !family.equals(AdviceFamily.RULES))
                    .toList(),
            CheckOptions.STANDARD);

    /// Two lessons show what the server refuses.
    @Test
    void theSamplesHaveNoErrorsButThoseThatTeachOne() throws IOException {
        assertThat(errors(Path.of("../sample-projects")))
                .containsExactlyInAnyOrder(
                        "../sample-projects/lessons/06-init-containers/init-with-probe.yaml"
                                + " init-container spec.initContainers[0].readinessProbe",
                        "../sample-projects/lessons/13-service-types/wrong-port.yaml"
                                + " node-port spec.ports[0].nodePort");
    }

    @Test
    void whatARealClusterAcceptedHasNoErrors() throws IOException {
        Path scenarios = Path.of(System.getenv().getOrDefault("DRYDOCK_ORACLE", "../../shared/oracle"), "scenarios");
        assumeTrue(Files.isDirectory(scenarios), "the recordings of a real cluster are not beside this checkout");

        assertThat(errors(scenarios)).isEmpty();
    }

    @Test
    void anUnknownFieldIsFoundAtItsKeyAtEveryDepth() {
        Finding finding = only(CONTROLLER.replace("image: nginx", "imagee: nginx"), "unknown-field");

        assertThat(finding.field()).isEqualTo("spec.template.spec.containers[0].imagee");
        assertThat(finding.line()).isEqualTo(13);
        assertThat(finding.column()).isEqualTo(9);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.object())
                .hasValueSatisfying(id -> assertThat(id.name()).isEqualTo("web"));
        assertThat(finding.message(Locale.ENGLISH)).contains("imagee");
        assertThat(finding.message(Locale.SIMPLIFIED_CHINESE)).contains("字段").contains("imagee");
        assertThat(finding.advice(Locale.SIMPLIFIED_CHINESE)).isNotEmpty();
    }

    @Test
    void aTypeThatDoesNotFitIsToldOnceAndBySchema() {
        Finding finding = only(CONTROLLER.replace("containerPort: 80", "containerPort: eighty"), "type");

        assertThat(finding.field()).isEqualTo("spec.template.spec.containers[0].ports[0].containerPort");
        assertThat(finding.message(Locale.ENGLISH)).isEqualTo("A whole number is needed here, not \"eighty\".");
        assertThat(rules(CONTROLLER.replace("containerPort: 80", "containerPort: eighty")))
                .containsExactly("type");
    }

    @Test
    void mapsTakeOnlyTheirValuesType() {
        assertThat(only(CONTROLLER.replace("labels: {app: web}", "labels: {app: web, tier: 1}"), "type")
                        .field())
                .isEqualTo("spec.template.metadata.labels[tier]");
    }

    @Test
    void nullIsAsIfNotThere() {
        assertThat(rules(SERVICE + "  type: null\n  externalIPs:\nstatus:\n")).containsExactly("selects-nothing");
    }

    @Test
    void aSelectorThatMissesItsOwnTemplateIsAnError() {
        assertThat(only(CONTROLLER.replace("labels: {app: web}", "labels: {app: wep}"), "selector-template-mismatch")
                        .field())
                .isEqualTo("spec.template.metadata.labels");
    }

    @Test
    void aServiceThatSelectsNothingIsWarnedOf() {
        assertThat(only(SERVICE, "selects-nothing").severity()).isEqualTo(Severity.WARNING);
        assertThat(rules(SERVICE + "---\n" + CONTROLLER)).isEmpty();
        assertThat(rules(SERVICE + "---\n" + CONTROLLER.replace("name: web", "name: web\n  namespace: other")))
                .containsExactly("selects-nothing", "missing-namespace");
    }

    @Test
    void aTargetPortThatNoContainerDeclaresIsWarnedOf() {
        String both = SERVICE.replace("targetPort: http", "targetPort: web") + "---\n" + CONTROLLER;

        assertThat(only(both, "target-port").field()).isEqualTo("spec.ports[0].targetPort");
        assertThat(rules(SERVICE.replace("targetPort: http", "targetPort: 80") + "---\n" + CONTROLLER))
                .isEmpty();
        assertThat(only(SERVICE.replace("targetPort: http", "name: x") + "---\n" + CONTROLLER, "target-port")
                        .field())
                .isEqualTo("spec.ports[0].port");
    }

    @Test
    void oneNameTwiceIsToldWithTheFirstPlace() {
        ManifestFile one = ManifestFile.parse("a.yaml", CONTROLLER);
        ManifestFile other = ManifestFile.parse("b.yaml", "# again\n" + CONTROLLER);

        Finding finding = validator.check(List.of(one, other)).findings().getFirst();

        assertThat(finding.rule()).isEqualTo("duplicate-object");
        assertThat(finding.file()).isEqualTo("b.yaml");
        assertThat(finding.message(Locale.ENGLISH)).contains("a.yaml:4");
    }

    @Test
    void filesWhoseNamesDifferInCaseOnlyAreWarnedOf() {
        ManifestFile one = ManifestFile.parse("web.yaml", SERVICE);
        ManifestFile other = ManifestFile.parse("Web.yaml", CONTROLLER);

        assertThat(validator.check(List.of(one, other)).findings())
                .filteredOn(f -> f.rule().equals("file-case"))
                .extracting(Finding::file)
                .containsExactly("Web.yaml");
    }

    @Test
    void customResourcesAreLeftAloneButWrongVersionsAreNot() {
        assertThat(rules("apiVersion: example.com/v1\nkind: Thing\nmetadata: {name: x}\nspec: {a: 1}\n"))
                .isEmpty();
        assertThat(only("apiVersion: extensions/v1beta1\nkind: Deployment\nmetadata: {name: x}\n", "removed-version")
                        .advice(Locale.ENGLISH))
                .contains("apps/v1");
        assertThat(only("apiVersion: v1\nkind: Pot\nmetadata: {name: x}\n", "unknown-kind")
                        .field())
                .isEqualTo("kind");
    }

    @Test
    void theItemsOfAListAreCheckedWithPathsOfTheirOwn() {
        Finding finding = only(
                "apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Namespace\n  metadata: {name: A}\n",
                "name");

        assertThat(finding.field()).isEqualTo("metadata.name");
        assertThat(finding.line()).isEqualTo(6);
    }

    @Test
    void theItemsOfATypedListAreCheckedAsOfItsKind() {
        Finding finding = only(
                "apiVersion: v1\nkind: NamespaceList\nitems:\n- metadata: {name: a, labbels: {}}\n", "unknown-field");

        assertThat(finding.field()).isEqualTo("metadata.labbels");
        assertThat(finding.line()).isEqualTo(4);
    }

    @Test
    void textThatCannotBeReadIsAFindingAndTheRestIsChecked() {
        List<Finding> findings = validator
                .check(List.of(ManifestFile.parse("a.yaml", "a: [\n---\n" + SERVICE)))
                .findings();

        assertThat(findings).extracting(Finding::rule).contains("selects-nothing");
        assertThat(findings.getFirst().rule()).startsWith("yaml-");
        assertThat(findings.getFirst().message(Locale.ENGLISH)).isNotEmpty();
    }

    @Test
    void checkingAgainAfterAnEditFindsTheSameAsCheckingAnew() {
        String broken = CONTROLLER.replace("image: nginx", "imagee: nginx");
        ManifestFile file = ManifestFile.parse("a.yaml", SERVICE + "---\n" + broken);
        Validation before = validator.check(List.of(file));
        ManifestFile edited = file.withText("# one line more\n" + file.text());

        Validation after = validator.check(List.of(edited), before);

        assertThat(after.findings()).isEqualTo(validator.check(List.of(edited)).findings());
        assertThat(after.findings())
                .extracting(Finding::line)
                .containsExactlyElementsOf(
                        before.findings().stream().map(f -> f.line() + 1).toList());
    }

    @Test
    void bothLanguagesHaveEveryMessage() {
        String bundle = "drydock.model.validation.messages";
        var control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        ResourceBundle english = ResourceBundle.getBundle(bundle, Locale.ROOT, control);
        ResourceBundle chinese = ResourceBundle.getBundle(bundle, Locale.SIMPLIFIED_CHINESE, control);

        assertThat(chinese.getLocale()).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        assertThat(english.keySet())
                .filteredOn(key -> !key.equals("text-problem"))
                .allSatisfy(key -> assertThat(chinese.getString(key)).isNotEqualTo(english.getString(key)));
    }

    private Finding only(String text, String rule) {
        return validator.check(List.of(ManifestFile.parse("a.yaml", text))).findings().stream()
                .filter(f -> f.rule().equals(rule))
                .reduce((one, other) -> {
                    throw new AssertionError("two: " + one + " and " + other);
                })
                .orElseThrow();
    }

    private List<String> rules(String text) {
        return validator.check(List.of(ManifestFile.parse("a.yaml", text))).findings().stream()
                .map(Finding::rule)
                .toList();
    }

    /// The errors in each file under `folder` by itself.
    private List<String> errors(Path folder) throws IOException {
        List<String> errors = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
                ManifestFile manifest = ManifestFile.read(file.toString(), Files.readAllBytes(file));
                validator.check(List.of(manifest)).findings().stream()
                        .filter(f -> f.severity() == Severity.ERROR)
                        .forEach(f -> errors.add(f.file() + " " + f.rule() + " " + f.field()));
            }
        }
        return errors;
    }
}
