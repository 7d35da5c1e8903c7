package drydock.model.connect;

import drydock.model.edit.Edit;
import drydock.model.manifest.FieldPath;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Services, network policies and disruption budgets choose Pods by their labels.
final class Selecting implements Rule {

    private static final int HTTP = 80;

    @Override
    public boolean fits(ResourceId from, ResourceId to) {
        return isSelector(from) && PodPart.isPodOrWorkload(to);
    }

    static boolean isSelector(ResourceId id) {
        return switch (id.kind()) {
            case "Service", "NetworkPolicy", "PodDisruptionBudget" -> true;
            default -> false;
        };
    }

    /// Where the labels are that the object selects by.
    static FieldPath selector(ResourceId id) {
        return switch (id.kind()) {
            case "Service" -> FieldPath.of("spec", "selector");
            case "NetworkPolicy" -> FieldPath.of("spec", "podSelector", "matchLabels");
            default -> FieldPath.of("spec", "selector", "matchLabels");
        };
    }

    @Override
    public List<Connection> between(Project project, End from, End to) {
        Written selecting = Written.of(project, from.object()).orElseThrow();
        PodPart pods = PodPart.of(project, to.object()).orElseThrow();
        FieldPath path = selector(from.object());
        Map<String, String> selector = selecting.texts(path);
        Map<String, String> labels = pods.object().texts(pods.labels());
        if (!selector.isEmpty() && labels.entrySet().containsAll(selector.entrySet())) {
            return List.of();
        }
        List<Edit> edits = new ArrayList<>();
        Map<String, String> telling = new LinkedHashMap<>(pods.tellingLabels());
        if (telling.isEmpty()) {
            telling.put("app", to.object().name());
        }
        telling.forEach((key, value) -> {
            if (!value.equals(labels.get(key))) {
                edits.add(pods.object().set(pods.labels().key(key), value));
            }
        });
        edits.add(selecting.set(path, telling));
        boolean service = from.object().kind().equals("Service");
        if (service && selecting.list(FieldPath.of("spec", "ports")).isEmpty()) {
            edits.add(selecting.append(FieldPath.of("spec", "ports"), port(pods)));
        }
        Meaning meaning = from.object().kind().equals("NetworkPolicy") ? Meaning.COVER : Meaning.SELECT;
        List<Connection> connections = new ArrayList<>();
        connections.add(Connection.of(meaning, "", text(telling), new Edit.Composite(edits)));
        boolean possible = selector.entrySet().stream()
                .allMatch(e -> e.getValue().equals(pods.ownSelector().getOrDefault(e.getKey(), e.getValue())));
        if (!selector.isEmpty() && possible) {
            connections.add(Connection.of(
                    Meaning.LABEL,
                    "",
                    text(selector),
                    new Edit.Composite(selector.entrySet().stream()
                            .filter(e -> !e.getValue().equals(labels.get(e.getKey())))
                            .<Edit>map(e -> pods.object().set(pods.labels().key(e.getKey()), e.getValue()))
                            .toList())));
        }
        return connections;
    }

    private static Map<String, Object> port(PodPart pods) {
        Map<String, Object> port = new LinkedHashMap<>();
        Object number = pods.port().<Object>map(p -> p.get("containerPort")).orElse(HTTP);
        port.put("port", number);
        port.put("targetPort", number);
        pods.port()
                .map(p -> p.get("protocol"))
                .filter(protocol -> !"TCP".equals(protocol))
                .ifPresent(protocol -> port.put("protocol", protocol));
        return port;
    }

    static String text(Map<String, String> labels) {
        return String.join(
                ",",
                labels.entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .toList());
    }
}
