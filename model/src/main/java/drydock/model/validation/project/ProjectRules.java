package drydock.model.validation.project;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.LabelSelector;
import drydock.model.resource.ResourceId;
import drydock.model.topology.PodSelectors;
import drydock.model.topology.PodTemplates;
import drydock.model.validation.ProjectView;
import drydock.model.validation.ProjectView.Declaration;
import drydock.model.validation.Rule;
import drydock.model.validation.Severity;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What objects of one project have to do with each other: two of one name, selectors that choose nothing,
/// ports that nobody opens.
final class ProjectRules {

    static final List<Rule> RULES = List.of(
            new Rule.OfProject(ProjectRules::duplicates),
            new Rule.OfProject(ProjectRules::selectsNothing),
            new Rule.OfProject(ProjectRules::targetPorts));

    private ProjectRules() {}

    private static void duplicates(ProjectView view) {
        view.declarations().forEach((id, places) -> {
            Declaration first = places.getFirst();
            for (Declaration again : places.subList(1, places.size())) {
                int line = first.document().spanOf(name(first)).line();
                view.tell(
                        "duplicate-object",
                        Severity.ERROR,
                        id,
                        again,
                        FieldPath.of("metadata", "name"),
                        "duplicate-object",
                        id.kind(),
                        id.name(),
                        first.file().path() + ":" + line);
            }
        });
    }

    private static FieldPath name(Declaration declaration) {
        FieldPath path = declaration.root();
        return path.key("metadata").key("name");
    }

    private static void selectsNothing(ProjectView view) {
        view.topology().objects().forEach((id, object) -> {
            boolean chooses = object instanceof Service
                    || object instanceof PodDisruptionBudget
                    || object instanceof NetworkPolicy;
            LabelSelector selector = PodSelectors.of(object).orElse(LabelSelector.NOTHING);
            if (chooses
                    && !selector.nothing()
                    && !selector.isEverything()
                    && view.topology().podsSelectedBy(id).isEmpty()
                    && view.topology().templatesSelectedBy(id).isEmpty()) {
                FieldPath field = object instanceof NetworkPolicy
                        ? FieldPath.of("spec", "podSelector")
                        : FieldPath.of("spec", "selector");
                Severity severity = object instanceof Service ? Severity.WARNING : Severity.ADVICE;
                view.tell("selects-nothing", severity, id, field, "selects-nothing", selector);
            }
        });
    }

    private static void targetPorts(ProjectView view) {
        view.topology().objects().forEach((id, object) -> {
            if (object instanceof Service service
                    && service.getSpec() != null
                    && service.getSpec().getPorts() != null) {
                List<ContainerPort> open = openPorts(view, id);
                List<ServicePort> ports = service.getSpec().getPorts();
                for (int i = 0; i < ports.size() && !open.isEmpty(); i++) {
                    targetPort(view, id, ports.get(i), i, open);
                }
            }
        });
    }

    /// The ports that the containers of what `service` selects declare. None: then nothing is known, for a
    /// container need not declare what it listens on.
    private static List<ContainerPort> openPorts(ProjectView view, ResourceId service) {
        var topology = view.topology();
        return Stream.concat(topology.podsSelectedBy(service).stream(), topology.templatesSelectedBy(service).stream())
                .flatMap(id -> topology.object(id).stream())
                .flatMap(ProjectRules::containers)
                .filter(c -> c.getPorts() != null)
                .flatMap(c -> c.getPorts().stream())
                .toList();
    }

    /// The containers that run beside each other, sidecars among them.
    private static Stream<Container> containers(HasMetadata object) {
        PodSpec spec = PodTemplates.podSpec(object).orElseGet(PodSpec::new);
        Stream<Container> sidecars = spec.getInitContainers() == null
                ? Stream.empty()
                : spec.getInitContainers().stream().filter(c -> "Always".equals(c.getRestartPolicy()));
        return Stream.concat(spec.getContainers() == null ? Stream.empty() : spec.getContainers().stream(), sidecars);
    }

    /// `pkg/api/v1/pod/util.go FindPort`: a name must be declared with the same protocol; a number needs no
    /// declaration, but where others are declared it should be among them.
    private static void targetPort(
            ProjectView view, ResourceId id, ServicePort port, int position, List<ContainerPort> open) {
        IntOrString target = port.getTargetPort() == null ? new IntOrString(port.getPort()) : port.getTargetPort();
        boolean found = open.stream()
                .filter(p -> protocol(p.getProtocol()).equals(protocol(port.getProtocol())))
                .anyMatch(p -> target.getStrVal() == null
                        ? p.getContainerPort() != null && p.getContainerPort().equals(target.getIntVal())
                        : target.getStrVal().equals(p.getName()));
        if (!found) {
            String field = port.getTargetPort() == null ? "port" : "targetPort";
            view.tell(
                    "target-port",
                    Severity.WARNING,
                    id,
                    FieldPath.of("spec", "ports", position, field),
                    "target-port",
                    target.getStrVal() == null ? String.valueOf(target.getIntVal()) : target.getStrVal());
        }
    }

    private static String protocol(@Nullable String protocol) {
        return protocol == null ? "TCP" : protocol;
    }
}
