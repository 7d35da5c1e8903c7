package drydock.render.scene;

/// How a figure looks from far away: one plain cell that fills its bounds.
///
/// @param fill its inside; `NONE` where it is hollow, so that hollow states stay hollow from afar
/// @param stroke its border
/// @param dash how the border is drawn
/// @param label what stands in it while there is room for one line: a name
public record Cell(Ink fill, Ink stroke, Mark.Dash dash, String label) {}
