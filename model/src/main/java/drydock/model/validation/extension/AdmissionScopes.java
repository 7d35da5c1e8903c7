package drydock.model.validation.extension;

import drydock.model.cel.Scope;
import drydock.model.cel.Shape;
import drydock.model.cel.Shape.Single;
import java.util.HashMap;
import java.util.Map;

/// What expressions in CEL of webhooks and policies of admission may ask for
/// (`apiserver/pkg/admission/plugin/cel/compile.go BuildRequestType`, `BuildNamespaceType`, `createEnvForOpts`;
/// `composition.go`).
final class AdmissionScopes {

    private static final Shape TEXTS = new Shape.Items(Single.TEXT);
    private static final Shape NAMES = new Shape.Entries(Single.TEXT);

    private static final Shape KIND = new Shape.Named(
            "kubernetes.GroupVersionKind", Map.of("group", Single.TEXT, "version", Single.TEXT, "kind", Single.TEXT));
    private static final Shape RESOURCE = new Shape.Named(
            "kubernetes.GroupVersionResource",
            Map.of("group", Single.TEXT, "version", Single.TEXT, "resource", Single.TEXT));
    private static final Shape USER = new Shape.Named(
            "kubernetes.UserInfo",
            Map.of("username", Single.TEXT, "uid", Single.TEXT, "groups", TEXTS, "extra", new Shape.Entries(TEXTS)));

    private static final Shape REQUEST = new Shape.Named(
            "kubernetes.AdmissionRequest",
            Map.ofEntries(
                    Map.entry("kind", KIND),
                    Map.entry("resource", RESOURCE),
                    Map.entry("subResource", Single.TEXT),
                    Map.entry("requestKind", KIND),
                    Map.entry("requestResource", RESOURCE),
                    Map.entry("requestSubResource", Single.TEXT),
                    Map.entry("name", Single.TEXT),
                    Map.entry("namespace", Single.TEXT),
                    Map.entry("operation", Single.TEXT),
                    Map.entry("userInfo", USER),
                    Map.entry("dryRun", Single.TRUTH),
                    Map.entry("options", Single.UNTYPED)));

    private static final Shape METADATA = new Shape.Named(
            "kubernetes.NamespaceMetadata",
            Map.ofEntries(
                    Map.entry("name", Single.TEXT),
                    Map.entry("generateName", Single.TEXT),
                    Map.entry("namespace", Single.TEXT),
                    Map.entry("labels", NAMES),
                    Map.entry("annotations", NAMES),
                    Map.entry("UID", Single.TEXT),
                    Map.entry("creationTimestamp", Single.TIME),
                    Map.entry("deletionGracePeriodSeconds", Single.WHOLE),
                    Map.entry("deletionTimestamp", Single.TIME),
                    Map.entry("generation", Single.WHOLE),
                    Map.entry("resourceVersion", Single.TEXT),
                    Map.entry("finalizers", TEXTS)));
    private static final Shape CONDITION = new Shape.Named(
            "kubernetes.NamespaceCondition",
            Map.of(
                    "status",
                    Single.TEXT,
                    "type",
                    Single.TEXT,
                    "lastTransitionTime",
                    Single.TIME,
                    "message",
                    Single.TEXT,
                    "reason",
                    Single.TEXT));
    private static final Shape NAMESPACE = new Shape.Named(
            "kubernetes.Namespace",
            Map.of(
                    "metadata",
                    METADATA,
                    "spec",
                    new Shape.Named("kubernetes.NamespaceSpec", Map.of("finalizers", TEXTS)),
                    "status",
                    new Shape.Named(
                            "kubernetes.NamespaceStatus",
                            Map.of("conditions", new Shape.Items(CONDITION), "phase", Single.TEXT))));

    private static final Map<String, Shape> ALWAYS = Map.of(
            "object", Single.UNTYPED, "oldObject", Single.UNTYPED, "namespaceObject", NAMESPACE, "request", REQUEST);

    private final Map<String, Shape> variables;

    private AdmissionScopes(Map<String, Shape> variables) {
        this.variables = variables;
    }

    /// @param hasParameters whether a policy is given an object with parameters
    static AdmissionScopes of(boolean hasParameters) {
        Map<String, Shape> variables = new HashMap<>(ALWAYS);
        if (hasParameters) {
            variables.put("params", Single.UNTYPED);
        }
        return new AdmissionScopes(variables);
    }

    /// The same where variables of the policy are known, by their names.
    AdmissionScopes with(Map<String, Shape> known) {
        Map<String, Shape> more = new HashMap<>(variables);
        more.put("variables", new Shape.Named("kubernetes.variables", known));
        return new AdmissionScopes(more);
    }

    /// What may not ask whether somebody may do something.
    Scope plain() {
        return new Scope(variables, false);
    }

    Scope authorizing() {
        return authorizing(false);
    }

    /// What makes objects and operations that change what is written.
    Scope patching() {
        return authorizing(true);
    }

    private Scope authorizing(boolean makesPatches) {
        Map<String, Shape> more = new HashMap<>(variables);
        more.put("authorizer", Single.AUTHORIZER);
        more.put("authorizer.requestResource", Single.RESOURCE_CHECK);
        return new Scope(more, makesPatches);
    }
}
