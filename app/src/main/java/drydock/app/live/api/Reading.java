package drydock.app.live.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import drydock.app.live.watch.Change;
import drydock.app.live.watch.Page;
import drydock.app.live.watch.WireException;
import drydock.model.resource.ResourceKind;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.ListMeta;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/// How objects of one kind are read from JSON, and trimmed: what servers note of who set which field is half of many
/// objects, and nobody looks at it here.
class Reading {

    private static final String LIST = "application/json";

    /// A list of objects of one type.
    @JsonIgnoreProperties(ignoreUnknown = true)
    static final class Listed<T> {
        @SuppressWarnings("NullAway.Init") // set from JSON
        public ListMeta metadata;

        @SuppressWarnings("NullAway.Init") // set from JSON
        public List<T> items;
    }

    /// A change of an object of one type.
    @JsonIgnoreProperties(ignoreUnknown = true)
    static final class Told<T> {
        @SuppressWarnings("NullAway.Init") // set from JSON
        public String type;

        @SuppressWarnings("NullAway.Init") // set from JSON
        public T object;
    }

    private final KubernetesSerialization json;
    private final ResourceKind kind;
    private final Class<? extends KubernetesResource> type;

    Reading(KubernetesSerialization json, ResourceKind kind) {
        this(json, kind, type(json, kind));
    }

    Reading(KubernetesSerialization json, ResourceKind kind, Class<? extends KubernetesResource> type) {
        this.json = json;
        this.kind = kind;
        this.type = type;
    }

    private static Class<? extends KubernetesResource> type(KubernetesSerialization json, ResourceKind kind) {
        @Nullable
        Class<? extends KubernetesResource> known =
                json.getRegisteredKubernetesResource(kind.apiVersion(), kind.kind());
        return known != null && HasMetadata.class.isAssignableFrom(known) ? known : GenericKubernetesResource.class;
    }

    String acceptsList() {
        return LIST;
    }

    String acceptsStream() {
        return LIST;
    }

    final ResourceKind kind() {
        return kind;
    }

    final Page page(InputStream body) {
        Listed<HasMetadata> list = json.unmarshal(body, reference(Listed.class, type));
        List<HasMetadata> objects = list.items == null
                ? List.of()
                : list.items.stream().map(this::taken).toList();
        return new Page(objects, text(list.metadata.getResourceVersion()), text(list.metadata.getContinue()));
    }

    /// What one line of a stream tells; empty if it tells nothing that is known of.
    ///
    /// @throws WireException if it tells of an error
    final Optional<Change> change(String line) throws WireException {
        if (line.isBlank()) {
            return Optional.empty();
        }
        if (line.startsWith("{\"type\":\"ERROR\"")) {
            Told<Status> error = json.unmarshal(line, reference(Told.class, Status.class));
            throw ApiServer.refused(error.object);
        }
        Told<HasMetadata> told = json.unmarshal(line, reference(Told.class, type));
        return switch (told.type) {
            case "ADDED", "MODIFIED" -> Optional.of(new Change.Put(taken(told.object)));
            case "DELETED" -> Optional.of(new Change.Gone(taken(told.object)));
            case "BOOKMARK" ->
                Optional.of(new Change.Bookmark(told.object.getMetadata().getResourceVersion()));
            default -> Optional.empty();
        };
    }

    /// An object as it is kept.
    HasMetadata taken(HasMetadata read) {
        read.setApiVersion(kind.apiVersion());
        if (read instanceof GenericKubernetesResource generic) {
            generic.setKind(kind.kind());
        }
        read.getMetadata().setManagedFields(null);
        return read;
    }

    private <T> TypeReference<T> reference(Class<?> of, Class<?> parameter) {
        Type whole = json.constructParametricType(of, parameter);
        return new TypeReference<>() {
            @Override
            public Type getType() {
                return whole;
            }
        };
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
