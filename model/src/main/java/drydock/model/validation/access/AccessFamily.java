package drydock.model.validation.access;

import drydock.model.validation.RuleFamily;
import java.util.List;

/// Roles and their bindings, and requests for certificates.
public final class AccessFamily {

    public static final RuleFamily RULES =
            RuleFamily.of(AccessFamily.class, List.of(RoleRules.RULES, CertificateRules.RULES));

    private AccessFamily() {}
}
