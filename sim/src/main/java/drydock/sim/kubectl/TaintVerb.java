package drydock.sim.kubectl;

import drydock.model.cluster.Patch;
import drydock.sim.kubectl.text.JsonText;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Taint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// `taint nodes NAME key=value:Effect key:Effect-` (`kubectl/pkg/cmd/taint/taint.go`).
final class TaintVerb implements Verb {

    private static final Set<String> EFFECTS = Set.of("NoSchedule", "PreferNoSchedule", "NoExecute");

    /// A change of taints.
    ///
    /// @param effect empty for every effect of the key
    private record Change(String key, String value, String effect, boolean removes) {

        boolean matches(Taint taint) {
            return key.equals(taint.getKey()) && (effect.isEmpty() || effect.equals(taint.getEffect()));
        }

        @Override
        public String toString() {
            return key + (effect.isEmpty() ? "" : ":" + effect);
        }
    }

    @Override
    public List<Flag> flags() {
        return List.of(Flag.SELECTOR, Flag.ALL, Flag.OVERWRITE, Flag.DRY_RUN, Flag.OUTPUT);
    }

    @Override
    public List<String> usage() {
        return List.of("taint node NAME KEY=VALUE:EFFECT ... KEY:EFFECT- ...");
    }

    @Override
    public void run(Invocation command) {
        List<String> names = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        for (String word : command.arguments().words()) {
            boolean change = word.contains("=") || word.contains(":") || (word.endsWith("-") && names.size() > 1);
            if (change) {
                changes.add(change(word));
            } else if (changes.isEmpty()) {
                names.add(word);
            } else {
                throw new CommandFailure("error: all resources must be specified before taint changes: " + word);
            }
        }
        if (changes.isEmpty()) {
            throw new CommandFailure("error: at least one taint update is required");
        }
        for (HasMetadata object : Targets.of(command.withWords(names))) {
            if (!(object instanceof Node node)) {
                throw new CommandFailure(
                        "error: invalid resource type " + Targets.resource(object) + ", only node(s) is supported");
            }
            taint(command, node, changes);
        }
        command.done().accept(0);
    }

    private static Change change(String word) {
        boolean removes = word.endsWith("-");
        String text = removes ? word.substring(0, word.length() - 1) : word;
        int colon = text.lastIndexOf(':');
        String effect = colon < 0 ? "" : text.substring(colon + 1);
        String pair = colon < 0 ? text : text.substring(0, colon);
        if ((effect.isEmpty() && !removes) || pair.isEmpty()) {
            throw new CommandFailure("error: invalid taint spec: " + word);
        }
        if (!effect.isEmpty() && !EFFECTS.contains(effect)) {
            throw new CommandFailure("error: invalid taint effect: " + effect + ", unsupported taint effect");
        }
        int equals = pair.indexOf('=');
        return new Change(
                equals < 0 ? pair : pair.substring(0, equals),
                equals < 0 ? "" : pair.substring(equals + 1),
                effect,
                removes);
    }

    private static void taint(Invocation command, Node node, List<Change> changes) {
        List<Taint> taints = new ArrayList<>(
                node.getSpec() == null ? List.of() : node.getSpec().getTaints());
        String name = node.getMetadata().getName();
        for (Change change : changes) {
            boolean there = taints.stream().anyMatch(change::matches);
            if (change.removes() && !there) {
                throw new CommandFailure("error: taint \"" + change + "\" not found");
            }
            boolean same = taints.stream()
                    .anyMatch(t ->
                            change.matches(t) && change.value().equals(Objects.requireNonNullElse(t.getValue(), "")));
            if (!change.removes() && there && !command.arguments().isOn("--overwrite")) {
                throw new CommandFailure("error: node " + name + " already has " + change.key()
                        + " taint(s) with same effect(s) and --overwrite is false");
            }
            if (change.removes() || !same) {
                taints.removeIf(change::matches);
            }
            if (!change.removes() && !same) {
                taints.addFirst(new Taint(
                        change.effect(), change.key(), null, change.value().isEmpty() ? null : change.value()));
            }
        }
        HasMetadata after = Creation.patch(command, node, patch(taints));
        boolean adds = changes.stream().anyMatch(change -> !change.removes());
        boolean removes = changes.stream().anyMatch(Change::removes);
        Creation.print(command, after, adds && removes ? "modified" : adds ? "tainted" : "untainted");
    }

    private static Patch patch(List<Taint> taints) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (Taint taint : taints) {
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("effect", taint.getEffect());
            item.put("key", taint.getKey());
            if (taint.getValue() != null) {
                item.put("value", taint.getValue());
            }
            if (taint.getTimeAdded() != null) {
                item.put("timeAdded", taint.getTimeAdded());
            }
            list.add(item);
        }
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("taints", list.isEmpty() ? null : list);
        return new Patch(Patch.Type.MERGE, JsonText.compact(Map.of("spec", spec)));
    }
}
