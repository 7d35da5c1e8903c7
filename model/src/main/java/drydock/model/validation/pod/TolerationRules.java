package drydock.model.validation.pod;

import drydock.model.resource.Names;
import drydock.model.validation.Checks;
import drydock.model.validation.Rule;
import drydock.model.validation.ServerWords;
import drydock.model.validation.Visit;
import java.util.List;

/// Which taints a Pod tolerates (`pkg/apis/core/validation/validation.go ValidateTolerations`).
final class TolerationRules {

    private static final String RULE = "toleration";

    static final List<Rule> RULES = List.of(Rule.of("Toleration", TolerationRules::toleration));

    private TolerationRules() {}

    private static void toleration(Visit toleration) {
        String operator = toleration.textOrEmpty("operator");
        Checks.form(toleration, "label", "key", "label-key", Names::qualifiedNameProblems);
        if (toleration.textOrEmpty("key").isEmpty() && !operator.equals("Exists")) {
            toleration
                    .error(RULE, "operator", "toleration-no-key")
                    .words(ServerWords.invalid(
                            operator,
                            "operator must be Exists when `key` is empty, which means \"match all values and all "
                                    + "keys\""))
                    .fix(
                            toleration.setting("operator", "Exists"),
                            "fix.set",
                            toleration.path().key("operator"),
                            "Exists");
        }
        String effect = toleration.textOrEmpty("effect");
        if (toleration.has("tolerationSeconds") && !effect.equals("NoExecute")) {
            toleration
                    .error(RULE, "effect", "toleration-seconds")
                    .words(ServerWords.invalid(effect, "effect must be 'NoExecute' when `tolerationSeconds` is set"))
                    .fix(
                            toleration.setting("effect", "NoExecute"),
                            "fix.set",
                            toleration.path().key("effect"),
                            "NoExecute");
        }
        value(toleration, operator);
    }

    private static void value(Visit toleration, String operator) {
        String value = toleration.textOrEmpty("value");
        if (operator.equals("Exists") && !value.isEmpty()) {
            toleration
                    .error(RULE, "operator", "toleration-value")
                    .words(ServerWords.invalid(value, "value must be empty when `operator` is 'Exists'"))
                    .fix(
                            toleration.removing("value"),
                            "fix.remove",
                            toleration.path().key("value"));
        }
        List<String> problems = Names.labelValueProblems(value);
        if ((operator.isEmpty() || operator.equals("Equal")) && !problems.isEmpty()) {
            toleration
                    .error("label", "operator", "label-value", Checks.shown(value), problems.getFirst())
                    .words(ServerWords.invalid(value, String.join(";", problems)));
        }
    }
}
