package drydock.app.drift;

import drydock.model.drift.FieldDrift;
import drydock.model.drift.ObjectDrift;
import drydock.model.drift.ProjectDrift;
import drydock.model.resource.ResourceId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A row of the list of differences: an object that only one side has, or a field that both have otherwise.
record DriftRow(ObjectDrift drift, Optional<FieldDrift> field) {

    static List<DriftRow> of(ProjectDrift drift) {
        return drift.different().stream().flatMap(DriftRow::of).toList();
    }

    private static Stream<DriftRow> of(ObjectDrift drift) {
        return drift.fields().isEmpty()
                ? Stream.of(new DriftRow(drift, Optional.empty()))
                : drift.fields().stream().map(field -> new DriftRow(drift, Optional.of(field)));
    }

    ResourceId id() {
        return drift.id();
    }

    String fieldName() {
        return field.map(FieldDrift::field).orElse("");
    }

    String here() {
        return field.flatMap(FieldDrift::here).map(DriftWords::value).orElse("");
    }

    String there() {
        return field.flatMap(FieldDrift::there).map(DriftWords::value).orElse("");
    }
}
