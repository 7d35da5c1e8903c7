package drydock.app.inspector;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.PodStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a cluster says of a Pod: how far it is, where, and what it waits for.
final class PodFacts {

    private PodFacts() {}

    /// By the name of the fact, in the order in which they are shown; what is not told is left out.
    static Map<String, String> of(Pod pod) {
        Map<String, String> facts = new LinkedHashMap<>();
        PodStatus status = Objects.requireNonNullElseGet(pod.getStatus(), PodStatus::new);
        put(facts, "phase", status.getPhase());
        put(facts, "podIp", status.getPodIP());
        put(facts, "node", pod.getSpec() == null ? null : pod.getSpec().getNodeName());
        put(facts, "reason", status.getReason());
        put(facts, "message", status.getMessage());
        put(
                facts,
                "conditions",
                status.getConditions().stream()
                        .filter(PodFacts::isWaitedFor)
                        .map(PodFacts::told)
                        .collect(Collectors.joining("\n")));
        return facts;
    }

    /// What came about needs no words, and a Pod that has ended waits for nothing.
    private static boolean isWaitedFor(PodCondition condition) {
        return "False".equals(condition.getStatus()) && !"PodCompleted".equals(condition.getReason());
    }

    private static String told(PodCondition condition) {
        String why = Stream.of(condition.getReason(), condition.getMessage())
                .filter(words -> words != null && !words.isBlank())
                .collect(Collectors.joining(": "));
        return condition.getType() + ": False" + (why.isEmpty() ? "" : " (" + why + ")");
    }

    private static void put(Map<String, String> facts, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            facts.put(name, value);
        }
    }
}
