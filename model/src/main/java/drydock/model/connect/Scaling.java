package drydock.model.connect;

import drydock.model.manifest.FieldPath;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An autoscaler sets the replicas of a workload.
final class Scaling implements Rule {

    private static final FieldPath TARGET = FieldPath.of("spec", "scaleTargetRef");
    private static final Set<String> SCALABLE =
            Set.of("Deployment", "StatefulSet", "ReplicaSet", "ReplicationController");

    @Override
    public boolean fits(ResourceId from, ResourceId to) {
        return from.kind().equals("HorizontalPodAutoscaler") && SCALABLE.contains(to.kind());
    }

    @Override
    public List<Connection> between(Project project, End from, End to) {
        Written autoscaler = Written.of(project, from.object()).orElseThrow();
        Map<String, Object> target = new LinkedHashMap<>();
        target.put(
                "apiVersion", to.object().group().isEmpty() ? "v1" : to.object().group() + "/v1");
        target.put("kind", to.object().kind());
        target.put("name", to.object().name());
        return autoscaler.texts(TARGET).equals(target)
                ? List.of()
                : List.of(Connection.of(Meaning.SCALE, autoscaler.set(TARGET, target)));
    }
}
