package drydock.model.validation.pod;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Environment variables (`pkg/apis/core/validation/validation.go ValidateEnv`, `validateEnvVarValueFrom`,
/// `ValidateEnvFrom`, `validateConfigMapKeySelector`, `validateSecretKeySelector`).
final class EnvironmentRules {

    private static final String RULE = "environment";
    private static final FieldPath.Key VALUE_FROM = new FieldPath.Key("valueFrom");

    /// From this version on names need not be identifiers (gate RelaxedEnvironmentVariableValidation).
    private static final int RELAXED_NAMES = 32;

    /// From this version on variables can come from a file of a volume (gate EnvFiles).
    private static final int FILES = 35;

    static final List<Rule> RULES = List.of(
            Rule.of("EnvVar", EnvironmentRules::name),
            Rule.of("EnvVar", EnvironmentRules::source),
            new Rule.OfObject(List.of("ConfigMapKeySelector", "SecretKeySelector"), EnvironmentRules::keySelector),
            Rule.of("FileKeySelector", EnvironmentRules::fileKey),
            Rule.of("PodSpec", EnvironmentRules::fileVolumes),
            Rule.of("EnvFromSource", EnvironmentRules::prefix),
            new Rule.OfObject(List.of("ConfigMapEnvSource", "SecretEnvSource"), EnvironmentRules::wholeSource),
            new Rule.OfObject(List.of("Container", "EphemeralContainer"), EnvironmentRules::sources));

    private EnvironmentRules() {}

    private static Function<String, List<String>> problems(Visit visit) {
        return visit.version().atLeast(RELAXED_NAMES)
                ? Names::environmentNameProblems
                : Names::strictEnvironmentNameProblems;
    }

    private static void name(Visit variable) {
        Checks.form(variable, "name", "name", "environment-name", problems(variable));
    }

    private static void source(Visit variable) {
        if (!variable.has("valueFrom")) {
            return;
        }
        Visit from = variable.in("valueFrom");
        long sources = from.names().stream()
                .filter(n -> !n.equals("fileKeyRef") || variable.version().atLeast(FILES))
                .count();
        if (sources == 0) {
            String kinds = variable.version().atLeast(FILES)
                    ? "`fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or `fileKeyRef`"
                    : "`fieldRef`, `resourceFieldRef`, `configMapKeyRef` or `secretKeyRef`";
            variable.error("one-of", "valueFrom", "one-of.none")
                    .words(ServerWords.invalid("", "must specify one of: " + kinds));
        } else if (!variable.textOrEmpty("value").isEmpty()) {
            variable.error("one-of", "valueFrom", "value-and-from")
                    .words(ServerWords.invalid("", "may not be specified when `value` is not empty"))
                    .fix(
                            variable.removing("value"),
                            "fix.remove",
                            variable.path().key("value"));
        } else if (sources > 1) {
            variable.error("one-of", "valueFrom", "one-of.many")
                    .words(ServerWords.invalid("", "may not have more than one field specified at a time"));
        }
    }

    /// The name of a ConfigMap or Secret that is not there is told as a name of the wrong form.
    private static void keySelector(Visit selector) {
        if (isSelectorOfVariable(selector)) {
            Checks.form(
                    selector, "name", "name", "name-subdomain", selector.textOrEmpty("name"), Names::subdomainProblems);
            Checks.form(selector, "config-key", "key", "config-key", Names::configKeyProblems);
        }
    }

    private static boolean isSelectorOfVariable(Visit selector) {
        return selector.path().parent().last().equals(VALUE_FROM);
    }

    /// `validateFileKeySelector`
    private static void fileKey(Visit selector) {
        if (selector.version().atLeast(FILES)) {
            Checks.form(selector, "name", "key", "environment-name", problems(selector));
            Checks.form(selector, "name", "volumeName", "name-label", Names::labelProblems);
            Paths.noBacksteps(selector, "path", selector.path().key("path"));
        }
    }

    /// A container can be told only what another of its Pod has written (`validateFileKeyRefVolumes`).
    private static void fileVolumes(Visit pod) {
        if (!pod.version().atLeast(FILES)) {
            return;
        }
        Pods.allContainers(pod)
                .flatMap(c -> c.each("env").stream())
                .map(variable -> variable.in("valueFrom").in("fileKeyRef"))
                .filter(file -> !file.textOrEmpty("volumeName").isEmpty())
                .forEach(file -> fileVolume(file, file.textOrEmpty("volumeName"), pod));
    }

    private static void fileVolume(Visit file, String name, Visit pod) {
        Optional<Visit> volume = pod.each("volumes").stream()
                .filter(v -> v.textOrEmpty("name").equals(name))
                .findFirst();
        if (volume.isEmpty()) {
            file.error("volume-not-found", "volumeName", "volume-not-found", Checks.shown(name))
                    .words(ServerWords.notFound(name));
        } else if (!isEmptyDir(volume.get())) {
            file.error(RULE, "volumeName", "file-of-volume", Checks.shown(name))
                    .words(ServerWords.invalid(name, "referenced volume must be of type emptyDir"));
        }
    }

    /// A volume of which nothing is said is an empty directory.
    private static boolean isEmptyDir(Visit volume) {
        return volume.has("emptyDir") || volume.names().stream().allMatch("name"::equals);
    }

    private static void prefix(Visit source) {
        Checks.form(source, "name", "prefix", "environment-name", problems(source));
    }

    private static void wholeSource(Visit source) {
        Checks.required(source, "name");
        Checks.form(
                source,
                "name",
                "name",
                "name-subdomain",
                name -> Names.subdomainProblems(Names.withoutTrailingDash(name)));
    }

    /// The API server names the list and not the item.
    private static void sources(Visit container) {
        for (Visit source : container.each("envFrom")) {
            boolean map = source.has("configMapRef");
            boolean secret = source.has("secretRef");
            if (map == secret) {
                String list = container.path().key("envFrom").toString();
                container
                        .errorCalled(list, RULE, source.path(), map ? "one-of.many" : "one-of.none")
                        .words(ServerWords.invalid(
                                "",
                                map
                                        ? "may not have more than one field specified at a time"
                                        : "must specify one of: `configMapRef` or `secretRef`"));
            }
        }
    }
}
