package drydock.model.assist;

import drydock.model.project.Project;
import drydock.model.reference.Reference;
import drydock.model.reference.References;
import drydock.model.resource.Kinds;
import drydock.model.resource.LabelSelector;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import drydock.model.topology.PodTemplates;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The names that a project has to offer, each list in the order of the alphabet.
record ProjectNames(Project project) {

    /// The names of the objects of a kind; of one that lives in namespaces, of those in `namespace`.
    List<String> ofKind(ResourceKind kind, String namespace) {
        Stream<String> named = project.declarations().keySet().stream()
                .filter(id -> id.kind().equals(kind.kind()) && id.group().equals(kind.group()))
                .filter(id -> !kind.namespaced() || id.namespace().equals(namespace))
                .map(ResourceId::name);
        Stream<String> used = kind.equals(Kinds.NAMESPACE)
                ? project.declarations().keySet().stream()
                        .map(ResourceId::namespace)
                        .filter(n -> !n.isEmpty())
                : Stream.empty();
        return sorted(Stream.concat(named, used));
    }

    /// The keys of a ConfigMap or Secret.
    List<String> keysOf(ResourceId holder) {
        return project.find(holder)
                .map(object -> switch (object) {
                    case ConfigMap map -> sorted(keys(map.getData(), map.getBinaryData()));
                    case Secret secret -> sorted(keys(secret.getData(), secret.getStringData()));
                    default -> List.<String>of();
                })
                .orElse(List.of());
    }

    /// The keys that references to a ConfigMap or Secret want it to have.
    List<String> keysWantedOf(ResourceId holder) {
        return sorted(References.to(project, holder).stream().flatMap(this::keysBeside));
    }

    private Stream<String> keysBeside(Reference reference) {
        return project.declarations(reference.from()).stream()
                .limit(1)
                .flatMap(place ->
                        place.document().value(place.inDocument(reference.path().parent())).stream())
                .flatMap(named -> named instanceof Map<?, ?> map ? keysIn(map) : Stream.empty());
    }

    private static Stream<String> keysIn(Map<?, ?> reference) {
        Stream<?> items = reference.get("items") instanceof List<?> list ? list.stream() : Stream.empty();
        return Stream.concat(Stream.of(reference), items)
                .flatMap(at -> at instanceof Map<?, ?> map && map.get("key") instanceof String key
                        ? Stream.of(key)
                        : Stream.empty());
    }

    /// The keys of all annotations of the project.
    List<String> annotationKeys() {
        return sorted(project.lastGoodObjects().stream()
                .map(object -> object.getMetadata().getAnnotations())
                .filter(Objects::nonNull)
                .flatMap(annotations -> annotations.keySet().stream()));
    }

    /// The keys of all labels that Pods and templates of `namespace` have.
    List<String> labelKeys(String namespace) {
        return sorted(podLabels(namespace).flatMap(labels -> labels.keySet().stream()));
    }

    /// The values that Pods and templates of `namespace` have for a label.
    List<String> labelValues(String namespace, String key) {
        return sorted(podLabels(namespace).map(labels -> labels.get(key)).filter(Objects::nonNull));
    }

    List<String> nodeLabelKeys() {
        return sorted(nodeLabels().flatMap(labels -> labels.keySet().stream()));
    }

    List<String> nodeLabelValues(String key) {
        return sorted(nodeLabels().map(labels -> labels.get(key)).filter(Objects::nonNull));
    }

    /// The names, or else the numbers, of the container ports of what `selector` chooses in `namespace`.
    List<String> targetPorts(String namespace, LabelSelector selector) {
        return sorted(objectsOf(namespace)
                .filter(object -> labels(object).stream().anyMatch(selector::matches))
                .flatMap(object -> PodTemplates.podSpec(object).stream())
                .flatMap(spec -> spec.getContainers().stream())
                .flatMap(container -> container.getPorts().stream())
                .map(ProjectNames::name));
    }

    /// The names of a Service's ports, or their numbers.
    List<String> portsOf(ResourceId service, boolean names) {
        return project.find(service)
                .filter(Service.class::isInstance)
                .map(Service.class::cast)
                .filter(s -> s.getSpec() != null)
                .map(s -> sorted(s.getSpec().getPorts().stream()
                        .map(p -> names ? p.getName() : String.valueOf(p.getPort()))
                        .filter(Objects::nonNull)))
                .orElse(List.of());
    }

    private static String name(ContainerPort port) {
        return port.getName() == null ? String.valueOf(port.getContainerPort()) : port.getName();
    }

    private Stream<HasMetadata> objectsOf(String namespace) {
        return project.lastGoodObjects().stream()
                .filter(object -> ResourceId.of(object).namespace().equals(namespace));
    }

    private Stream<Map<String, String>> podLabels(String namespace) {
        return objectsOf(namespace).flatMap(object -> labels(object).stream());
    }

    /// The labels of a Pod, or those that a template gives.
    private static List<Map<String, String>> labels(HasMetadata object) {
        if (object instanceof Pod) {
            Map<String, String> labels = object.getMetadata().getLabels();
            return labels == null ? List.of() : List.of(labels);
        }
        return PodTemplates.of(object).map(PodTemplates::labels).stream().toList();
    }

    private Stream<Map<String, String>> nodeLabels() {
        return project.lastGoodObjects().stream()
                .filter(object -> object.getKind().equals(Kinds.NODE.kind()))
                .map(object -> object.getMetadata().getLabels())
                .filter(Objects::nonNull);
    }

    private static Stream<String> keys(@Nullable Map<String, String> one, @Nullable Map<String, String> other) {
        return Stream.of(one, other).filter(Objects::nonNull).map(Map::keySet).flatMap(Set::stream);
    }

    private static List<String> sorted(Stream<String> names) {
        Collection<String> distinct = new TreeSet<>();
        names.forEach(distinct::add);
        return List.copyOf(distinct);
    }
}
