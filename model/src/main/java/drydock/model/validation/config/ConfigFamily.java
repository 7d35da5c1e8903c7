package drydock.model.validation.config;

import drydock.model.validation.RuleFamily;
import java.util.List;

/// ConfigMaps, Secrets, quotas and limits of namespaces, nodes and runtimes.
public final class ConfigFamily {

    public static final RuleFamily RULES = RuleFamily.of(
            ConfigFamily.class,
            List.of(
                    DataRules.RULES,
                    QuotaRules.RULES,
                    LimitRules.RULES,
                    ScopeRules.RULES,
                    NodeRules.RULES,
                    EventRules.RULES,
                    ServerKindRules.RULES,
                    NamespaceRules.RULES,
                    RuntimeRules.RULES));

    private ConfigFamily() {}
}
