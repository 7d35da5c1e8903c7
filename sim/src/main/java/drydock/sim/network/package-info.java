/// The network of a simulated cluster: names, virtual addresses and the rules of each node's kube-proxy,
/// NetworkPolicies, the cloud's balancers and the ingress controller, and requests as things that can be
/// looked at. It follows the API server by watches, as its parts do in a real cluster, and carries what
/// containers and clients send. Uses `engine`, `store`, `controller` (caches) and `container`; the kubelets
/// plug their Pods in.
@NullMarked
package drydock.sim.network;

import org.jspecify.annotations.NullMarked;
