package drydock.model.resource;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The fields of one type of object, ordered by name.
public final class SchemaObject {

    private final String definition;
    private final String shortName;
    private final Map<String, SchemaField> fields;
    private final Map<String, String> qualified = new HashMap<>();
    private final List<SchemaField> required;

    SchemaObject(String definition, Map<String, SchemaField> fields) {
        this.definition = definition;
        this.shortName = definition.substring(definition.lastIndexOf('.') + 1);
        fields.keySet().forEach(name -> qualified.put(name, shortName + "." + name));
        this.required = fields.values().stream().filter(SchemaField::required).toList();
        this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /// The definition's name, as `io.k8s.api.core.v1.PodSpec`.
    public String definition() {
        return definition;
    }

    /// The same without package and version, as `PodSpec`.
    public String shortName() {
        return shortName;
    }

    /// The field called `name` with the short name of this type before it, as `PodSpec.dnsPolicy`.
    public String qualified(String name) {
        String known = qualified.get(name);
        return known == null ? shortName + "." + name : known;
    }

    /// The fields that the API needs.
    public List<SchemaField> required() {
        return required;
    }

    public Collection<SchemaField> fields() {
        return fields.values();
    }

    public Optional<SchemaField> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /// The same, null if there is none: for what looks at every field of every object.
    public @Nullable SchemaField fieldOrNull(String name) {
        return fields.get(name);
    }
}
