package drydock.sim.kubelet;

import java.util.Map;

/// What is known of a Pod's sandbox and containers at a moment.
///
/// @param sandboxReady whether the pause container runs and holds the Pod's network
/// @param ip the Pod's address, empty until it is to be shown
/// @param containers the containers by name, init containers too
/// @param resize what they have been given, where that is not what the Pod says
record PodView(boolean sandboxReady, String ip, Map<String, ContainerView> containers, ResizeView resize) {

    /// One that was given what it says.
    PodView(boolean sandboxReady, String ip, Map<String, ContainerView> containers) {
        this(sandboxReady, ip, containers, ResizeView.NONE);
    }

    PodView {
        containers = Map.copyOf(containers);
    }

    ContainerView of(String container) {
        return containers.getOrDefault(container, ContainerView.NONE);
    }
}
