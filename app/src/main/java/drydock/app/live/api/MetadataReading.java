package drydock.app.live.api;

import drydock.model.resource.ResourceKind;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.Map;
import java.util.stream.Collectors;

/// Reads only what metadata says (`PartialObjectMetadata`): a Secret's values never leave the server.
final class MetadataReading extends Reading {

    private static final String LIST = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";
    private static final String ONE = "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1";

    /// Where `kubectl apply` keeps a whole manifest, values and all.
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    MetadataReading(KubernetesSerialization json, ResourceKind kind) {
        super(json, kind, GenericKubernetesResource.class);
    }

    @Override
    String acceptsList() {
        return LIST;
    }

    @Override
    String acceptsStream() {
        return ONE;
    }

    @Override
    HasMetadata taken(HasMetadata read) {
        HasMetadata trimmed = super.taken(read);
        ObjectMeta metadata = trimmed.getMetadata();
        Map<String, String> annotations = metadata.getAnnotations();
        if (annotations != null) {
            metadata.setAnnotations(annotations.entrySet().stream()
                    .filter(annotation -> !annotation.getKey().equals(LAST_APPLIED))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        }
        return kind().kind().equals("Secret") && kind().group().isEmpty()
                ? new SecretBuilder().withMetadata(metadata).build()
                : trimmed;
    }
}
