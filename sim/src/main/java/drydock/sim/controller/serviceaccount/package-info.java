/// What each namespace holds from the start: the ServiceAccount `default` and the certificate of the API server.
/// It follows `pkg/controller/serviceaccount` and `pkg/controller/certificates/rootcacertpublisher` of Kubernetes
/// v1.36.
/// Uses `controller`; the control plane's wiring uses it.
@NullMarked
package drydock.sim.controller.serviceaccount;

import org.jspecify.annotations.NullMarked;
