package drydock.app.palette;

import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;

/// One kind of the palette, and what a new object of it looks like.
///
/// @param kind the kind
/// @param group the key of the group it is listed in, in the messages
public record PaletteItem(ResourceKind kind, String group) {

    private static final List<PaletteItem> ALL = List.of(
            new PaletteItem(Kinds.POD, "pods"),
            new PaletteItem(Kinds.REPLICATION_CONTROLLER, "workloads"),
            new PaletteItem(Kinds.REPLICA_SET, "workloads"),
            new PaletteItem(Kinds.DEPLOYMENT, "workloads"),
            new PaletteItem(Kinds.STATEFUL_SET, "workloads"),
            new PaletteItem(Kinds.DAEMON_SET, "workloads"),
            new PaletteItem(Kinds.JOB, "workloads"),
            new PaletteItem(Kinds.CRON_JOB, "workloads"),
            new PaletteItem(Kinds.SERVICE, "network"),
            new PaletteItem(Kinds.INGRESS, "network"),
            new PaletteItem(Kinds.CONFIG_MAP, "configuration"),
            new PaletteItem(Kinds.SECRET, "configuration"),
            new PaletteItem(Kinds.PERSISTENT_VOLUME_CLAIM, "configuration"),
            new PaletteItem(Kinds.NAMESPACE, "cluster"),
            new PaletteItem(Kinds.NODE, "cluster"));

    /// Every item, by group.
    public static List<PaletteItem> all() {
        return ALL;
    }

    /// A name that is free, from the kind's: `deployment`, `deployment-2` and so on.
    ///
    /// @param taken whether an object is there already
    public ResourceId freeId(Predicate<ResourceId> taken) {
        String base = kind.kind().toLowerCase(Locale.ROOT);
        ResourceId id = ResourceId.of(kind, ResourceId.DEFAULT_NAMESPACE, base);
        for (int number = 2; taken.test(id); number++) {
            id = ResourceId.of(kind, ResourceId.DEFAULT_NAMESPACE, base + "-" + number);
        }
        return id;
    }

    /// The manifest of a new object called `name`.
    public String manifest(String name) {
        String file = kind.kind() + ".yaml";
        try (InputStream in = Objects.requireNonNull(PaletteItem.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("NAME", name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
