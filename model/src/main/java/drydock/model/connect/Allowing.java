package drydock.model.connect;

import drydock.model.edit.Edit;
import drydock.model.manifest.FieldPath;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Network policies allow traffic from and to Pods.
final class Allowing implements Rule {

    private static final FieldPath TYPES = FieldPath.of("spec", "policyTypes");

    @Override
    public boolean fits(ResourceId from, ResourceId to) {
        return from.kind().equals("NetworkPolicy") && PodPart.isPodOrWorkload(to);
    }

    @Override
    public List<Connection> between(Project project, End from, End to) {
        Written policy = Written.of(project, from.object()).orElseThrow();
        PodPart pods = PodPart.of(project, to.object()).orElseThrow();
        Map<String, String> labels = pods.tellingLabels();
        return labels.isEmpty()
                ? List.of()
                : List.of(
                        allow(policy, labels, Meaning.ALLOW_FROM, "ingress", "from", "Ingress"),
                        allow(policy, labels, Meaning.ALLOW_TO, "egress", "to", "Egress"));
    }

    /// One more rule; the direction is named where the policy names its directions.
    private static Connection allow(
            Written policy, Map<String, String> labels, Meaning meaning, String rules, String peers, String type) {
        List<Edit> edits = new ArrayList<>();
        List<?> types = policy.list(TYPES);
        if (!types.isEmpty() && !types.contains(type)) {
            edits.add(policy.append(TYPES, type));
        }
        Map<String, Object> peer = Map.of("podSelector", Map.of("matchLabels", labels));
        edits.add(policy.append(FieldPath.of("spec", rules), Map.of(peers, List.of(peer))));
        return Connection.of(meaning, "", Selecting.text(labels), new Edit.Composite(edits));
    }
}
