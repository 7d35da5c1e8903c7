package drydock.model.manifest;

import drydock.model.resource.Kinds;
import io.fabric8.kubernetes.api.model.HasMetadata;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Makes fabric8's objects of JSON, whatever kind they are.
public final class JsonObjects {

    private JsonObjects() {}

    /// The object that `json` says, of the class of its kind.
    ///
    /// @throws IllegalArgumentException if it is none: without kind or name, or with fields of other types
    public static HasMetadata read(JsonNode json) {
        String apiVersion = json.path("apiVersion").asString("");
        String kind = json.path("kind").asString("");
        String name = json.path("metadata").path("name").asString("");
        if (apiVersion.isEmpty() || apiVersion.endsWith("/") || kind.isEmpty() || name.isEmpty()) {
            throw new IllegalArgumentException("no apiVersion, kind or metadata.name");
        }
        try {
            HasMetadata object = ObjectReader.read(json, ModelClasses.of(apiVersion, kind));
            boolean lacks = Kinds.of(apiVersion, kind).namespaced()
                    && object.getMetadata().getNamespace() == null;
            if (lacks) {
                throw new IllegalArgumentException("no metadata.namespace");
            }
            return object;
        } catch (JacksonException misfit) {
            throw new IllegalArgumentException(misfit.getOriginalMessage(), misfit);
        }
    }
}
