/// The controllers of the control plane: each watches some kinds and brings what there is closer to what is wanted.
/// They meet only in the API server, and know what is there only from their watches, a little late.
/// Uses `store` and `engine`; the control plane's wiring uses it, and the scheduler its caches.
@NullMarked
package drydock.sim.controller;

import org.jspecify.annotations.NullMarked;
