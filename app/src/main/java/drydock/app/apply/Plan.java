package drydock.app.apply;

import drydock.model.cluster.ClusterException;
import drydock.model.cluster.FieldConflict;
import drydock.model.cluster.ManifestAccess;
import drydock.model.cluster.ManifestAccess.Way;
import drydock.model.difference.TextDifference;
import drydock.model.drift.ApplyOrder;
import drydock.model.drift.Manifests;
import drydock.model.resource.Kinds;
import drydock.model.resource.ResourceId;
import drydock.model.resource.Schema;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Objects that are to be applied, in the order in which they are, and what would come of each.
///
/// **Threads.** Making one and carrying it out block; not for the JavaFX thread.
public final class Plan {

    private static final int NOT_FOUND = 404;

    /// So often, and so long in between, a kind is waited for whose definition was applied just before.
    private static final int TRIES = 20;

    private static final Duration BETWEEN = Duration.ofMillis(250);

    /// One object.
    public record Step(Target target, Forecast forecast) {}

    /// What became of one.
    ///
    /// @param refusal why it was not applied; empty if it was
    public record Result(ResourceId id, Optional<ClusterException> refusal) {}

    private final List<Step> steps;

    private Plan(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /// Asks the server what would come of applying `targets`; nothing is changed.
    public static Plan of(ManifestAccess cluster, Schema schema, Collection<Target> targets) {
        List<Target> ordered = targets.stream()
                .sorted(Comparator.comparing(Target::id, ApplyOrder.COMPARATOR))
                .toList();
        Set<String> namespaces = new HashSet<>();
        boolean defines = false;
        for (Target target : ordered) {
            defines |= target.id().kind().equals("CustomResourceDefinition");
            if (target.id().kind().equals("Namespace")) {
                namespaces.add(target.id().name());
            }
        }
        List<Step> steps = new ArrayList<>();
        for (Target target : ordered) {
            Forecast forecast = forecast(cluster, schema, target);
            boolean waits = forecast instanceof Forecast.Refused(ClusterException refusal)
                    && ((isAbout(refusal, "namespaces")
                                    && namespaces.contains(target.id().namespace()))
                            || (defines && isOfNewKind(target.id(), refusal)));
            steps.add(new Step(target, waits ? new Forecast.Untried() : forecast));
        }
        return new Plan(steps);
    }

    private static boolean isAbout(ClusterException refusal, String kind) {
        return refusal.code() == NOT_FOUND
                && refusal.status().getDetails() != null
                && kind.equals(refusal.status().getDetails().getKind());
    }

    private static boolean isOfNewKind(ResourceId id, ClusterException refusal) {
        return refusal.code() == NOT_FOUND && Kinds.find(id.group(), id.kind()).isEmpty();
    }

    private static Forecast forecast(ManifestAccess cluster, Schema schema, Target target) {
        try {
            Optional<HasMetadata> there =
                    cluster.find(target.id(), String.valueOf(target.manifest().get("apiVersion")));
            try {
                HasMetadata after = cluster.apply(target.id(), target.manifest(), Way.TRY);
                return there.<Forecast>map(before -> changed(difference(schema, target, before, after)))
                        .orElseGet(Forecast.Made::new);
            } catch (ClusterException refused) {
                List<FieldConflict> conflicts = FieldConflict.of(refused);
                if (conflicts.isEmpty() || there.isEmpty()) {
                    return new Forecast.Refused(refused);
                }
                HasMetadata forced = cluster.apply(target.id(), target.manifest(), Way.TRY_BY_FORCE);
                return new Forecast.Contested(conflicts, difference(schema, target, there.get(), forced));
            }
        } catch (ClusterException refused) {
            return new Forecast.Refused(refused);
        }
    }

    private static Forecast changed(TextDifference difference) {
        return difference.lines().isEmpty() ? new Forecast.Unchanged() : new Forecast.Changed(difference);
    }

    private static TextDifference difference(Schema schema, Target target, HasMetadata before, HasMetadata after) {
        return TextDifference.of(
                target.id().toString(),
                Manifests.sides(schema, target.manifest(), before).there(),
                Manifests.sides(schema, target.manifest(), after).there());
    }

    /// The objects, in the order in which they are applied.
    public List<Step> steps() {
        return steps;
    }

    /// Applies those that the server takes, one after the other; one that is refused does not keep the others from
    /// it. What is contested is applied only if it is taken over.
    ///
    /// @param takenOver whose fields are taken over from others
    /// @param told each, as soon as it is done
    public void carryOut(ManifestAccess cluster, Set<ResourceId> takenOver, Consumer<Result> told) {
        for (Step step : steps) {
            ResourceId id = step.target().id();
            boolean force = takenOver.contains(id);
            boolean isTaken = switch (step.forecast()) {
                case Forecast.Made _, Forecast.Unchanged _, Forecast.Changed _, Forecast.Untried _ -> true;
                case Forecast.Contested _ -> force;
                case Forecast.Refused _ -> false;
            };
            if (isTaken) {
                boolean waits = step.forecast() instanceof Forecast.Untried;
                told.accept(new Result(id, applied(cluster, step.target(), force, waits ? TRIES : 1)));
            }
        }
    }

    private static Optional<ClusterException> applied(ManifestAccess cluster, Target target, boolean force, int tries) {
        try {
            HasMetadata after = cluster.apply(target.id(), target.manifest(), new Way(Way.DRYDOCK, force, false));
            assert after != null;
            return Optional.empty();
        } catch (ClusterException refused) {
            return refused.code() == NOT_FOUND && tries > 1 && isWaited()
                    ? applied(cluster, target, force, tries - 1)
                    : Optional.of(refused);
        }
    }

    private static boolean isWaited() {
        try {
            Thread.sleep(BETWEEN);
            return true;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
