package drydock.model.resource;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The name of one object in a cluster or a project, the same in every version of its kind.
///
/// @param group the API group, empty for the core group
/// @param kind the kind, as `Service`
/// @param namespace the namespace, empty for objects that live in none
/// @param name the object's name
public record ResourceId(String group, String kind, String namespace, String name) implements Comparable<ResourceId> {

    /// The namespace of an object that names none.
    public static final String DEFAULT_NAMESPACE = "default";

    /// Ids made lately, each at the place its hash gives it until another needs that: an object's id is asked for over
    /// and over, and kept in many tables, which then keep the same one.
    private static final @Nullable ResourceId[] RECENT = new ResourceId[1 << 14];

    /// The id of `object`; one of a namespaced kind that names no namespace is in `default`.
    public static ResourceId of(HasMetadata object) {
        ResourceKind kind = Kinds.of(object);
        String namespace = object.getMetadata().getNamespace();
        String inNamespace = namespace == null || namespace.isEmpty() ? DEFAULT_NAMESPACE : namespace;
        String name = object.getMetadata().getName();
        return recent(kind, kind.namespaced() ? inNamespace : "", name == null ? "" : name);
    }

    /// The id of the object of `kind` called `name`; `namespace` is left out for kinds that live in none.
    public static ResourceId of(ResourceKind kind, String namespace, String name) {
        return recent(kind, kind.namespaced() ? namespace : "", name);
    }

    private static ResourceId recent(ResourceKind kind, String namespace, String name) {
        int hash = 31 * name.hashCode() + kind.kind().hashCode();
        int place = (hash ^ hash >>> 14) & RECENT.length - 1;
        ResourceId known = RECENT[place];
        if (known != null && known.is(kind, namespace, name)) {
            return known;
        }
        ResourceId made = new ResourceId(kind.group(), kind.kind(), namespace, name);
        RECENT[place] = made;
        return made;
    }

    private boolean is(ResourceKind ofKind, String in, String called) {
        return name.equals(called)
                && namespace.equals(in)
                && kind.equals(ofKind.kind())
                && group.equals(ofKind.group());
    }

    /// The id of the owner that an object in `namespace` names; empty if the reference leaves something out.
    public static Optional<ResourceId> of(OwnerReference reference, String namespace) {
        String name = reference.getName();
        return name == null || name.isEmpty()
                ? Optional.empty()
                : Kinds.named(reference.getApiVersion(), reference.getKind()).map(kind -> of(kind, namespace, name));
    }

    /// Reads what [#toString] writes.
    ///
    /// @throws IllegalArgumentException if `text` is not of that form
    public static ResourceId parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 3 || parts[0].isEmpty()) {
            throw new IllegalArgumentException("not kind[.group]/namespace/name: " + text);
        }
        int dot = parts[0].indexOf('.');
        String kind = dot < 0 ? parts[0] : parts[0].substring(0, dot);
        String group = dot < 0 ? "" : parts[0].substring(dot + 1);
        return new ResourceId(group, kind, parts[1], parts[2]);
    }

    /// Written out, as [#hashCode] is, for tables of many objects do little else.
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ResourceId id
                        && name.equals(id.name)
                        && namespace.equals(id.namespace)
                        && kind.equals(id.kind)
                        && group.equals(id.group));
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * group.hashCode() + kind.hashCode()) + namespace.hashCode()) + name.hashCode();
    }

    /// By namespace, kind, group and name. Written out, for whatever sorts many objects does little else.
    @Override
    public int compareTo(ResourceId other) {
        int byNamespace = namespace.compareTo(other.namespace);
        if (byNamespace != 0) {
            return byNamespace;
        }
        int byKind = kind.compareTo(other.kind);
        if (byKind != 0) {
            return byKind;
        }
        int byGroup = group.compareTo(other.group);
        return byGroup != 0 ? byGroup : name.compareTo(other.name);
    }

    /// `kind[.group]/namespace/name`: `Deployment.apps/default/web`, `Node//node-1`.
    @Override
    public String toString() {
        return kind + (group.isEmpty() ? "" : "." + group) + "/" + namespace + "/" + name;
    }
}
