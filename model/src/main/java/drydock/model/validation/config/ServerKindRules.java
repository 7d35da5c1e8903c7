package drydock.model.validation.config;

import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;

/// Kinds that the cluster itself writes: where a Pod runs (`pkg/apis/core/validation/validation.go
/// ValidatePodBinding`), and how its parts are (`pkg/registry/core/componentstatus/rest.go`, which can be read only).
final class ServerKindRules {

    private static final List<String> TARGETS = List.of("Node", "<empty>");

    static final List<Rule> RULES = List.of(
            Rule.of("Binding", ServerKindRules::binding),
            Rule.of("ComponentStatus", status -> status.error("read-only-kind", "kind", "read-only-kind")));

    private ServerKindRules() {}

    private static void binding(Visit binding) {
        Visit target = binding.in("target");
        String kind = target.textOrEmpty("kind");
        if (!kind.isEmpty() && !kind.equals("Node")) {
            target.error("unsupported-value", "kind", "unsupported-value", Checks.shown(kind), "Node")
                    .words(ServerWords.unsupportedOf(kind, TARGETS))
                    .fix(
                            target.setting("kind", "Node"),
                            "fix.set",
                            target.path().key("kind"),
                            "Node");
        }
        Checks.required(target, "name");
    }
}
