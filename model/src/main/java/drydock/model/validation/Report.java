package drydock.model.validation;

import drydock.model.edit.Edit;
import drydock.model.manifest.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a rule tells of an object, as long as more can be said of it.
public final class Report {

    private static final String NEWER_FIELD = "newer-field";

    private final Issue issue;
    private final Severity told;
    private final String bundle;
    private final List<Fix> fixes = new ArrayList<>();
    private String words = "";

    /// @param told how grave it is told to be: what API servers refuse by now an older one may have accepted
    Report(Issue issue, Severity told, String bundle) {
        this.issue = issue;
        this.told = told;
        this.bundle = bundle;
    }

    /// Says what the API server says behind the field's path, made by [ServerWords].
    public Report words(String serverWords) {
        words = serverWords;
        return this;
    }

    /// Offers a way to mend it; none where `edit` is empty.
    ///
    /// @param key the message of what the edit does, as a command
    public Report fix(Optional<Edit> edit, String key, Object... arguments) {
        edit.ifPresent(e -> fixes.add(new Fix(FindingText.of(bundle, key, arguments), e)));
        return this;
    }

    /// Whether it is an error of what stands at `where` or below it.
    boolean refuses(FieldPath where) {
        return issue.severity() == Severity.ERROR && isWithin(where);
    }

    /// Whether it is about what stands at `where` or below it.
    boolean isWithin(FieldPath where) {
        return issue.path().isWithin(where);
    }

    /// Whether it says that a value is of another type than its field, so that the whole cannot even be read.
    boolean isOfType() {
        return issue.rule().equals(SchemaWalk.TYPE) && words.isEmpty();
    }

    /// Whether it says that the API server takes the field away unread.
    boolean isOfDroppedField() {
        return issue.rule().equals(NEWER_FIELD) && issue.severity() != Severity.ERROR;
    }

    /// Whether it is told before anything of an object is looked at.
    boolean isReading() {
        return isOfType() || isOfUnknownField();
    }

    /// Whether it says that there is no such field.
    boolean isOfUnknownField() {
        return issue.rule().equals(SchemaWalk.UNKNOWN_FIELD);
    }

    /// Whether it is about what a patch says of itself, as `$patch: delete`
    /// (`apimachinery/pkg/util/strategicpatch/patch.go`).
    boolean isOfDirective() {
        return issue.path().steps().stream()
                .anyMatch(step -> step instanceof FieldPath.Key(String name) && name.startsWith("$"));
    }

    Issue issue() {
        return issue.with(told, words, List.copyOf(fixes));
    }
}
