package drydock.app.session;

import drydock.model.resource.ResourceKind;

/// Something that a user may or may not be allowed to do, as the API server judges it.
///
/// @param verb as `patch`
/// @param subresource as `scale`, empty for the objects themselves
/// @param namespace where, empty for everywhere and for kinds that live in none
public record Right(String verb, ResourceKind kind, String subresource, String namespace) {

    public Right {
        namespace = kind.namespaced() ? namespace : "";
    }

    /// What it is about, as a server names it: `deployments.apps/scale`.
    public String resource() {
        return kind.plural()
                + (kind.group().isEmpty() ? "" : "." + kind.group())
                + (subresource.isEmpty() ? "" : "/" + subresource);
    }
}
