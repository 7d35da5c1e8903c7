package drydock.model.validation.flow;

import drydock.model.validation.RuleFamily;
import java.util.List;

/// Flow schemas and priority levels.
public final class FlowFamily {

    public static final RuleFamily RULES =
            RuleFamily.of(FlowFamily.class, List.of(SchemaRules.RULES, RequestRules.RULES, LevelRules.RULES));

    private FlowFamily() {}
}
