/// What images do when they are run: processes that take virtual time, files, a network, a log, and a small shell.
/// A container here is what a runtime such as containerd would hold; it knows nothing of Pods or of the API server.
/// Uses `engine` only; the kubelet runs containers, and later `exec` and `logs` reach into them.
@NullMarked
package drydock.sim.container;

import org.jspecify.annotations.NullMarked;
