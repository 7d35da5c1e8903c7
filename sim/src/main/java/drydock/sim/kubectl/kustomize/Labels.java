package drydock.sim.kubectl.kustomize;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Where labels stand in an object (`kustomize/api/internal/konfig/builtinpluginconsts/commonlabels.go`).
final class Labels {

    private Labels() {}

    static void add(Map<String, Object> object, Map<String, Object> labels, boolean selectors, boolean templates) {
        if (labels.isEmpty()) {
            return;
        }
        Trees.made(object, "metadata", "labels").putAll(labels);
        if (templates) {
            templates(object).forEach(metadata -> Trees.made(metadata, "labels").putAll(labels));
        }
        if (selectors) {
            select(object, labels);
        }
    }

    /// The metadata of the Pods, Jobs and claims that an object makes.
    static List<Map<String, Object>> templates(Map<String, Object> object) {
        List<Map<String, Object>> found = new ArrayList<>();
        if (Trees.has(object, "spec", "template")) {
            found.add(Trees.made(object, "spec", "template", "metadata"));
        }
        if (Trees.has(object, "spec", "jobTemplate")) {
            found.add(Trees.made(object, "spec", "jobTemplate", "metadata"));
            found.add(Trees.made(object, "spec", "jobTemplate", "spec", "template", "metadata"));
        }
        return found;
    }

    private static void select(Map<String, Object> object, Map<String, Object> labels) {
        switch (Trees.text(object, "kind")) {
            case "Service", "ReplicationController" ->
                Trees.made(object, "spec", "selector").putAll(labels);
            case "Deployment", "ReplicaSet", "DaemonSet", "StatefulSet" ->
                Trees.made(object, "spec", "selector", "matchLabels").putAll(labels);
            case "Job", "PodDisruptionBudget" -> {
                if (Trees.has(object, "spec", "selector", "matchLabels")) {
                    Trees.made(object, "spec", "selector", "matchLabels").putAll(labels);
                }
            }
            case "NetworkPolicy" -> {
                if (Trees.has(object, "spec", "podSelector", "matchLabels")) {
                    Trees.made(object, "spec", "podSelector", "matchLabels").putAll(labels);
                }
            }
            default -> {
                // others choose nothing by labels
            }
        }
    }
}
