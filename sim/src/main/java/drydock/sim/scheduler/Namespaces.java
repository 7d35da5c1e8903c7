package drydock.sim.scheduler;

import java.util.Map;

/// The labels of namespaces, for terms that choose namespaces by them.
@FunctionalInterface
interface Namespaces {

    /// The labels of the namespace called `name`, none if it is not known.
    Map<String, String> labelsOf(String name);
}
