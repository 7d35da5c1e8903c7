package drydock.model.validation.network;

import drydock.model.validation.RuleFamily;
import java.util.List;

/// Services, Ingresses and network policies.
public final class NetworkFamily {

    public static final RuleFamily RULES = RuleFamily.of(NetworkFamily.class, List.of(ServiceRules.RULES));

    private NetworkFamily() {}
}
