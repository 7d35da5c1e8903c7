package drydock.model.validation;

import drydock.model.manifest.FieldPath;
import drydock.model.manifest.YamlNode;
import drydock.model.manifest.YamlNode.Mapping;
import drydock.model.manifest.YamlNode.Sequence;
import drydock.model.resource.FieldType;
import drydock.model.resource.Schema;
import drydock.model.resource.SchemaField;
import drydock.model.resource.SchemaObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Goes through a manifest along the schema: holds every value against its type, every name against the
/// fields there are, and hands every object to the rules for its type.
///
/// Types and names as strict decoding has them (`apimachinery/pkg/runtime/serializer/json`).
final class SchemaWalk {

    static final String UNKNOWN_FIELD = "unknown-field";
    static final String TYPE = "type";
    static final String REQUIRED = Checks.REQUIRED;

    /// What the schema calls required and the API server takes without.
    private static final Set<String> OPTIONAL = Set.of(
            "ControllerRevision.revision",
            "EndpointPort.port",
            "HTTPHeader.value",
            "Sysctl.value",
            "ISCSIVolumeSource.lun",
            "ISCSIPersistentVolumeSource.lun",
            "LimitRangeSpec.limits",
            "Event.metadata",
            "CSINodeSpec.drivers",
            "CSINode.spec",
            "CSIDriver.spec",
            "CustomResourceDefinitionVersion.served",
            "CustomResourceDefinitionVersion.storage",
            "TokenRequest.audience",
            "DeviceClass.spec",
            "ResourceClaim.spec",
            "ResourceClaimTemplate.spec",
            "ResourceClaimTemplateSpec.spec");

    /// Of these a number that is 0 is as good as missing (`pkg/apis/core/validation
    /// ValidateContainerPorts`).
    private static final List<String> ZERO_IS_MISSING = List.of("ContainerPort.containerPort");

    private static final FieldPath STATUS = FieldPath.of("status");

    private static final FieldType METADATA = new FieldType.ObjectOf("io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta");

    private final Schema schema;
    private final Map<String, List<Registered>> rules;
    private final VisitedManifest manifest;
    private final Visit top;

    /// A rule, and the bundle with what it says.
    record Registered(Rule.OfObject rule, String bundle) {}

    SchemaWalk(Schema schema, Map<String, List<Registered>> rules, VisitedManifest manifest) {
        this.schema = schema;
        this.rules = rules;
        this.manifest = manifest;
        this.top = Visit.root(manifest);
    }

    void walk(SchemaObject kind) {
        object(kind, top);
    }

    /// Looks at the metadata alone, of an object of which nothing else is known.
    void metadata() {
        YamlNode node = manifest.fields().get("metadata");
        if (node != null) {
            value(METADATA, "metadata", node.resolved(), top, "metadata");
        }
    }

    private void object(SchemaObject type, Visit visit) {
        for (Map.Entry<String, YamlNode> written : visit.fields().entrySet()) {
            String field = written.getKey();
            SchemaField known = type.fieldOrNull(field);
            if (known == null) {
                unknown(type, visit, field);
            } else {
                value(known.type(), field, written.getValue().resolved(), visit, type.qualified(field));
            }
        }
        if (isStatus(visit.path())) {
            return;
        }
        for (SchemaField field : RequiredFields.of(type)) {
            missing(field, visit, type.qualified(field.name()));
        }
        for (Registered registered : rules.getOrDefault(type.shortName(), List.of())) {
            manifest.telling().inWordsOf(registered.bundle(), registered.rule().check(), visit);
        }
    }

    /// A field whose value is an object, or a list of objects, is walked with what `visit` has of it, for the rules
    /// ask for the same.
    private void value(FieldType type, String field, YamlNode node, Visit visit, String qualified) {
        if (node instanceof YamlNode.Scalar scalar) {
            scalar(type, scalar, () -> visit.path().key(field), qualified);
        } else if (node instanceof Mapping && type instanceof FieldType.ObjectOf(String definition)) {
            schema.object(definition).ifPresent(object -> object(object, visit.in(field)));
        } else if (node instanceof Sequence list && type instanceof FieldType.ListOf(FieldType.ObjectOf items)) {
            objects(items, list, visit.each(field), qualified);
        } else {
            value(type, node, visit.path().key(field), qualified);
        }
    }

    private void objects(FieldType.ObjectOf type, Sequence list, List<Visit> visits, String qualified) {
        Optional<SchemaObject> object = schema.object(type.definition());
        for (int i = 0; i < visits.size(); i++) {
            YamlNode item = list.items().get(i).resolved();
            if (object.isPresent() && (item instanceof Mapping || isNull(item))) {
                object(object.get(), visits.get(i));
            } else {
                value(type, item, visits.get(i).path(), qualified);
            }
        }
    }

    /// Go reads null in a list of objects as an object without fields.
    private static boolean isNull(YamlNode item) {
        return item instanceof YamlNode.Scalar scalar && scalar.value() == null;
    }

