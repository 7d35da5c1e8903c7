/// Kustomizations: objects of several files with a namespace, prefixes, labels and images of their own.
///
/// `Kustomization.build` reads a folder and gives the objects as maps; nothing of a cluster is known here. Only the
/// commands of `kubectl` use it.
@NullMarked
package drydock.sim.kubectl.kustomize;

import org.jspecify.annotations.NullMarked;
