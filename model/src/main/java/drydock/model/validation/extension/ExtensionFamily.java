package drydock.model.validation.extension;

import drydock.model.validation.RuleFamily;
import java.util.List;

/// Kinds of one's own, webhooks that are asked about changes, and servers of further groups.
public final class ExtensionFamily {

    public static final RuleFamily RULES = RuleFamily.of(
            ExtensionFamily.class,
            List.of(
                    DefinitionRules.RULES,
                    ConversionRules.RULES,
                    ApprovalRules.RULES,
                    SelectableRules.RULES,
                    SchemaRootRules.RULES,
                    PolicyMatchRules.RULES,
                    ExpressionRules.RULES,
                    AdmissionExpressionRules.RULES,
                    MutationRules.RULES,
                    SchemaRules.RULES,
                    WebhookRules.RULES,
                    AdmissionPolicyRules.RULES,
                    ApiServiceRules.RULES));

    private ExtensionFamily() {}
}
