/// What one window works on: a project with its history, what is selected, how it is looked at, and which cluster.
/// Properties only, no control; the canvas and all panels hang on them and not on each other.
/// Used by every part of the window.
@NullMarked
package drydock.app.workspace;

import org.jspecify.annotations.NullMarked;
