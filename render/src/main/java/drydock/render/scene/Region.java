package drydock.render.scene;

import drydock.render.geometry.Rect;

/// A part of a figure that can be pointed at: a container of a Pod, a port of a Service.
///
/// @param path the field that it shows, as [FigureId.Part] names it: `spec.containers[0]`
/// @param rect where it is, relative to the upper left corner of the figure
/// @param description what a screen reader says, and a tooltip shows
public record Region(String path, Rect rect, String description) {}
