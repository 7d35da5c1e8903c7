package drydock.sim.http;

import drydock.model.cluster.Query;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import io.fabric8.kubernetes.api.model.HasMetadata;

/// What a request is about.
///
/// @param name empty for all in the namespace, or everywhere
record Target(ResourceKind kind, String namespace, String name) {

    ResourceId id() {
        return new ResourceId(kind.group(), kind.kind(), kind.namespaced() ? namespace : "", name);
    }

    Query query(ApiCall call) {
        Query all = new Query(kind, namespace, call.query("labelSelector"), call.query("fieldSelector"));
        return name.isEmpty() ? all : all.withFields("metadata.name=" + name);
    }

    /// The object of a body, in this namespace and of this name.
    HasMetadata object(String body) {
        HasMetadata object = Bodies.object(body, kind.apiVersion(), kind.kind());
        if (!kind.kind().equals(object.getKind())) {
            throw Bodies.bad(object.getKind() + " in version \"" + object.getApiVersion() + "\" cannot be handled as a "
                    + kind.kind());
        }
        String own = object.getMetadata().getNamespace();
        if (kind.namespaced() && own != null && !own.isEmpty() && !own.equals(namespace)) {
            throw Bodies.bad("the namespace of the provided object does not match the namespace sent on the request");
        }
        if (kind.namespaced()) {
            object.getMetadata().setNamespace(namespace);
        }
        String called = object.getMetadata().getName();
        if (!name.isEmpty() && called != null && !called.equals(name)) {
            throw Bodies.bad(
                    "the name of the object (" + called + ") does not match the name on the URL (" + name + ")");
        }
        if (!name.isEmpty()) {
            object.getMetadata().setName(name);
        }
        return object;
    }
}
