package drydock.model.resource;

import java.util.List;
import java.util.Map;

/// One version of a kind that a CustomResourceDefinition declares.
///
/// @param definition what its definition is called in a [Schema]
/// @param schema what is written under `openAPIV3Schema`; empty if nothing is
/// @param served whether an API server takes objects of this version
/// @param hasStatus whether the status is a resource of its own, so that what a manifest says of it is passed over
/// @param replicas where the number of replicas stands, as `.spec.replicas`; empty if it cannot be scaled
/// @param versions the names of all served versions of the kind, as `apiVersion` writes them
public record CustomKind(
        String definition,
        Map<?, ?> schema,
        boolean served,
        boolean hasStatus,
        String replicas,
        List<String> versions) {

    public CustomKind {
        versions = List.copyOf(versions);
    }
}
