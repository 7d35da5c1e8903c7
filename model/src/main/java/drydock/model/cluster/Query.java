package drydock.model.cluster;

import drydock.model.resource.ResourceKind;

/// Which objects are meant: those of one kind, in one namespace or all, that labels and fields choose.
///
/// @param kind the kind
/// @param namespace the namespace, empty for all (and for kinds that live in none)
/// @param labelSelector a selector as `kubectl -l` takes it, empty for every object
/// @param fieldSelector a selector as `--field-selector` takes it, empty for every object
public record Query(ResourceKind kind, String namespace, String labelSelector, String fieldSelector) {

    /// Every object of `kind` in every namespace.
    public static Query all(ResourceKind kind) {
        return new Query(kind, "", "", "");
    }

    /// Every object of `kind` in `namespace`.
    public static Query in(ResourceKind kind, String namespace) {
        return new Query(kind, kind.namespaced() ? namespace : "", "", "");
    }

    public Query withLabels(String selector) {
        return new Query(kind, namespace, selector, fieldSelector);
    }

    public Query withFields(String selector) {
        return new Query(kind, namespace, labelSelector, selector);
    }
}
