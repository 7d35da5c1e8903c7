package drydock.model.manifest;

import drydock.model.manifest.YamlNode.Entry;
import drydock.model.manifest.YamlNode.Mapping;
import drydock.model.manifest.YamlNode.Scalar;
import drydock.model.manifest.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes the entries of a mapping of its keys and values, and says what is wrong with the keys.
record Entries(List<TextProblem> problems) {

    List<Entry> of(List<YamlNode> keysAndValues) {
        List<Entry> entries = new ArrayList<>(keysAndValues.size() / 2);
        Map<String, Entry> firsts = HashMap.newHashMap(keysAndValues.size() / 2);
        for (int i = 0; i < keysAndValues.size(); i += 2) {
            YamlNode key = keysAndValues.get(i);
            YamlNode value = keysAndValues.get(i + 1);
            Optional<String> name = name(key.resolved());
            if (name.isEmpty()) {
                problems.add(new TextProblem("yaml-key", key.span(), ProblemText.of("key")));
            }
            boolean merge = isMerge(key);
            Entry entry = new Entry(name.orElse(""), key, value, merge);
            entries.add(entry);
            if (merge) {
                checkMerged(value.resolved());
            } else {
                Entry first = firsts.putIfAbsent(entry.name(), entry);
                if (first != null && name.isPresent()) {
                    problems.add(duplicate(entry, first));
                }
            }
        }
        return entries;
    }

    private static TextProblem duplicate(Entry entry, Entry first) {
        return new TextProblem(
                "yaml-duplicate-key",
                entry.key().span(),
                ProblemText.of("duplicateKey", entry.name(), first.key().span().line()));
    }

    private static boolean isMerge(YamlNode key) {
        return key instanceof Scalar scalar
                && "<<".equals(scalar.value())
                && scalar.style() == YamlNode.Style.PLAIN
                && scalar.properties().isEmpty();
    }

    private void checkMerged(YamlNode value) {
        boolean mergeable = switch (value) {
            case Mapping _ -> true;
            case Sequence sequence -> sequence.items().stream().allMatch(i -> i.resolved() instanceof Mapping);
            case Scalar _, YamlNode.Alias _ -> false;
        };
        if (!mergeable) {
            problems.add(new TextProblem("yaml-merge", value.span(), ProblemText.of("merge")));
        }
    }

    /// The key as a string of JSON (sigs.k8s.io/yaml, `convertToJSONableObject`).
    private static Optional<String> name(YamlNode key) {
        if (!(key instanceof Scalar scalar)) {
            return Optional.empty();
        }
        return switch (scalar.value()) {
            case null -> Optional.empty();
            case String text -> Optional.of(text);
            case Object value -> Optional.of(value.toString());
        };
    }
}
