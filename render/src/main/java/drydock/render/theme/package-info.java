/// What each colour and each size of text looks like, in light and in dark; the tokens of canvas and controls alike.
/// Values only, without JavaFX.
/// Used by text, painting, export and the window's style sheet.
@NullMarked
package drydock.render.theme;

import org.jspecify.annotations.NullMarked;
