package drydock.render.figure;

import drydock.model.resource.LabelSelector;
import drydock.model.resource.ResourceId;
import drydock.model.topology.Edge;
import drydock.model.topology.ObjectReferences;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What has to do with what in one picture. Remembers all of it until an object is replaced, and then what the others
/// name.
final class Relations {

    private final Words words;
    private IdentityHashMap<HasMetadata, Set<ResourceId>> known = new IdentityHashMap<>();
    private List<Object> before = List.of();
    private List<Relation> relationsBefore = List.of();
    private Endings endings = new Endings(List.of());

    Relations(Words words) {
        this.words = words;
    }

    List<Relation> of(Contents contents, Picture picture) {
        List<Object> now = new ArrayList<>();
        now.add(picture.view());
        now.addAll(contents.cards().values());
        now.addAll(contents.grown().values());
        now.addAll(picture.observed().values());
        if (!areSame(now, before)) {
            List<Relation> found = List.copyOf(new LinkedHashSet<>(find(contents, picture)));
            relationsBefore = found.equals(relationsBefore) ? relationsBefore : found;
            before = now;
        }
        return relationsBefore;
    }

    /// Where the Services of the last picture lead.
    Endings endings() {
        return endings;
    }

    @SuppressWarnings("ReferenceEquality") // an object of a picture that was not replaced is unchanged
    private static boolean areSame(List<Object> some, List<Object> others) {
        boolean same = some.size() == others.size();
        for (int i = 0; same && i < some.size(); i++) {
            same = some.get(i) == others.get(i);
        }
        return same;
    }

    private List<Relation> find(Contents contents, Picture picture) {
        List<Relation> result = new ArrayList<>();
        contents.owners().forEach((child, owner) -> {
            if (picture.view() == View.DESIGN || !contents.grown().containsKey(child)) {
                result.add(new Relation(Relation.Kind.OWNS, owner, child, ""));
            }
        });
        result.addAll(Replacements.of(contents, words));
        uses(contents, result);
        endings = new Endings(picture.observed().values());
        Selection selection = new Selection(contents, picture.observed());
        contents.cards().forEach((id, object) -> {
            Map<ResourceId, Ending> ends = object instanceof Service ? endings.of(id) : Map.of();
            Selection.selector(object)
                    .ifPresent(selector -> selects(
                            id,
                            selector,
                            selection,
                            ends,
                            contents,
                            picture.observed().isEmpty(),
                            result));
            endpoints(id, ends, contents, result);
        });
        return result;
    }

    private void uses(Contents contents, List<Relation> result) {
        IdentityHashMap<HasMetadata, Set<ResourceId>> current = new IdentityHashMap<>();
        contents.cards().forEach((id, object) -> {
            Set<ResourceId> before = known.get(object);
            Set<ResourceId> references = before == null ? references(id, object) : before;
            current.put(object, references);
            if (!contents.owners().containsKey(id)) {
                references.stream()
                        .filter(contents.cards()::containsKey)
                        .forEach(to -> result.add(new Relation(Relation.Kind.USES, id, to, "")));
            }
        });
        known = current;
    }

    private static Set<ResourceId> references(ResourceId id, HasMetadata object) {
        return ObjectReferences.of(id, object).stream()
                .filter(edge -> edge.from().equals(id))
                .map(Edge::to)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static void endpoints(
            ResourceId service, Map<ResourceId, Ending> ends, Contents contents, List<Relation> result) {
        ends.forEach((pod, ending) -> {
            if (contents.grown().containsKey(pod) || contents.cards().containsKey(pod)) {
                result.add(new Relation(ending.line(), service, pod, ""));
            }
        });
    }

    /// A Service, policy or budget selects Pods; in the picture also the workload whose template makes such
    /// Pods, so that the line is there before the Pods are. One line carries the selector and the count.
    private void selects(
            ResourceId id,
            LabelSelector selector,
            Selection selection,
            Map<ResourceId, Ending> ends,
            Contents contents,
            boolean onlyPlanned,
            List<Relation> result) {
        List<Selection.Candidate> cards = selection.cards(id, selector);
        int count = onlyPlanned
                ? cards.stream().mapToInt(Selection.Candidate::pods).sum()
                : selection.pods(id, selector).size();
        String label = words.get("edge.selects", selector, count);
        for (Selection.Candidate card : cards) {
            if (!ends.containsKey(card.id()) && !contents.owners().containsKey(card.id())) {
                result.add(new Relation(Relation.Kind.SELECTS, id, card.id(), label));
                label = "";
            }
        }
    }
}
