/// From objects to a picture: the state of each object in plain words, its figure, and the scene made of
/// all of them. Makes figures at the origin; where they stand comes from the project or from `layout`, how
/// edges run from `routing`. Used by the canvas, the command line and their tests; knows no cluster and no
/// toolkit.
@NullMarked
package drydock.render.figure;

import org.jspecify.annotations.NullMarked;
