package drydock.sim.store;

import drydock.model.resource.ResourceId;
import drydock.sim.managed.FieldSet;
import drydock.sim.managed.FieldTree;
import io.fabric8.kubernetes.api.model.FieldsV1;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who has set which fields (`apimachinery/pkg/util/managedfields`).
///
/// **Only objects that were applied to carry it**, since nobody else asks: what was set before the first apply is found
/// in the history.
final class ManagedFields {

    private static final String APPLY = "Apply";
    private static final String UPDATE = "Update";
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private final Storage storage;

    ManagedFields(Storage storage) {
        this.storage = storage;
    }

    /// What an apply makes of an object.
    record Applied(HasMetadata object, List<ManagedFieldsEntry> managers) {}

    /// Who set a field, and by which operation.
    private record Manager(String name, String operation) {

        static Manager of(ManagedFieldsEntry entry) {
            return new Manager(entry.getManager(), entry.getOperation());
        }

        /// `managedfields/internal/conflict.go printManager`.
        String words(String apiVersion) {
            return '"' + name + '"' + (operation.equals(UPDATE) ? " using " + apiVersion : "");
        }
    }

    /// An object that is made by an apply.
    static HasMetadata first(HasMetadata configuration, Author author, Instant now) {
        Map<Manager, FieldSet> owners = Map.of(
                new Manager(author.manager(), APPLY),
                FieldTree.of(ObjectTree.of(configuration)).fields());
        return Shape.withMetadata(
                configuration, withManagers(configuration.getMetadata(), entries(configuration, owners, now)));
    }

    /// @throws drydock.model.cluster.ClusterException 409 if others have set what `configuration` sets otherwise, and
    /// the author does not force it
    Applied applied(HasMetadata live, HasMetadata configuration, Author author) {
        FieldTree before = FieldTree.of(ObjectTree.of(live));
        FieldTree wanted = FieldTree.of(ObjectTree.of(configuration));
        Manager manager = new Manager(author.manager(), APPLY);
        Map<Manager, FieldSet> owners = owners(live);
        FieldSet had = Optional.ofNullable(owners.remove(manager)).orElse(FieldSet.EMPTY);
        Map<String, Object> joined = before.with(wanted);
        FieldSet changed = FieldTree.of(joined).changedSince(before);
        refuseConflicts(live, owners, changed, author);
        owners.replaceAll((_, fields) -> fields.without(changed));
        FieldSet kept = owners.values().stream().reduce(wanted.fields(), FieldSet::or);
        Map<String, Object> next = FieldTree.without(joined, had.without(kept), kept);
        owners.put(manager, wanted.fields());
        HasMetadata object = ObjectTree.object(next, live);
        object.getMetadata().setResourceVersion(configuration.getMetadata().getResourceVersion());
        requireVersion(live, configuration);
        return new Applied(object, entries(live, owners, storage.engine().now()));
    }

    private static void requireVersion(HasMetadata live, HasMetadata configuration) {
        String wanted = configuration.getMetadata().getResourceVersion();
        if (wanted != null
                && !wanted.isEmpty()
                && !wanted.equals(live.getMetadata().getResourceVersion())) {
            throw Refusals.stale(ResourceId.of(live));
        }
    }

    private static void refuseConflicts(
            HasMetadata live, Map<Manager, FieldSet> owners, FieldSet changed, Author author) {
        Map<String, List<String>> conflicts = new LinkedHashMap<>();
        owners.forEach((manager, fields) -> {
            FieldSet both = fields.and(changed);
            if (!both.isEmpty()) {
                conflicts.put(manager.words(live.getApiVersion()), both.words());
            }
        });
        if (!conflicts.isEmpty() && !author.options().force()) {
            throw Refusals.applyConflict(ResourceId.of(live), conflicts);
        }
    }

