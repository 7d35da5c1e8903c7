package drydock.sim.http;

import java.util.LinkedHashMap;
import java.util.Map;

/// One request.
///
/// @param method `GET`, `POST` …
/// @param path the path, decoded
/// @param query the parameters, decoded
/// @param accept what the client can read, as the header says
/// @param contentType what the body is, without parameters
public record ApiCall(
        String method, String path, Map<String, String> query, String accept, String contentType, String body) {

    public ApiCall {
        query = Map.copyOf(new LinkedHashMap<>(query));
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
