package drydock.sim.store;

import java.util.List;

/// The user whose commands come to a simulated cluster: the administrator whom kubeadm makes.
public final class Administrator {

    public static final String NAME = "kubernetes-admin";
    public static final List<String> GROUPS = List.of("kubeadm:cluster-admins", "system:authenticated");

    private Administrator() {}
}
