/// The two small languages in which kubectl lets its output be written: paths (`-o jsonpath`) and Go's templates
/// (`-o go-template`). They work on an object's JSON as maps and lists and know nothing of clusters. Used by kubectl's
/// commands only.
@NullMarked
package drydock.sim.kubectl.template;

import org.jspecify.annotations.NullMarked;
