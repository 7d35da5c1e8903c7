package drydock.render.figure;

import drydock.model.diagram.Diagram;
import drydock.model.resource.QuantityUnits;
import drydock.model.resource.ResourceId;
import drydock.render.load.Loads;
import drydock.render.traffic.Flows;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// What is to be drawn: the objects of a project and of a cluster at a moment, and how they are looked at.
///
/// The order of the maps is the order in which things without a position are placed. Objects are compared
/// by identity: one that was not replaced is taken to be unchanged.
///
/// @param desired the objects of the project; empty where there is none
/// @param observed the objects of the cluster; empty where none is watched
/// @param diagram what only the canvas knows: where figures were put, groups, notes, what is hidden or collapsed
/// @param concerns the worst finding of each object that has one
/// @param outdated the observed objects that are not known to be current, as after a lost connection
/// @param now the cluster's time, for countdowns
/// @param units how amounts of CPU and bytes are shown
/// @param flows who sends requests, and what goes from where to where
/// @param loads how busy things have been
/// @param grouping what cards are put together by
public record Picture(
        Map<ResourceId, HasMetadata> desired,
        Map<ResourceId, HasMetadata> observed,
        Diagram diagram,
        View view,
        Map<ResourceId, Concern> concerns,
        Set<ResourceId> outdated,
        Instant now,
        QuantityUnits units,
        Flows flows,
        Loads loads,
        Grouping grouping) {

    public static final Picture EMPTY = new Picture(
            Map.of(),
            Map.of(),
            Diagram.EMPTY,
            View.DESIGN,
            Map.of(),
            Set.of(),
            Instant.EPOCH,
            QuantityUnits.AS_WRITTEN,
            Flows.NONE,
            Loads.NONE,
            Grouping.none());

    public Picture {
        desired = Kept.of(desired);
        observed = Kept.of(observed);
        concerns = Map.copyOf(concerns);
        outdated = Set.copyOf(outdated);
    }

    /// The picture of a project alone.
    public static Picture of(Iterable<? extends HasMetadata> desired, Diagram diagram) {
        return new Picture(
                byId(desired),
                Map.of(),
                diagram,
                View.DESIGN,
                Map.of(),
                Set.of(),
                Instant.EPOCH,
                QuantityUnits.AS_WRITTEN,
                Flows.NONE,
                Loads.NONE,
                Grouping.none());
    }

    /// The same project beside what a cluster holds at `time`.
    public Picture watching(Iterable<? extends HasMetadata> objects, Instant time) {
        return new Picture(
                desired, byId(objects), diagram, view, concerns, outdated, time, units, flows, loads, grouping);
    }

    public Picture seenAs(View newView) {
        return new Picture(desired, observed, diagram, newView, concerns, outdated, now, units, flows, loads, grouping);
    }

    public Picture drawn(Diagram newDiagram) {
        return new Picture(desired, observed, newDiagram, view, concerns, outdated, now, units, flows, loads, grouping);
    }

    public Picture marked(Map<ResourceId, Concern> newConcerns) {
        return new Picture(desired, observed, diagram, view, newConcerns, outdated, now, units, flows, loads, grouping);
    }

    public Picture knowingOnlyThePastOf(Set<ResourceId> ids) {
        return new Picture(desired, observed, diagram, view, concerns, ids, now, units, flows, loads, grouping);
    }

    public Picture in(QuantityUnits newUnits) {
        return new Picture(desired, observed, diagram, view, concerns, outdated, now, newUnits, flows, loads, grouping);
    }

    /// The same with the requests that travel through the cluster.
    public Picture carrying(Flows newFlows) {
        return new Picture(desired, observed, diagram, view, concerns, outdated, now, units, newFlows, loads, grouping);
    }

    /// The same with how busy things have been.
    public Picture loaded(Loads newLoads) {
        return new Picture(desired, observed, diagram, view, concerns, outdated, now, units, flows, newLoads, grouping);
    }

    /// The same with its cards put together.
    public Picture grouped(Grouping newGrouping) {
        return new Picture(desired, observed, diagram, view, concerns, outdated, now, units, flows, loads, newGrouping);
    }

    /// Whether all but the places of figures is the very same in `other`, and neither shows a cluster or nodes.
    @SuppressWarnings("ReferenceEquality") // objects are compared by identity, see above
    boolean differsOnlyInPlaces(Picture other) {
        return desired == other.desired
                && observed.isEmpty()
                && other.observed.isEmpty()
                && view == View.DESIGN
                && other.view == View.DESIGN
                && grouping.isNone()
                && other.grouping.isNone()
                && units == other.units
                && concerns.equals(other.concerns)
                && outdated.equals(other.outdated)
                && diagram.groups().equals(other.diagram.groups())
                && diagram.notes().equals(other.diagram.notes())
                && diagram.hiddenKinds().equals(other.diagram.hiddenKinds())
                && diagram.locked().equals(other.diagram.locked())
                && diagram.collapsed().equals(other.diagram.collapsed());
    }

    private static Map<ResourceId, HasMetadata> byId(Iterable<? extends HasMetadata> objects) {
        Map<ResourceId, HasMetadata> result = new LinkedHashMap<>();
        objects.forEach(o -> result.put(ResourceId.of(o), o));
        return Kept.own(result);
    }
}
