package drydock.model.connect;

import drydock.model.connect.PodPart.Container;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import java.util.List;
import java.util.Map;

/// Containers see the volume of a claim as files.
final class Claiming implements Rule {

    @Override
    public boolean fits(ResourceId from, ResourceId to) {
        return from.kind().equals("PersistentVolumeClaim") && PodPart.isPodOrWorkload(to);
    }

    @Override
    public List<Connection> between(Project project, End from, End to) {
        PodPart pods = PodPart.of(project, to.object()).orElseThrow();
        String name = from.object().name();
        Map<String, Object> volume = Map.of("persistentVolumeClaim", Map.of("claimName", name));
        List<Container> containers = pods.containers(to);
        return containers.stream()
                .map(container -> new Connection(
                        Meaning.MOUNT,
                        containers.size() == 1 ? "" : container.name(),
                        "",
                        "/data",
                        path -> pods.mount(container, name, volume, path)))
                .toList();
    }
}
