package drydock.model.validation.pod;

import drydock.model.manifest.FieldPath;
import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Report;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Severity;
import drydock.model.validation.Visit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Labels of which a Pod's own values choose other Pods (`pkg/apis/core/validation/validation.go
/// ValidateMatchLabelKeysAndMismatchLabelKeys`; before 1.34, for spreading,
/// `ValidateMatchLabelKeysInTopologySpread`).
final class LabelKeyRules {

    private static final String MATCHING = "matchLabelKeys";
    private static final String OTHER = "mismatchLabelKeys";
    private static final String IN_SELECTOR = "exists in both matchLabelKeys and labelSelector";

    /// From this version on they are read in affinities (gate MatchLabelKeysInPodAffinity).
    private static final int OF_AFFINITY = 31;

    /// From this version on they become part of the selector when Pods are spread, too (gate
    /// MatchLabelKeysInPodTopologySpreadSelectorMerge).
    private static final int MERGED = 34;

    static final List<Rule> RULES = List.of(
            Rule.of("PodAffinityTerm", LabelKeyRules::ofTerm),
            Rule.of("TopologySpreadConstraint", LabelKeyRules::ofConstraint));

    private LabelKeyRules() {}

    private static void ofTerm(Visit term) {
        if (term.version().atLeast(OF_AFFINITY)) {
            check(term, "affinity", List.of(MATCHING, OTHER));
        }
    }

    private static void ofConstraint(Visit constraint) {
        if (constraint.version().atLeast(MERGED)) {
            check(constraint, "topology-spread", List.of(MATCHING));
        } else if (!constraint.list(MATCHING).isEmpty()) {
            beforeMerging(constraint);
        }
    }

    private static void check(Visit visit, String rule, List<String> fields) {
        for (String field : fields) {
            if (!visit.list(field).isEmpty() && !visit.has("labelSelector")) {
                noSelector(visit, rule, field);
            } else {
                forms(visit, field);
            }
        }
        if (visit.has("labelSelector")) {
            selectedTwice(visit, rule);
        }
        List<String> keys = visit.list(MATCHING);
        List<String> others = fields.contains(OTHER) ? visit.list(OTHER) : List.of();
        for (int i = 0; i < keys.size(); i++) {
            if (others.contains(keys.get(i))) {
                visit.error(rule, visit.path().key(MATCHING).index(i), "label-key-twice", Checks.shown(keys.get(i)))
                        .words(ServerWords.invalid(keys.get(i), "exists in both matchLabelKeys and mismatchLabelKeys"));
            }
        }
    }

    private static void noSelector(Visit visit, String rule, String field) {
        visit.error(rule, field, "label-keys-no-selector", field)
                .words(ServerWords.forbidden("must not be specified when labelSelector is not set"));
    }

    private static void forms(Visit visit, String field) {
        List<String> keys = visit.list(field);
        for (int i = 0; i < keys.size(); i++) {
            String key = keys.get(i);
            FieldPath at = visit.path().key(field).index(i);
            Names.qualifiedNameProblems(key).stream()
                    .findFirst()
                    .ifPresent(problem -> visit.error("label", at, "label-key", Checks.shown(key), problem)
                            .words(ServerWords.invalid(key, problem)));
        }
    }

    /// What a Pod adds to its selector must not be there already. Of a template the API server sees that only when it
    /// makes Pods of it. It names the place in the list, but not the list.
    private static void selectedTwice(Visit visit, String rule) {
        List<String> keys = visit.list(MATCHING);
        Visit selector = visit.in("labelSelector");
        List<String> written = selector.each("matchExpressions").stream()
                .map(e -> e.textOrEmpty("key"))
                .toList();
        Set<String> own = again(selector.texts("matchLabels"), written, keys);
        List<String> merged = new ArrayList<>(written);
        keys.stream().filter(labelsOfPod(visit)::containsKey).forEach(merged::add);
        for (String key : again(selector.texts("matchLabels"), merged, keys)) {
            int place = keys.lastIndexOf(key);
            FieldPath at = visit.path().key(MATCHING).index(place);
            if (Pods.isPod(visit) || own.contains(key)) {
                Report report =
                        visit.errorCalled(visit.path().index(place), rule, at, "label-key-twice", Checks.shown(key));
                report.words(ServerWords.invalid(key, IN_SELECTOR));
            } else {
                visit.told(Severity.WARNING, rule, at, "label-key-twice", Checks.shown(key));
            }
        }
    }

    /// The keys of `keys` that a selector has more than once.
    private static Set<String> again(Map<String, String> labels, List<String> expressions, List<String> keys) {
        Set<String> seen = new HashSet<>(labels.keySet());
        Set<String> again = new HashSet<>();
        expressions.stream().filter(key -> !seen.add(key) && keys.contains(key)).forEach(again::add);
        return again;
    }

    private static Map<String, String> labelsOfPod(Visit visit) {
        Visit holder = visit.top();
        Visit spec = visit.top();
        for (FieldPath.Step step : visit.path().steps()) {
            if (!(step instanceof FieldPath.Key(String name))
                    || name.equals("affinity")
                    || name.equals("topologySpreadConstraints")) {
                break;
            }
            holder = spec;
            spec = spec.in(name);
        }
        return Pods.metadata(holder).texts("labels");
    }

    private static void beforeMerging(Visit constraint) {
        if (!constraint.has("labelSelector")) {
            noSelector(constraint, "topology-spread", MATCHING);
        }
        forms(constraint, MATCHING);
        Visit selector = constraint.in("labelSelector");
        Set<String> selected = new HashSet<>(selector.texts("matchLabels").keySet());
        selector.each("matchExpressions").forEach(e -> selected.add(e.textOrEmpty("key")));
        List<String> keys = constraint.list(MATCHING);
        for (int i = 0; i < keys.size(); i++) {
            if (selected.contains(keys.get(i))) {
                FieldPath at = constraint.path().key(MATCHING).index(i);
                constraint
                        .error("topology-spread", at, "label-key-twice", Checks.shown(keys.get(i)))
                        .words(ServerWords.invalid(keys.get(i), IN_SELECTOR));
            }
        }
    }
}
