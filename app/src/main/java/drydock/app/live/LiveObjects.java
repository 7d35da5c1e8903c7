package drydock.app.live;

import drydock.app.live.api.ServedKind;
import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Query;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.FilterWatchListDeletable;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.List;

/// The client's own handles on objects, found by Drydock's kinds, ids and queries.
final class LiveObjects {

    private final KubernetesClient client;
    private final List<ServedKind> served;

    /// @param served the kinds the server has, and in which versions
    LiveObjects(KubernetesClient client, List<ServedKind> served) {
        this.client = client;
        this.served = served;
    }

    /// The handle on one object.
    Resource<HasMetadata> of(ResourceId id) {
        ResourceKind kind = kind(id);
        return id.namespace().isEmpty()
                ? all(kind).withName(id.name())
                : all(kind).inNamespace(id.namespace()).withName(id.name());
    }

    /// A handle on what `object` is to be; one that names no namespace goes into `default`.
    Resource<HasMetadata> holding(HasMetadata object) {
        String namespace = ResourceId.of(object).namespace();
        if (object instanceof GenericKubernetesResource any) {
            return asWritten(any, namespace);
        }
        var resource = client.resource(object);
        return namespace.isEmpty() ? resource : resource.inNamespace(namespace);
    }

    /// A handle on an object that is sent as it is written, in the version that it names, whatever is in it.
    @SuppressWarnings("unchecked")
    private Resource<HasMetadata> asWritten(GenericKubernetesResource object, String namespace) {
        ResourceKind kind = kind(ResourceId.of(object));
        String apiVersion = object.getApiVersion();
        var all = client.genericKubernetesResources(context(kind, apiVersion.substring(apiVersion.indexOf('/') + 1)));
        Resource<?> resource = namespace.isEmpty()
                ? all.resource(object)
                : all.inNamespace(namespace).resource(object);
        return (Resource<HasMetadata>) resource;
    }

    private static ResourceDefinitionContext context(ResourceKind kind, String version) {
        return new ResourceDefinitionContext.Builder()
                .withGroup(kind.group())
                .withVersion(version)
                .withKind(kind.kind())
                .withPlural(kind.plural())
                .withNamespaced(kind.namespaced())
                .build();
    }

    private ResourceKind kind(ResourceId id) {
        return served.stream()
                .map(ServedKind::kind)
                .filter(each -> each.group().equals(id.group()) && each.kind().equals(id.kind()))
                .findFirst()
                .or(() -> Kinds.find(id.group(), id.kind()))
                .orElseThrow(() -> new ClusterException(
                        404, "NotFound", "the server doesn't have a resource type \"" + id.kind() + "\""));
    }

    /// The handle on all objects that `query` asks for.
    FilterWatchListDeletable<HasMetadata, KubernetesResourceList<HasMetadata>, Resource<HasMetadata>> chosenBy(
            Query query) {
        var all = all(query.kind());
        var inNamespace = query.namespace().isEmpty() ? all.inAnyNamespace() : all.inNamespace(query.namespace());
        var labelled =
                query.labelSelector().isEmpty() ? inNamespace : inNamespace.withLabelSelector(query.labelSelector());
        FilterWatchListDeletable<HasMetadata, KubernetesResourceList<HasMetadata>, Resource<HasMetadata>> chosen =
                labelled;
        for (String field : query.fieldSelector().split(",", -1)) {
            int not = field.indexOf("!=");
            int is = field.indexOf('=');
            if (not >= 0) {
                chosen = chosen.withoutField(field.substring(0, not), field.substring(not + 2));
            } else if (is >= 0) {
                chosen = chosen.withField(
                        field.substring(0, is), field.substring(is + 1).replaceFirst("^=", ""));
            }
        }
        return chosen;
    }

    /// Each kind has a type of its own in the client; here all are objects with metadata, which each of them is.
    @SuppressWarnings("unchecked")
    private MixedOperation<HasMetadata, KubernetesResourceList<HasMetadata>, Resource<HasMetadata>> all(
            ResourceKind kind) {
        Class<? extends KubernetesResource> type =
                client.getKubernetesSerialization().getRegisteredKubernetesResource(kind.apiVersion(), kind.kind());
        String version = served.stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .map(ServedKind::version)
                .orElse(kind.version());
        boolean isKnown = version.equals(kind.version());
        MixedOperation<?, ?, ?> operation = isKnown && type != null && HasMetadata.class.isAssignableFrom(type)
                ? client.resources(type.asSubclass(HasMetadata.class))
                : client.genericKubernetesResources(context(kind, version));
        return (MixedOperation<HasMetadata, KubernetesResourceList<HasMetadata>, Resource<HasMetadata>>) operation;
    }
}
