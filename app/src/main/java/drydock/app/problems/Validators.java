package drydock.app.problems;

import drydock.model.validation.CheckOptions;
import drydock.model.validation.Validator;
import drydock.model.validation.standard.StandardRules;
import org.jspecify.annotations.Nullable;

/// The validator for what is wanted, made when it is first asked for: reading the schema takes a while. May be asked
/// from any thread.
final class Validators {

    private record Made(CheckOptions options, Validator validator) {}

    private @Nullable Made made;

    synchronized Validator of(CheckOptions options) {
        Made known = made;
        if (known == null || !known.options().equals(options)) {
            known = new Made(options, StandardRules.validator(options));
            made = known;
        }
        return known.validator();
    }
}
