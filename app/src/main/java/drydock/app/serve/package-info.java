/// A simulated cluster as a Kubernetes API on loopback, for kubectl and other clients: the thread that the simulation
/// lives on, and the server (Jetty) that hands requests over to it. Uses `sim.http`; the command line uses it. Knows no
/// window.
@NullMarked
package drydock.app.serve;

import org.jspecify.annotations.NullMarked;
