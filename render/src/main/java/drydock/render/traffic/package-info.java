/// Requests that travel through a picture: who sends them, which way they take, and where their dots are at a moment.
/// Times are those of the cluster that is shown; a moment that is looked at again has the same dots.
/// Uses `scene`, `hit` and `geometry`; used by `figure` and `paint`, and filled by the app.
@NullMarked
package drydock.render.traffic;

import org.jspecify.annotations.NullMarked;
