/// The interface of a cluster: what can be watched and told what to do, simulated or live.
/// Nothing that uses it knows which of the two it has.
/// Objects that come out of a cluster are never changed.
@NullMarked
package drydock.model.cluster;

import org.jspecify.annotations.NullMarked;
