package drydock.model.validation;

import drydock.model.cel.Expression;
import drydock.model.manifest.FieldPath;
import java.util.List;
import java.util.Map;

/// A change that a rule of a custom kind does not let happen.
///
/// @param path where it is told
/// @param field what the API server calls it
/// @param words what it says behind that
/// @param message what the rule says
public record CustomTransition(FieldPath path, String field, String words, String message) {

    /// Those that are not let happen where `complete` takes the place of `old`; none where the object is wrong by
    /// itself, since no rule is held then.
    ///
    /// @param complete the whole object as JSON has it, with its defaults
    /// @param old the object that is there, likewise
    public static List<CustomTransition> refused(CustomObject custom, Map<?, ?> complete, Map<?, ?> old) {
        return custom.issues(complete, old).stream()
                .filter(issue -> issue.key().equals(CustomIssue.RULE_BROKEN))
                .filter(CustomTransition::asksForWhatWas)
                .map(issue -> new CustomTransition(
                        issue.at().path(),
                        issue.refusal().field(),
                        issue.words(),
                        String.valueOf(issue.arguments().getFirst())))
                .toList();
    }

    private static boolean asksForWhatWas(CustomIssue issue) {
        return Expression.of(String.valueOf(issue.arguments().getLast())).usesOldSelf();
    }
}
