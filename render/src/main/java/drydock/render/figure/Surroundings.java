package drydock.render.figure;

import java.util.Set;

/// What a figure shows of others than its own object.
///
/// @param lostNodes the names of the nodes that do not answer
/// @param news what events tell of Pods
/// @param generations which Pods and ReplicaSets change places with others
record Surroundings(Set<String> lostNodes, News news, Generations generations) {}
