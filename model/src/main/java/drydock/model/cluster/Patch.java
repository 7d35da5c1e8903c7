package drydock.model.cluster;

/// A change of part of an object.
///
/// @param type how `body` is to be read
/// @param body JSON
public record Patch(Type type, String body) {

    /// The kinds of patches the API server takes (`apimachinery/pkg/types/patch.go`).
    public enum Type {
        /// RFC 6902.
        JSON,
        /// RFC 7386.
        MERGE,
        /// A merge that joins lists by the schema's merge keys.
        STRATEGIC
    }
}
