package drydock.app.live.api;

import drydock.app.live.watch.WireException;
import drydock.model.cluster.ClusterException;
import drydock.model.cluster.ManifestAccess;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Server-side apply over plain HTTP: what is sent is what the manifest says, be it in a model class or not.
///
/// @param cluster what the cluster is called
/// @param served the kinds that the server had when it was connected to
public record Applying(ApiServer server, String cluster, List<ServedKind> served) implements ManifestAccess {

    private static final String APPLY = "application/apply-patch+yaml";
    private static final int NOT_FOUND = 404;

    @Override
    public Optional<HasMetadata> find(ResourceId id, String apiVersion) {
        try {
            return Optional.of(asked(path(id, apiVersion), builder -> builder));
        } catch (ClusterException refused) {
            if (refused.code() == NOT_FOUND) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    @Override
    public HasMetadata apply(ResourceId id, Map<String, Object> manifest, Way way) {
        Map<String, Object> body = new LinkedHashMap<>(manifest);
        body.remove("status");
        Map<String, Object> metadata = new LinkedHashMap<>();
        if (manifest.get("metadata") instanceof Map<?, ?> written) {
            written.forEach((key, value) -> metadata.put(String.valueOf(key), value));
        }
        metadata.remove("managedFields");
        if (!id.namespace().isEmpty()) {
            metadata.put("namespace", id.namespace());
        }
        body.put("metadata", metadata);
        String path = ApiServer.path(
                path(id, String.valueOf(manifest.get("apiVersion"))),
                way.dryRun()
                        ? List.of("fieldManager=" + way.manager(), "force=" + way.force(), "dryRun=All")
                        : List.of("fieldManager=" + way.manager(), "force=" + way.force()));
        try {
            return asked(
                    path,
                    builder -> builder.method("PATCH", APPLY, server.json().asJson(body)));
        } catch (ClusterException refused) {
            throw refused.code() == NOT_FOUND
                    ? otherVersion(id, String.valueOf(manifest.get("apiVersion")))
                            .orElse(refused)
                    : refused;
        }
    }

    /// Of a kind that it has in another version the server only says that it finds nothing.
    private Optional<ClusterException> otherVersion(ResourceId id, String apiVersion) {
        String version = apiVersion.substring(apiVersion.indexOf('/') + 1);
        return served.stream()
                .filter(each -> each.kind().group().equals(id.group())
                        && each.kind().kind().equals(id.kind())
                        && !version.equals(each.version()))
                .findFirst()
                .map(each -> new ClusterException(
                        NOT_FOUND,
                        "NotFound",
                        "the server has no " + id.kind() + " in " + apiVersion + ", but in " + id.group() + "/"
                                + each.version()));
    }

    private HasMetadata asked(String path, UnaryOperator<HttpRequest.Builder> request) {
        try {
            return server.json().unmarshal(server.answer(path, request), HasMetadata.class);
        } catch (WireException broken) {
            throw new ClusterException(cluster + " cannot be reached: " + broken.getMessage(), broken);
        }
    }

    private String path(ResourceId id, String apiVersion) {
        ResourceKind kind = served.stream()
                .map(ServedKind::kind)
                .filter(each -> each.group().equals(id.group()) && each.kind().equals(id.kind()))
                .findFirst()
                .or(() -> Kinds.find(id.group(), id.kind()))
                .orElseGet(() -> Objects.requireNonNull(Kinds.of(apiVersion, id.kind())));
        String version = apiVersion.substring(apiVersion.indexOf('/') + 1);
        return new ServedKind(kind, version, false).path(id.namespace()) + "/" + id.name();
    }
}
