package drydock.model.validation;

import java.util.List;

/// Rules that belong together, and the bundle with what they say.
///
/// Texts are looked up in the family's own bundle first, then in the one of this package, which has those
/// that many families need. A rule's description is the text `rule.NAME`.
///
/// @param bundle the base name of the message bundle
public record RuleFamily(String bundle, List<Rule> rules) {

    public RuleFamily {
        rules = List.copyOf(rules);
    }

    /// The family whose messages lie beside `home`.
    public static RuleFamily of(Class<?> home, List<List<Rule>> rules) {
        return new RuleFamily(
                home.getPackageName() + ".messages",
                rules.stream().flatMap(List::stream).toList());
    }
}
