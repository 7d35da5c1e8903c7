package drydock.model.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.validator.CelValidator;
import dev.cel.validator.CelValidatorFactory;
import dev.cel.validator.validators.HomogeneousLiteralValidator;
import java.util.Optional;

/// Finds what stands in a list or map that is written out and has another type than what stands before it, which the
/// API server does not take but for what a text is formatted of (`cel-go/cel/validator.go
/// ValidateHomogeneousAggregateLiterals`).
final class MixedLiterals {

    private static final CelValidator VALIDATOR = CelValidatorFactory.standardCelValidatorBuilder(Environment.CEL)
            .addAstValidators(HomogeneousLiteralValidator.newInstance("format"))
            .build();

    private MixedLiterals() {}

    /// The first that is found in a checked expression; what may be anything is none.
    static Optional<CelIssue> first(CelAbstractSyntaxTree tree) {
        return VALIDATOR.validate(tree).getErrors().stream()
                .filter(issue -> !issue.getMessage().contains("dyn"))
                .findFirst();
    }
}
