package drydock.sim.admission;

import drydock.model.resource.EphemeralContainers;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.SecurityContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The containers of a Pod for the security standards, and how the standards speak of them.
record SecuredContainers(List<Container> all) {

    static SecuredContainers of(Pod pod) {
        return new SecuredContainers(Stream.of(
                        pod.getSpec().getInitContainers(),
                        pod.getSpec().getContainers(),
                        EphemeralContainers.of(pod.getSpec()))
                .flatMap(List::stream)
                .toList());
    }

    static SecurityContext context(Container container) {
        return container.getSecurityContext() == null ? new SecurityContext() : container.getSecurityContext();
    }

    List<Container> where(Predicate<SecurityContext> condition) {
        return all.stream().filter(c -> condition.test(context(c))).toList();
    }

    /// `container "a"`, or `containers "a", "b"`.
    static String named(String kind, Collection<String> names) {
        return kind + (names.size() == 1 ? " " : "s ") + quoted(names);
    }

    static String quoted(Collection<String> names) {
        return names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
    }

    /// That some containers do what they must not, or fail to do what they must; empty if none does.
    static Optional<String> violation(String what, List<Container> containers, String prefix, String words) {
        List<String> names = containers.stream().map(Container::getName).toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(what + " (" + prefix + named("container", names) + " " + words + ")");
    }
}
