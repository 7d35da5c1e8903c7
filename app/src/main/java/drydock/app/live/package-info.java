/// The live connection: kubeconfigs, and a `Cluster` that is a real one.
/// The only package that uses the Kubernetes client.
/// Opening a kubeconfig runs nothing; a credential plugin runs only after the user agreed to its path.
@NullMarked
package drydock.app.live;

import org.jspecify.annotations.NullMarked;
