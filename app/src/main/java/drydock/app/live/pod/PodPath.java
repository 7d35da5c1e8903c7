package drydock.app.live.pod;

import drydock.app.live.api.ApiServer;
import drydock.model.resource.ResourceId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The path of a subresource of a Pod, with its parameters.
final class PodPath {

    private final String path;
    private final List<String> parameters = new ArrayList<>();

    PodPath(ResourceId pod, String subresource) {
        path = "/api/v1/namespaces/" + pod.namespace() + "/pods/" + pod.name() + "/" + subresource;
    }

    PodPath with(String name, Object value) {
        parameters.add(name + "=" + URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8));
        return this;
    }

    @Override
    public String toString() {
        return ApiServer.path(path, parameters);
    }
}
