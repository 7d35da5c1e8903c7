package drydock.model.validation;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.Schema;
import drydock.model.resource.SchemaObject;
import drydock.model.validation.RemovedKinds.Change;
import drydock.model.validation.RemovedKinds.Removed;
import java.util.List;
import java.util.Optional;

/// Whether Kubernetes has the kind that a manifest names, in the version that it is meant for. Groups that are not
/// Kubernetes' own are custom resources', of which nothing is known.
///
/// @param version the version of Kubernetes that manifests are meant for
record KnownKind(KubernetesVersion version) {

    /// What the objects of a kind are held to: of one that went and came back in another version without any change,
    /// that one.
    Optional<SchemaObject> type(String apiVersion, String kind) {
        Schema schema = Schema.kubernetes();
        return schema.kind(apiVersion, kind)
                .or(() -> RemovedKinds.find(apiVersion, kind)
                        .filter(removed -> removed.change().equals(Change.NONE))
                        .flatMap(removed -> schema.kind(removed.replacement(), kind)));
    }

    /// Tells what is wrong with the kind of a manifest for which no CustomResourceDefinition is there.
    ///
    /// @param schema what there is, with the kinds of CustomResourceDefinitions
    void check(Schema schema, String apiVersion, String kind, VisitedManifest manifest) {
        Visit top = Visit.root(manifest);
        if (Schema.kubernetes().kind(apiVersion, kind).isPresent()) {
            return;
        }
        Optional<Removed> removed = RemovedKinds.find(apiVersion, kind);
        if (removed.isPresent()) {
            removed(removed.get(), top);
            return;
        }
        String group = apiVersion.indexOf('/') < 0 ? "" : apiVersion.substring(0, apiVersion.indexOf('/'));
        boolean custom = group.indexOf('.') >= 0 && !schema.hasGroup(group);
        List<String> served = custom ? schema.customVersions(group, kind) : schema.apiVersions(kind);
        if (custom && served.isEmpty()) {
            return;
        }
        if (served.isEmpty()) {
            top.error("unknown-kind", FieldPath.of("kind"), "unknown-kind", kind, apiVersion);
        } else {
            Report report = top.error(
                    "unknown-kind",
                    FieldPath.of("apiVersion"),
                    "unknown-kind.version",
                    kind,
                    apiVersion,
                    String.join(", ", served));
            if (served.size() == 1) {
                report.fix(top.setting("apiVersion", served.getFirst()), "set-api-version", served.getFirst());
            }
        }
    }

    private void removed(Removed kind, Visit top) {
        FieldPath at = FieldPath.of("apiVersion");
        Change change = kind.change();
        if (change.equals(Change.OPTIONAL)) {
            String key = kind.hasReplacement() ? "optional-version" : "optional-version.alone";
            top.told(Severity.WARNING, "optional-version", at, key, kind.kind(), kind.apiVersion(), kind.replacement());
            return;
        }
        boolean gone = version.atLeast(kind.gone());
        Report report = top.told(
                gone ? Severity.ERROR : Severity.WARNING,
                gone ? "removed-version" : "deprecated-version",
                at,
                gone ? "removed-version." + change.name() : "deprecated-version",
                kind.kind(),
                kind.apiVersion(),
                "1." + kind.gone(),
                kind.replacement());
        if (change.equals(Change.NONE)) {
            report.fix(top.setting("apiVersion", kind.replacement()), "set-api-version", kind.replacement());
        }
    }
}
