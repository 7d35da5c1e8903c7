package drydock.model.validation.network;

import drydock.model.validation.RuleFamily;
import java.util.List;

/// Services, what is behind them, what leads to them, and who may reach whom.
public final class NetworkFamily {

    public static final RuleFamily RULES = RuleFamily.of(
            NetworkFamily.class,
            List.of(
                    ServicePortRules.RULES,
                    ServiceRules.RULES,
                    ServiceAddressRules.RULES,
                    IngressRules.RULES,
                    BackendRules.RULES,
                    PolicyRules.RULES,
                    EndpointRules.RULES,
                    HintRules.RULES,
                    RangeRules.RULES));

    private NetworkFamily() {}
}
