package drydock.sim.http;

import java.util.List;
import java.util.Optional;

/// What a path of the API names (`apiserver/pkg/endpoints/request/requestinfo.go`).
///
/// @param group the API group, empty for the core group
/// @param namespace empty for all, and for what lives in none
/// @param plural the kind, as paths call it
/// @param name empty for a list
/// @param subresource empty for the object itself
record ApiPath(String group, String version, String namespace, String plural, String name, String subresource) {

    /// Empty for what is no path of objects.
    static Optional<ApiPath> parse(String path) {
        List<String> parts = List.of(path.replaceAll("^/+|/+$", "").split("/+", -1));
        return switch (parts.getFirst()) {
            case "api" -> parts.size() < 3 ? Optional.empty() : of("", parts.get(1), parts.subList(2, parts.size()));
            case "apis" ->
                parts.size() < 4 ? Optional.empty() : of(parts.get(1), parts.get(2), parts.subList(3, parts.size()));
            default -> Optional.empty();
        };
    }

    private static Optional<ApiPath> of(String group, String version, List<String> rest) {
        boolean inNamespace = rest.size() > 2
                && rest.getFirst().equals("namespaces")
                && !List.of("status", "finalize").contains(rest.get(2));
        String namespace = inNamespace ? rest.get(1) : "";
        List<String> words = inNamespace ? rest.subList(2, rest.size()) : rest;
        return words.size() > 3
                ? Optional.empty()
                : Optional.of(new ApiPath(
                        group,
                        version,
                        namespace,
                        words.getFirst(),
                        words.size() > 1 ? words.get(1) : "",
                        words.size() > 2 ? words.get(2) : ""));
    }
}
