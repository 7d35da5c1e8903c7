package drydock.model.edit;

import drydock.model.manifest.FieldPath;
import drydock.model.manifest.ProblemText;
import drydock.model.manifest.TextProblem;
import drydock.model.resource.ResourceId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Why an edit cannot be made.
public sealed interface Refusal {

    /// No text declares the object.
    record ObjectGone(ResourceId object) implements Refusal {}

    /// The object is still drawn, but its file cannot be read at the moment.
    record TextBroken(String path, TextProblem problem) implements Refusal {}

    /// Several texts declare the object, so it is not clear which to change.
    record DeclaredTwice(ResourceId object, List<String> paths) implements Refusal {
        public DeclaredTwice {
            paths = List.copyOf(paths);
        }
    }

    /// An object of that name is there already.
    record ObjectExists(ResourceId object) implements Refusal {}

    /// The text that was to be added describes no object, or cannot be read.
    record NoObject(Optional<TextProblem> problem) implements Refusal {}

    /// The field cannot be set or removed there.
    record FieldNotEditable(ResourceId object, FieldPath field, ProblemText reason) implements Refusal {}

    /// The file is written in a way in which this cannot be done to it.
    record FileNotEditable(String path, ProblemText reason) implements Refusal {}

    record FileGone(String path) implements Refusal {}

    record FileExists(String path) implements Refusal {}

    /// The path leads out of the folder, or names no file of manifests.
    record BadPath(String path) implements Refusal {}

    /// The change lies outside of the text, or cuts a character in half.
    record OutsideText(String path, int start, int end) implements Refusal {}

    /// The file is not UTF-8; a change would destroy what it holds.
    record NotUtf8(String path) implements Refusal {}

    /// `drydock.json` was made by a newer program.
    record DiagramIsNewer() implements Refusal {}

    /// What the user is told, in one sentence.
    default String message(Locale locale) {
        return switch (this) {
            case ObjectGone(var object) -> EditMessages.text("refused.objectGone", locale, name(object));
            case TextBroken(var path, var problem) ->
                EditMessages.text(
                        "refused.textBroken",
                        locale,
                        path,
                        Integer.toString(problem.span().line()),
                        problem.message(locale));
            case DeclaredTwice(var object, var paths) ->
                EditMessages.text("refused.declaredTwice", locale, name(object), String.join(", ", paths));
            case ObjectExists(var object) -> EditMessages.text("refused.objectExists", locale, name(object));
            case NoObject(var problem) ->
                EditMessages.text(
                        "refused.noObject",
                        locale,
                        problem.map(p -> p.message(locale)).orElse(""));
            case FieldNotEditable(var object, var field, var reason) ->
                EditMessages.text("refused.fieldNotEditable", locale, field, name(object), reason.in(locale));
            case FileNotEditable(var path, var reason) ->
                EditMessages.text("refused.fileNotEditable", locale, path, reason.in(locale));
            case FileGone(var path) -> EditMessages.text("refused.fileGone", locale, path);
            case FileExists(var path) -> EditMessages.text("refused.fileExists", locale, path);
            case BadPath(var path) -> EditMessages.text("refused.badPath", locale, path);
            case OutsideText outside -> EditMessages.text("refused.outsideText", locale, outside.path());
            case NotUtf8(var path) -> EditMessages.text("refused.notUtf8", locale, path);
            case DiagramIsNewer() -> EditMessages.text("refused.diagramIsNewer", locale);
        };
    }

    private static String name(ResourceId object) {
        return object.kind() + " " + object.name();
    }
}
