package drydock.render.scene;

import drydock.model.resource.ResourceId;

/// Which thing a figure shows.
public sealed interface FigureId {

    /// An object of the project or of the cluster: both are one figure.
    record Of(ResourceId object) implements FigureId {}

    /// A part of an object, named by its field path: `spec.containers[0]`.
    record Part(ResourceId object, String path) implements FigureId {}

    /// An edge from one object to another.
    record Edge(String relation, ResourceId from, ResourceId to) implements FigureId {}

    /// A note of the diagram.
    record Note(String id) implements FigureId {}

    /// The frame of a group of the diagram.
    record Group(String id) implements FigureId {}

    /// Something that is no object: the area of unscheduled Pods, a legend.
    record Named(String name) implements FigureId {}
}