    private void unknown(SchemaObject type, Visit visit, String field) {
        FieldPath at = visit.path().key(field);
        Report report = top.errorAtKey(UNKNOWN_FIELD, at, "unknown-field", at);
        List<String> known = type.fields().stream()
                .map(SchemaField::name)
                .filter(name -> !visit.fields().containsKey(name))
                .toList();
        Nearest.to(field, known).ifPresent(name -> report.fix(visit.renaming(field, name), "fix.rename", field, name));
    }

    /// What the API server goes on without as if it were empty is looked into; of all else that is required
    /// it is told that it is missing.
    private void missing(SchemaField field, Visit visit, String qualified) {
        if (RequiredFields.isLookedInto(visit.path(), field.name(), qualified)) {
            if (!visit.has(field.name())) {
                schema.object(field.type()).ifPresent(object -> object(object, visit.in(field.name())));
            }
        } else if (field.required() && !OPTIONAL.contains(qualified) && !RequiredFields.isToldByRules(qualified)) {
            required(field, visit, qualified);
        }
    }

    private void required(SchemaField field, Visit visit, String qualified) {
        YamlNode node = visit.fields().get(field.name());
        boolean none = node == null || isNone(node.resolved(), qualified);
        if (none) {
            FieldPath at = visit.path().key(field.name());
            top.error(REQUIRED, at, "required-field", at).words(RequiredFields.words(qualified));
        }
    }

    private static boolean isNone(YamlNode node, String qualified) {
        return switch (node) {
            case YamlNode.Scalar scalar ->
                scalar.value() == null
                        || scalar.value().equals("")
                        || (scalar.value().equals(0) && ZERO_IS_MISSING.contains(qualified));
            case Sequence list -> list.items().isEmpty();
            case Mapping _, YamlNode.Alias _ -> false;
        };
    }

    private void value(FieldType type, YamlNode node, FieldPath path, String qualified) {
        if (node instanceof YamlNode.Scalar scalar) {
            scalar(type, scalar, () -> path, qualified);
            return;
        }
        switch (type) {
            case FieldType.ObjectOf(String definition) ->
                schema.object(definition).ifPresent(object -> {
                    if (node instanceof Mapping mapping) {
                        object(object, top.at(path, mapping.fields()));
                    } else {
                        wrong(path, "type.object", node);
                    }
                });
            case FieldType.ListOf(FieldType items) -> {
                if (node instanceof Sequence list) {
                    for (int i = 0; i < list.items().size(); i++) {
                        value(items, list.items().get(i).resolved(), path.index(i), qualified);
                    }
                } else {
                    wrong(path, "type.list", node);
                }
            }
            case FieldType.MapOf(FieldType values) -> {
                if (node instanceof Mapping mapping) {
                    mapping.fields().forEach((key, inner) -> value(values, inner.resolved(), path.key(key), qualified));
                } else {
                    wrong(path, "type.object", node);
                }
            }
            case FieldType.Anything _ -> {}
            case FieldType.Text _,
                    FieldType.Whole _,
                    FieldType.Fraction _,
                    FieldType.Flag _,
                    FieldType.Amount _,
                    FieldType.IntOrText _ ->
                ScalarTypes.problem(type, node)
                        .ifPresent(p ->
                                top.error(TYPE, path, p.key(), p.arguments().toArray()));
        }
    }

    /// Most of a manifest is single values, and most of them are right: where one stands is only found out when
    /// something is wrong with it.
    private void scalar(FieldType type, YamlNode.Scalar node, Supplier<FieldPath> path, String qualified) {
        Object value = node.value();
        if (value == null) {
            return;
        }
        switch (type) {
            case FieldType.ObjectOf(String definition) ->
                schema.object(definition).ifPresent(_ -> wrong(path.get(), "type.object", node));
            case FieldType.ListOf _ -> wrong(path.get(), "type.list", node);
            case FieldType.MapOf _ -> wrong(path.get(), "type.object", node);
            case FieldType.Anything _ -> {}
            case FieldType.Text text -> {
                wrongType(type, value, path);
                if (value instanceof String chosen) {
                    Enumerations.check(top, text, chosen, path, qualified);
                }
            }
            case FieldType.Whole _, FieldType.Fraction _, FieldType.Flag _, FieldType.Amount _, FieldType.IntOrText _ ->
                wrongType(type, value, path);
        }
    }

    private void wrongType(FieldType type, Object value, Supplier<FieldPath> path) {
        ScalarTypes.problem(type, value)
                .ifPresent(
                        p -> top.error(TYPE, path.get(), p.key(), p.arguments().toArray()));
    }

    private void wrong(FieldPath path, String key, YamlNode found) {
        top.error(TYPE, path, key, ScalarTypes.shown(found instanceof YamlNode.Scalar s ? s.value() : found));
    }

    /// Whether the path leads into the status, which the API server takes from nobody's manifest: what stands there
    /// is read, and then dropped.
    static boolean isStatus(FieldPath path) {
        return path.isWithin(STATUS);
    }
}