    /// `next` with the fields that an ordinary write has changed owned by who wrote, if anybody asks for it.
    HasMetadata updated(HasMetadata before, HasMetadata next, Author author) {
        List<ManagedFieldsEntry> entries = before.getMetadata().getManagedFields();
        if (entries == null || entries.isEmpty()) {
            return next;
        }
        Map<Manager, FieldSet> owners = owners(before);
        own(owners, new Manager(author.manager(), UPDATE), before, next);
        return Shape.withMetadata(
                next,
                withManagers(
                        next.getMetadata(),
                        entries(before, owners, storage.engine().now())));
    }

    private static void own(Map<Manager, FieldSet> owners, Manager manager, HasMetadata before, HasMetadata next) {
        FieldTree old = FieldTree.of(ObjectTree.of(before));
        FieldTree now = FieldTree.of(ObjectTree.of(next));
        FieldSet changed = now.changedSince(old);
        FieldSet gone = old.fields().without(now.fields());
        owners.replaceAll((_, fields) -> fields.without(changed).without(gone));
        owners.merge(manager, changed, FieldSet::or);
    }

    private Map<Manager, FieldSet> owners(HasMetadata object) {
        Map<Manager, FieldSet> owners = new LinkedHashMap<>();
        List<ManagedFieldsEntry> entries = object.getMetadata().getManagedFields();
        if (entries == null || entries.isEmpty()) {
            return ownersFromHistory(object);
        }
        entries.forEach(entry -> owners.put(
                Manager.of(entry), FieldSet.ofFieldsV1(entry.getFieldsV1().getAdditionalProperties())));
        return owners;
    }

    private Map<Manager, FieldSet> ownersFromHistory(HasMetadata object) {
        ResourceId id = ResourceId.of(object);
        List<Change> changes = new ArrayList<>();
        List<Change> log = storage.log();
        for (int i = log.size() - 1; i >= 0; i--) {
            Change change = log.get(i);
            if (change.object().equals(id)) {
                changes.addFirst(change);
                if (change.before() == null) {
                    break;
                }
            }
        }
        Map<Manager, FieldSet> owners = new LinkedHashMap<>();
        for (Change change : changes) {
            HasMetadata before = change.before();
            HasMetadata after = change.last();
            Manager manager = new Manager(name(change, after), UPDATE);
            if (before == null) {
                owners.put(manager, FieldTree.of(ObjectTree.of(after)).fields());
            } else {
                own(owners, manager, before, after);
            }
        }
        return owners;
    }

    /// Users are known by their command, controllers by the program that they are parts of.
    private static String name(Change change, HasMetadata object) {
        String component = change.component().replaceFirst("/.*", "");
        if (component.equals("user")) {
            Map<String, String> annotations = object.getMetadata().getAnnotations();
            boolean applied = annotations != null && annotations.containsKey(LAST_APPLIED);
            return applied ? "kubectl-client-side-apply" : "kubectl-create";
        }
        return component.endsWith("-controller") ? "kube-controller-manager" : component;
    }

    private static List<ManagedFieldsEntry> entries(HasMetadata live, Map<Manager, FieldSet> owners, Instant now) {
        Map<Manager, ManagedFieldsEntry> before = new LinkedHashMap<>();
        List<ManagedFieldsEntry> known = live.getMetadata().getManagedFields();
        (known == null ? List.<ManagedFieldsEntry>of() : known).forEach(e -> before.put(Manager.of(e), e));
        List<ManagedFieldsEntry> entries = new ArrayList<>();
        owners.forEach((manager, fields) -> {
            if (!fields.isEmpty()) {
                FieldsV1 written = new FieldsV1();
                written.setAdditionalProperties(fields.toFieldsV1());
                ManagedFieldsEntry old = before.get(manager);
                boolean same = old != null && written.equals(old.getFieldsV1());
                entries.add(new ManagedFieldsEntry(
                        live.getApiVersion(),
                        "FieldsV1",
                        written,
                        manager.name(),
                        manager.operation(),
                        null,
                        same ? old.getTime() : Times.seconds(now)));
            }
        });
        return entries;
    }

    static ObjectMeta withManagers(ObjectMeta metadata, List<ManagedFieldsEntry> managers) {
        ObjectMeta copy = Shape.copy(metadata);
        copy.setManagedFields(new ArrayList<>(managers));
        return copy;
    }
}
