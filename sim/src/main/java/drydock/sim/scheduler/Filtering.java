package drydock.sim.scheduler;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// All filters of the profile, made ready for one attempt.
///
/// @param nowhere why no node at all can take the Pod, if so
/// @param only the nodes that come into question, if not all do
/// @param narrowing the filters that said so
/// @param checks what each node has to pass
record Filtering(
        Optional<Rejection> nowhere, Optional<Set<String>> only, List<String> narrowing, List<Filter.Check> checks) {

    static Filtering of(Attempt attempt) {
        Set<String> only = null;
        List<String> narrowing = new ArrayList<>();
        List<Filter.Check> checks = new ArrayList<>();
        for (Filter filter : Profile.DEFAULT.filters()) {
            switch (filter.prepare(attempt)) {
                case Filter.Preparation.Skip _ -> {
                    // nothing to check
                }
                case Filter.Preparation.PerNode(var check) -> checks.add(check);
                case Filter.Preparation.Only(var names, var check) -> {
                    only = only == null ? new TreeSet<>(names) : only;
                    only.retainAll(names);
                    narrowing.add(filter.name());
                    checks.add(check);
                }
                case Filter.Preparation.Nowhere(var rejection) -> {
                    return new Filtering(Optional.of(rejection), Optional.empty(), narrowing, checks);
                }
            }
        }
        return new Filtering(Optional.empty(), Optional.ofNullable(only), narrowing, checks);
    }

    /// Why `node` cannot take the Pod; empty if it can.
    Optional<Rejection> check(NodeInfo node) {
        // for each Pod some hundred nodes: an iterator for each would be most of the work
        for (int i = 0; i < checks.size(); i++) {
            Optional<Rejection> rejection = checks.get(i).check(node);
            if (rejection.isPresent()) {
                return rejection;
            }
        }
        return Optional.empty();
    }

    /// Why a node that does not come into question does not.
    Rejection notAsked() {
        return Rejection.forGood(
                narrowing.getFirst(), "node(s) didn't satisfy plugin(s) [" + String.join(" ", narrowing) + "]");
    }
}
