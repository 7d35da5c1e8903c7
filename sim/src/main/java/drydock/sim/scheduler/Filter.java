package drydock.sim.scheduler;

import java.util.Optional;
import java.util.Set;

/// A rule that leaves out nodes that cannot take a Pod (the extension points PreFilter and Filter).
interface Filter {

    /// The plugin's name, as `NodeAffinity`.
    String name();

    /// What can be said before any node is looked at.
    Preparation prepare(Attempt attempt);

    /// Whether `change` might let `pod` pass, which this filter left without a node (`EventsToRegister` with the
    /// queueing hints).
    boolean mayHelp(ClusterChange change, PodInfo pod, Namespaces namespaces);

    /// Looks at one node.
    @FunctionalInterface
    interface Check {

        /// Why `node` cannot take the Pod, or empty.
        Optional<Rejection> check(NodeInfo node);
    }

    /// What a filter makes of a Pod.
    sealed interface Preparation {

        /// It has nothing to say about such a Pod.
        record Skip() implements Preparation {}

        /// It looks at each node.
        record PerNode(Check check) implements Preparation {}

        /// It looks at each of the nodes called `names`; no other comes into question.
        record Only(Set<String> names, Check check) implements Preparation {}

        /// No node can take the Pod.
        record Nowhere(Rejection rejection) implements Preparation {}
    }

    /// For filters that look at each node.
    static Preparation perNode(Check check) {
        return new Preparation.PerNode(check);
    }

    /// For filters that have nothing to say.
    static Preparation skip() {
        return new Preparation.Skip();
    }
}
