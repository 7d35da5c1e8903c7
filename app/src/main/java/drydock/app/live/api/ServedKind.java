package drydock.app.live.api;

import drydock.model.resource.ResourceKind;

/// A kind as a server serves it.
///
/// @param kind the kind as Drydock reads it
/// @param version the version that the server is asked in; another than the kind's on an older server, where the
///     objects read the same
/// @param custom whether it came with a CustomResourceDefinition
public record ServedKind(ResourceKind kind, String version, boolean custom) {

    /// Where its objects are, in one namespace or, if that is empty, in all.
    public String path(String namespace) {
        String root = kind.group().isEmpty() ? "/api/" + version : "/apis/" + kind.group() + "/" + version;
        return root + (namespace.isEmpty() || !kind.namespaced() ? "" : "/namespaces/" + namespace) + "/"
                + kind.plural();
    }

    /// Whether the server has another version of it than Drydock knows.
    public boolean isOlder() {
        return !version.equals(kind.version());
    }
}
