package drydock.sim.admission;

import drydock.model.cluster.ClusterException;
import drydock.model.resource.ResourceId;
import drydock.model.validation.CheckOptions;
import drydock.model.validation.Refusal;
import drydock.model.validation.Validator;
import drydock.model.validation.live.LiveChanges;
import drydock.model.validation.standard.StandardRules;
import drydock.sim.store.ObjectTree;
import drydock.sim.store.Refusals;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Refuses what the API server refuses of an object by itself, by the rules that manifests are checked by, in the
/// server's words.
final class Validation {

    private static final Validator RULES = new Validator(StandardRules.OF_THE_SERVER, CheckOptions.STANDARD);

    /// Held against an object that is new only (`ValidatePodCreate`).
    private static final Refusal ON_CREATE =
            new Refusal("spec.ephemeralContainers", "Forbidden: cannot be set on create");

    /// @param object the object with its defaults
    /// @throws drydock.model.cluster.ClusterException 422, which names every field that is wrong
    void created(ResourceId id, HasMetadata object) {
        rules(id, ObjectTree.of(object));
    }

    /// @throws drydock.model.cluster.ClusterException 422, which names every field that is wrong or may not change
    void updated(ResourceId id, HasMetadata before, HasMetadata object) {
        if (isSameButForItsOwners(before, object) || KnownEndpoints.addsOnlyPlain(before, object)) {
            return;
        }
        try {
            compared(id, KnownEndpoints.news(object, before), KnownEndpoints.news(before, object));
        } catch (ClusterException refused) {
            // in its own words: places count all that is there
            compared(id, before, object);
            throw refused;
        }
        Immutability.check(id, before, object);
    }

    private static void compared(ResourceId id, HasMetadata before, HasMetadata object) {
        Map<String, Object> wanted = ObjectTree.of(object);
        Map<String, Object> live = ObjectTree.of(before);
        if (!saysTheSame(wanted, live)) {
            refuse(id, problems(id, wanted));
            refuse(id, LiveChanges.refusals(id.kind(), wanted, live));
        }
    }

    /// What is wrong by itself with an object that is there already.
    static List<Refusal> problems(ResourceId id, HasMetadata object) {
        return problems(id, ObjectTree.of(object));
    }

    private static List<Refusal> problems(ResourceId id, Map<String, Object> object) {
        return RULES.refusals(Optional.of(id), object).stream()
                .filter(refusal -> !refusal.equals(ON_CREATE))
                .toList();
    }

    private static void rules(ResourceId id, Map<String, Object> object) {
        refuse(id, RULES.refusals(Optional.of(id), object));
    }

    private static void refuse(ResourceId id, List<Refusal> refusals) {
        if (!refusals.isEmpty()) {
            throw Refusals.invalid(id, refusals);
        }
    }

    /// Whether an update changes no more of a Pod than who owns it and what holds it: those are many, and nothing of
    /// them is looked at.
    private static boolean isSameButForItsOwners(HasMetadata before, HasMetadata object) {
        ObjectMeta old = before.getMetadata();
        ObjectMeta metadata = object.getMetadata();
        return before instanceof Pod from
                && object instanceof Pod to
                && from.getSpec().equals(to.getSpec())
                && Objects.equals(old.getLabels(), metadata.getLabels())
                && Objects.equals(old.getAnnotations(), metadata.getAnnotations());
    }

    /// Whether nothing but status, version and the like differs.
    private static boolean saysTheSame(Map<String, Object> wanted, Map<String, Object> live) {
        wanted.remove("status");
        Object status = live.remove("status");
        boolean same = wanted.equals(live);
        if (status != null) {
            live.put("status", status);
            wanted.put("status", status);
        }
        return same;
    }
}
