package drydock.render.figure;

import drydock.model.resource.ResourceId;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which Pod takes the place of one that had to leave its node: of the Pods that the same controller made since, each
/// stands for one, in the order of time. A StatefulSet's Pod comes again under its own name and needs no line.
final class Replacements {

    /// A Pod that was made to go, and when.
    private record Displaced(ResourceId pod, Instant at) {}

    /// What a controller lost and made.
    private record Change(List<Displaced> displaced, List<Displaced> made) {}

    private Replacements() {}

    /// The lines from Pods that had to go to those that took their places.
    static List<Relation> of(Contents contents, Words words) {
        Map<ResourceId, Change> changes = new LinkedHashMap<>();
        contents.grown().forEach((id, pod) -> {
            Optional<Instant> displaced = displacedAt(pod);
            displaced.ifPresent(at -> change(changes, contents, id).displaced().add(new Displaced(id, at)));
        });
        if (changes.isEmpty()) {
            return List.of();
        }
        contents.grown().forEach((id, pod) -> {
            Change change = changes.get(contents.owners().get(id));
            if (change != null && displacedAt(pod).isEmpty()) {
                Times.instant(pod.getMetadata().getCreationTimestamp())
                        .ifPresent(at -> change.made().add(new Displaced(id, at)));
            }
        });
        List<Relation> relations = new ArrayList<>();
        changes.values().forEach(change -> pair(change, contents, words, relations));
        return relations;
    }

    private static Change change(Map<ResourceId, Change> changes, Contents contents, ResourceId pod) {
        return changes.computeIfAbsent(
                contents.owners().get(pod), _ -> new Change(new ArrayList<>(), new ArrayList<>()));
    }

    private static void pair(Change change, Contents contents, Words words, List<Relation> relations) {
        Comparator<Displaced> order = Comparator.comparing(Displaced::at).thenComparing(Displaced::pod);
        change.displaced().sort(order);
        change.made().sort(order);
        int next = 0;
        for (Displaced gone : change.displaced()) {
            while (next < change.made().size() && change.made().get(next).at().isBefore(gone.at())) {
                next++;
            }
            if (next < change.made().size()) {
                Displaced in = change.made().get(next++);
                relations.add(new Relation(
                        Relation.Kind.REPLACED,
                        gone.pod(),
                        in.pod(),
                        disruption(contents.grown().get(gone.pod()), words).orElse("")));
            }
        }
    }

    private static Optional<Instant> displacedAt(Pod pod) {
        return disruption(pod).flatMap(c -> Times.instant(c.getLastTransitionTime()));
    }

    private static Optional<PodCondition> disruption(HasMetadata object) {
        return object instanceof Pod pod && pod.getStatus() != null
                ? pod.getStatus().getConditions().stream()
                        .filter(c -> "DisruptionTarget".equals(c.getType()) && "True".equals(c.getStatus()))
                        .findFirst()
                : Optional.empty();
    }

    /// Who makes `pod` go, where somebody does, in a few words.
    static Optional<String> disruption(Pod pod, Words words) {
        return disruption(pod)
                .map(c -> words.find("pod.disrupted." + c.getReason())
                        .orElse(c.getReason() == null ? "" : c.getReason()));
    }
}
