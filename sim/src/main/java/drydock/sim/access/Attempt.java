package drydock.sim.access;

import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import java.util.List;

/// What somebody wants to do (`apiserver/pkg/authorization/authorizer Attributes`).
public sealed interface Attempt {

    String ANY = "*";

    String verb();

    /// Something with objects.
    ///
    /// @param group the API group, empty for the core group
    /// @param resource the plural, `pods`
    /// @param subresource `log`, or empty
    /// @param namespace empty for all, and for what lives in none
    /// @param name empty for all
    record OnResource(String verb, String group, String resource, String subresource, String namespace, String name)
            implements Attempt {

        String combined() {
            return subresource.isEmpty() ? resource : resource + "/" + subresource;
        }
    }

    /// Something with a path that leads to no object, as `/healthz`.
    record OnPath(String verb, String path) implements Attempt {}

    /// Where roles are looked for that allow it; empty for those of the whole cluster only.
    default String scope() {
        return switch (this) {
            case OnResource resource -> resource.namespace();
            case OnPath _ -> "";
        };
    }

    /// Whether `rule` allows it (`pkg/apis/rbac/v1/evaluation_helpers.go`).
    default boolean isAllowedBy(PolicyRule rule) {
        if (!has(rule.getVerbs(), verb())) {
            return false;
        }
        return switch (this) {
            case OnResource on ->
                has(rule.getApiGroups(), on.group())
                        && (has(rule.getResources(), on.combined())
                                || (!on.subresource().isEmpty()
                                        && rule.getResources().contains("*/" + on.subresource())))
                        && (rule.getResourceNames().isEmpty()
                                || rule.getResourceNames().contains(on.name()));
            case OnPath on ->
                rule.getNonResourceURLs().stream()
                        .anyMatch(url -> url.equals(ANY)
                                || url.equals(on.path())
                                || (url.endsWith(ANY) && on.path().startsWith(url.replaceFirst("\\*+$", ""))));
        };
    }

    private static boolean has(List<String> allowed, String asked) {
        return allowed.contains(ANY) || allowed.contains(asked);
    }
}
