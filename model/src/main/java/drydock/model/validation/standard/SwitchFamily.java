package drydock.model.validation.standard;

import drydock.model.manifest.FieldPath;
import drydock.model.validation.Rule;
import drydock.model.validation.RuleFamily;
import drydock.model.validation.Severity;
import drydock.model.validation.Switches;
import drydock.model.validation.Visit;
import java.util.List;

/// What switches rules off.
final class SwitchFamily {

    /// The rule that a switch names a rule that there is.
    static final String UNKNOWN_RULE = "unknown-rule";

    static final RuleFamily RULES =
            RuleFamily.of(SwitchFamily.class, List.of(List.of(Rule.of("ObjectMeta", SwitchFamily::annotation))));

    private SwitchFamily() {}

    private static void annotation(Visit metadata) {
        String names = metadata.texts("annotations").getOrDefault(Switches.ANNOTATION, "");
        if (names.isEmpty() || metadata.path().length() != 1) {
            return;
        }
        FieldPath at = metadata.path().key("annotations").key(Switches.ANNOTATION);
        for (String part : names.split(",", -1)) {
            String name = part.strip();
            if (!name.isEmpty() && RuleCatalogue.find(name).isEmpty()) {
                List<String> near = RuleCatalogue.near(name);
                String key = near.isEmpty() ? "unknown-rule" : "unknown-rule.near";
                metadata.told(Severity.WARNING, UNKNOWN_RULE, at, key, name, String.join(", ", near));
            }
        }
    }
}
