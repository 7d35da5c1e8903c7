package drydock.sim.expect;

import drydock.model.cluster.Query;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.sim.store.ApiServer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Locale;

/// The objects that an expectation is about, as `pod/web` or `pods -l app=web`.
///
/// @param name empty for all that the selector matches
/// @param selector empty for all of the kind
public record Subject(ResourceKind kind, String name, String selector, String namespace) {

    /// Those that are there now, by name.
    List<HasMetadata> now(ApiServer api) {
        return api.list(Query.in(kind, kind.namespaced() ? namespace : "").withLabels(selector)).stream()
                .filter(object ->
                        name.isEmpty() || object.getMetadata().getName().equals(name))
                .toList();
    }

    /// Whether `id` can be one of them, whatever its labels.
    boolean mayBe(ResourceId id) {
        return id.kind().equals(kind.kind())
                && id.group().equals(kind.group())
                && (!kind.namespaced() || id.namespace().equals(namespace))
                && (name.isEmpty() || id.name().equals(name));
    }

    /// As kubectl has it.
    @Override
    public String toString() {
        return (name.isEmpty() ? kind.plural() : kind.kind().toLowerCase(Locale.ROOT) + "/" + name)
                + (selector.isEmpty() ? "" : " -l " + selector);
    }
}
