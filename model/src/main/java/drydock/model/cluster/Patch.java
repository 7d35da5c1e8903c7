package drydock.model.cluster;

/// A change of part of an object.
///
/// @param type how `body` is to be read
/// @param body JSON
/// @param subresource the part of the object that it is sent to, as `resize`; empty for the object itself
public record Patch(Type type, String body, String subresource) {

    /// The kinds of patches the API server takes (`apimachinery/pkg/types/patch.go`).
    public enum Type {
        /// RFC 6902.
        JSON,
        /// RFC 7386.
        MERGE,
        /// A merge that joins lists by the schema's merge keys.
        STRATEGIC
    }

    /// One of the object itself.
    public Patch(Type type, String body) {
        this(type, body, "");
    }

    /// The same, sent to a subresource.
    public Patch to(String part) {
        return new Patch(type, body, part);
    }
}
