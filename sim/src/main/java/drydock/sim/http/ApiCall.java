package drydock.sim.http;

import drydock.sim.access.Caller;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// One request.
///
/// @param method `GET`, `POST` …
/// @param path the path, decoded
/// @param query the parameters, decoded
/// @param accept what the client can read, as the header says
/// @param contentType what the body is, without parameters
/// @param caller who asks
public record ApiCall(
        String method,
        String path,
        Map<String, String> query,
        String accept,
        String contentType,
        String body,
        Caller caller) {

    public ApiCall {
        query = Map.copyOf(new LinkedHashMap<>(query));
    }

    /// One with the bytes of its body, which may be protobuf.
    ///
    /// @throws drydock.model.cluster.ClusterException 400 if they cannot be read
    public static ApiCall of(
            String method,
            String path,
            Map<String, String> query,
            String accept,
            String contentType,
            byte[] body,
            Caller caller) {
        return contentType.equals(ProtobufBody.CONTENT_TYPE)
                ? new ApiCall(
                        method,
                        path,
                        query,
                        accept,
                        Bodies.JSON,
                        body.length == 0 ? "" : ProtobufBody.json(body),
                        caller)
                : new ApiCall(
                        method, path, query, accept, contentType, new String(body, StandardCharsets.UTF_8), caller);
    }

    String query(String name) {
        return query.getOrDefault(name, "");
    }

    boolean isOn(String name) {
        String value = query(name);
        return value.equals("true") || value.equals("1");
    }

    boolean isDryRun() {
        return query.containsKey("dryRun");
    }

    boolean wantsTable() {
        return accept.contains("as=Table");
    }
}
