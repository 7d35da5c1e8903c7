package drydock.model.resource;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The fields of one type of object, ordered by name.
public final class SchemaObject {

    private final String definition;
    private final Map<String, SchemaField> fields;

    SchemaObject(String definition, Map<String, SchemaField> fields) {
        this.definition = definition;
        this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /// The definition's name, as `io.k8s.api.core.v1.PodSpec`.
    public String definition() {
        return definition;
    }

    public Collection<SchemaField> fields() {
        return fields.values();
    }

    public Optional<SchemaField> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }
}
