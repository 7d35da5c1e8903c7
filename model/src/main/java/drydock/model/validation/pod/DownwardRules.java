package drydock.model.validation.pod;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.Names;
import drydock.model.resource.Quantities;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a container is told of its own Pod, in variables and files (`pkg/apis/core/validation/validation.go
/// validateObjectFieldSelector`, `validateContainerResourceFieldSelector`,
/// `validateDownwardAPIVolumeFile`).
final class DownwardRules {

    private static final String RULE = "downward-api";
    private static final Pattern SUBSCRIPT = Pattern.compile("(.+?)\\['(.*)']", Pattern.DOTALL);

    private static final Set<String> OF_VARIABLES = Set.of(
            "metadata.name",
            "metadata.namespace",
            "metadata.uid",
            "spec.nodeName",
            "spec.serviceAccountName",
            "status.hostIP",
            "status.hostIPs",
            "status.podIP",
            "status.podIPs");

    private static final Set<String> OF_FILES =
            Set.of("metadata.name", "metadata.namespace", "metadata.labels", "metadata.annotations", "metadata.uid");

    /// What is known as a field at all (`pkg/apis/core/pods/helpers.go ConvertDownwardAPIFieldLabel`).
    private static final Set<String> FIELDS = Set.of(
            "metadata.annotations",
            "metadata.labels",
            "metadata.name",
            "metadata.namespace",
            "metadata.uid",
            "spec.nodeName",
            "spec.restartPolicy",
            "spec.serviceAccountName",
            "spec.schedulerName",
            "status.phase",
            "status.hostIP",
            "status.hostIPs",
            "status.podIP",
            "status.podIPs",
            "spec.host");

    private static final Set<String> RESOURCES = Set.of(
            "limits.cpu",
            "limits.memory",
            "limits.ephemeral-storage",
            "requests.cpu",
            "requests.memory",
            "requests.ephemeral-storage");

    private static final Set<String> CPU_DIVISORS = Set.of("1m", "1");
    private static final Set<String> BYTE_DIVISORS =
            Set.of("1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei");

    static final List<Rule> RULES = List.of(
            Rule.of("EnvVarSource", DownwardRules::variable),
            new Rule.OfObject(List.of("DownwardAPIVolumeSource", "DownwardAPIProjection"), DownwardRules::files));

    private DownwardRules() {}

    private static void variable(Visit source) {
        if (source.has("fieldRef")) {
            field(source.in("fieldRef"), OF_VARIABLES, source.path().key("fieldRef"));
        }
        if (source.has("resourceFieldRef")) {
            resource(source.in("resourceFieldRef"), false, source.path().key("resourceFieldRef"));
        }
    }

    /// The API server leaves the place in the list out of the path.
    private static void files(Visit volume) {
        FieldPath at = volume.path();
        for (Visit file : volume.each("items")) {
            path(file, at);
            if (file.has("fieldRef") && file.has("resourceFieldRef")) {
                file.errorCalled(at.toString(), "one-of", file.path(), "one-of.many")
                        .words(ServerWords.invalid(
                                "resource", "fieldRef and resourceFieldRef can not be specified simultaneously"));
            }
            if (file.has("fieldRef")) {
                field(file.in("fieldRef"), OF_FILES, at.key("fieldRef"));
            } else if (file.has("resourceFieldRef")) {
                resource(file.in("resourceFieldRef"), true, at.key("resourceFieldRef"));
            } else {
                file.errorCalled(at.toString(), Checks.REQUIRED, file.path(), "one-of.none")
                        .words(ServerWords.required("one of fieldRef and resourceFieldRef is required"));
            }
            FileModes.check(file, "mode", at.key("mode"));
        }
    }

    private static void path(Visit file, FieldPath at) {
        FieldPath called = at.key("path");
        String path = file.textOrEmpty("path");
        if (path.isEmpty()) {
            file.errorCalled(called, Checks.REQUIRED, file.path().key("path"), "required-field", called)
                    .words(ServerWords.required());
        }
        Paths.localAndNotReserved(file, "path", called);
    }

    private static void field(Visit selector, Set<String> fields, FieldPath at) {
        String path = selector.textOrEmpty("fieldPath");
        FieldPath called = at.key("fieldPath");
        FieldPath place = selector.path().key("fieldPath");
        if (path.isEmpty()) {
            selector.errorCalled(called, Checks.REQUIRED, place, "required-field", called)
                    .words(ServerWords.required());
            return;
        }
        String version = selector.text("apiVersion").filter(v -> !v.isEmpty()).orElse("v1");
        Matcher subscript = SUBSCRIPT.matcher(path);
        if (!version.equals("v1")) {
            refused(selector, called, place, path, "unsupported pod version: " + version);
        } else if (subscript.matches()) {
            subscript(selector, subscript, at, called, path);
        } else if (!FIELDS.contains(path)) {
            refused(selector, called, place, path, "field label not supported: " + path);
        } else if (!fields.contains(todays(path))) {
            selector.errorCalled(called, RULE, place, "field-not-here", path, String.join(", ", new TreeSet<>(fields)))
                    .words(ServerWords.unsupported(todays(path), List.copyOf(fields)));
        }
    }

    /// A field as it is called today.
    private static String todays(String path) {
        return path.equals("spec.host") ? "spec.nodeName" : path;
    }

    private static void refused(Visit selector, FieldPath called, FieldPath place, String path, String why) {
        selector.errorCalled(called, RULE, place, "field-unknown", Checks.shown(path))
                .words(ServerWords.invalid(path, "error converting fieldPath: " + why));
    }

    /// A single label or annotation; the whole selector is named.
    private static void subscript(Visit selector, Matcher subscript, FieldPath at, FieldPath called, String path) {
        boolean annotation = subscript.group(1).equals("metadata.annotations");
        if (!annotation && !subscript.group(1).equals("metadata.labels")) {
            refused(
                    selector,
                    called,
                    selector.path().key("fieldPath"),
                    path,
                    "field label does not support subscript: " + path);
            return;
        }
        String key = annotation ? subscript.group(2).toLowerCase(Locale.ROOT) : subscript.group(2);
        Names.qualifiedNameProblems(key).stream()
                .findFirst()
                .ifPresent(problem -> selector.errorCalled(
                                at.toString(),
                                RULE,
                                selector.path().key("fieldPath"),
                                "label-key",
                                Checks.shown(key),
                                problem)
                        .words(ServerWords.invalid(key, problem)));
    }

    private static void resource(Visit selector, boolean file, FieldPath at) {
        String resource = selector.textOrEmpty("resource");
        boolean known = RESOURCES.contains(resource) || isOfHugePages(resource);
        if (file && selector.textOrEmpty("containerName").isEmpty()) {
            missing(selector, "containerName", at);
        } else if (resource.isEmpty()) {
            missing(selector, "resource", at);
        } else if (!known) {
            selector.errorCalled(
                            at.key("resource").toString(),
                            RULE,
                            selector.path().key("resource"),
                            "field-not-here",
                            resource,
                            String.join(", ", new TreeSet<>(RESOURCES)))
                    .words(ServerWords.unsupported(resource, List.copyOf(RESOURCES)));
        }
        divisor(selector, resource, at);
    }

    private static void missing(Visit selector, String field, FieldPath at) {
        FieldPath called = at.key(field);
        selector.errorCalled(called, Checks.REQUIRED, selector.path().key(field), "required-field", called)
                .words(ServerWords.required());
    }

    private static void divisor(Visit selector, String resource, FieldPath at) {
        Quantity divisor =
                Quantities.parse(String.valueOf(selector.value("divisor"))).orElse(null);
        if (Quantities.exact(divisor).signum() == 0) {
            return;
        }
        boolean cpu = resource.endsWith(".cpu");
        boolean known = RESOURCES.contains(resource) || isOfHugePages(resource);
        boolean fits = (cpu ? CPU_DIVISORS : BYTE_DIVISORS).contains(Quantities.canonical(divisor));
        if (known && !fits) {
            String values = cpu ? "1m and 1" : "1, 1k, 1M, 1G, 1T, 1P, 1E, 1Ki, 1Mi, 1Gi, 1Ti, 1Pi, 1Ei";
            selector.errorCalled(
                            at.key("divisor").toString(), RULE, selector.path().key("divisor"), "divisor", values)
                    .words(ServerWords.invalid(
                            resource,
                            "only divisor's values " + values + " are supported with the " + called(resource)
                                    + " resource"));
        }
    }

    private static boolean isOfHugePages(String resource) {
        return resource.startsWith("requests.hugepages-") || resource.startsWith("limits.hugepages-");
    }

    private static String called(String resource) {
        if (isOfHugePages(resource)) {
            return "hugepages";
        }
        String name = resource.substring(resource.indexOf('.') + 1);
        return name.equals("ephemeral-storage") ? "local ephemeral storage" : name;
    }
}
