package drydock.model.edit;

import static java.nio.charset.StandardCharsets.UTF_8;

import drydock.model.diagram.Diagram;
import drydock.model.diagram.DiagramFile;
import drydock.model.manifest.FieldPath;
import drydock.model.manifest.ManifestFile;
import drydock.model.manifest.NotEditableException;
import drydock.model.manifest.TextEdit;
import drydock.model.project.Declaration;
import drydock.model.project.Project;
import drydock.model.project.ProjectPath;
import drydock.model.resource.ResourceId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Makes edits on one project.
record EditApplication(Project project) {

    private static final String JSON = ".json";

    Outcome<Project> apply(Edit edit) {
        return switch (edit) {
            case Edit.ChangeText(var path, var change) -> changeText(path, change);
            case Edit.SetField(var object, var field, var value) ->
                changeField(
                        object,
                        field,
                        (file, place) -> file.setting(place.document().index(), place.inDocument(field), value));
            case Edit.RemoveField(var object, var field) ->
                changeField(
                        object,
                        field,
                        (file, place) -> file.removing(place.document().index(), place.inDocument(field)));
            case Edit.RenameField(var object, var field, var name) ->
                changeField(
                        object,
                        field,
                        (file, place) -> file.renaming(place.document().index(), place.inDocument(field), name));
            case Edit.NestField(var object, var field, var key) ->
                changeField(
                        object,
                        field,
                        (file, place) -> file.nesting(place.document().index(), place.inDocument(field), key));
            case Edit.AddObject(var path, var yaml) -> addObject(path, yaml);
            case Edit.RemoveObject(var object) -> declaration(object).then(place -> removeObject(object, place));
            case Edit.MoveFigures(var positions) -> draw(project.diagram().withPositions(positions));
            case Edit.Draw(var change) -> draw(change.applyTo(project.diagram()));
            case Edit.AddFile(var path, var text) -> addFile(path, text);
            case Edit.PutDiagram(var diagram) -> draw(diagram);
            case Edit.PutFile(var file) ->
                ProjectPath.isInside(file.path())
                        ? done(project.withFile(file))
                        : refused(new Refusal.BadPath(file.path()));
            case Edit.RemoveFile(var path) -> file(path).map(_ -> project.withoutFile(path));
            case Edit.Composite(var edits) -> several(edits);
        };
    }

    private Outcome<Project> draw(Diagram after) {
        return project.diagramFile().condition() == DiagramFile.Condition.NEWER
                ? refused(new Refusal.DiagramIsNewer())
                : done(project.withDiagram(after));
    }

    private Outcome<Project> several(List<Edit> edits) {
        Outcome<Project> made = done(project);
        for (Edit edit : edits) {
            made = made.then(edit::applyTo);
        }
        return made;
    }

    private Outcome<Project> changeText(String path, TextEdit change) {
        return editable(path).then(file -> {
            String text = file.text();
            boolean fits = change.end() <= text.length()
                    && !isWithinCharacter(text, change.start())
                    && !isWithinCharacter(text, change.end())
                    && UTF_8.newEncoder().canEncode(change.replacement());
            return fits
                    ? withText(file, change.applyTo(text))
                    : refused(new Refusal.OutsideText(path, change.start(), change.end()));
        });
    }

    private Outcome<Project> changeField(
            ResourceId object, FieldPath field, BiFunction<ManifestFile, Declaration, TextEdit> change) {
        return declaration(object)
                .then(place -> editable(place.path()).then(file -> {
                    try {
                        TextEdit edit = change.apply(file, place);
                        return withText(file, edit.applyTo(file.text()));
                    } catch (NotEditableException e) {
                        return refused(new Refusal.FieldNotEditable(object, field, e.text()));
                    }
                }));
    }

    private Outcome<Project> addObject(String wanted, String yaml) {
        String path = besideJson(wanted);
        ManifestFile added = ManifestFile.parse(path, yaml);
        List<ResourceId> ids = added.documents().stream()
                .flatMap(d -> d.declared().stream())
                .flatMap(d -> d.id().stream())
                .toList();
        Optional<ResourceId> known =
                ids.stream().filter(id -> !project.declarations(id).isEmpty()).findFirst();
        if (!isManifestPath(wanted)) {
            return refused(new Refusal.BadPath(wanted));
        }
        if (!added.problems().isEmpty() || ids.isEmpty()) {
            return refused(new Refusal.NoObject(added.problems().stream().findFirst()));
        }
        if (known.isPresent()) {
            return refused(new Refusal.ObjectExists(known.get()));
        }
        return project.file(path).isEmpty()
                ? done(project.withFile(added))
                : editable(path)
                        .then(file -> withText(file, file.appending(yaml).applyTo(file.text())));
    }

    /// A file of JSON is one value, behind which there can be nothing: what is to be added goes into the file of YAML
    /// that is called the same.
    private static String besideJson(String path) {
        return path.toLowerCase(Locale.ROOT).endsWith(JSON)
                ? path.substring(0, path.length() - JSON.length()) + ".yaml"
                : path;
    }

    private Outcome<Project> removeObject(ResourceId object, Declaration place) {
        int document = place.document().index();
        FieldPath item = place.declared().path();
        return editable(place.path())
                .then(file -> changeFile(file, f -> item.isRoot() ? f.removing(document) : f.removing(document, item)))
                .map(after -> after.withDiagram(after.diagram().without(object)))
                .map(after -> isBlank(after, place.path()) ? after.withoutFile(place.path()) : after);
    }

    private static boolean isBlank(Project project, String path) {
        return project.file(path).filter(file -> file.text().isBlank()).isPresent();
    }

    private Outcome<Project> changeFile(ManifestFile file, Function<ManifestFile, TextEdit> change) {
        try {
            return withText(file, change.apply(file).applyTo(file.text()));
        } catch (NotEditableException e) {
            return refused(new Refusal.FileNotEditable(file.path(), e.text()));
        }
    }

    private Outcome<Project> addFile(String path, String text) {
        if (!isManifestPath(path) || !UTF_8.newEncoder().canEncode(text)) {
            return refused(new Refusal.BadPath(path));
        }
        return project.file(path).isPresent()
                ? refused(new Refusal.FileExists(path))
                : done(project.withFile(ManifestFile.parse(path, text)));
    }

    /// The one place that declares an object.
    private Outcome<Declaration> declaration(ResourceId object) {
        List<Declaration> places = project.declarations(object);
        if (places.size() == 1) {
            return new Outcome.Done<>(places.getFirst());
        }
        if (places.isEmpty()) {
            Refusal gone = project.brokenTextOf(object)
                    .<Refusal>map(p -> new Refusal.TextBroken(p.path(), p.problem()))
                    .orElseGet(() -> new Refusal.ObjectGone(object));
            return new Outcome.Refused<>(gone);
        }
        List<String> paths = places.stream().map(Declaration::path).distinct().toList();
        return new Outcome.Refused<>(new Refusal.DeclaredTwice(object, paths));
    }

    private Outcome<ManifestFile> file(String path) {
        return project.file(path)
                .<Outcome<ManifestFile>>map(Outcome.Done::new)
                .orElseGet(() -> new Outcome.Refused<>(new Refusal.FileGone(path)));
    }

    /// A file whose text can be changed: all of it is UTF-8.
    private Outcome<ManifestFile> editable(String path) {
        return file(path)
                .then(file -> file.isUtf8()
                        ? new Outcome.Done<>(file)
                        : new Outcome.Refused<>(new Refusal.NotUtf8(file.path())));
    }

    private Outcome<Project> withText(ManifestFile file, String text) {
        ManifestFile after = file.withText(text);
        return done(Renames.follow(project.withFile(after), file, after));
    }

    private static boolean isManifestPath(String path) {
        return ProjectPath.isInside(path) && ProjectPath.isManifest(path);
    }

    private static boolean isWithinCharacter(String text, int offset) {
        return offset > 0
                && offset < text.length()
                && Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset));
    }

    private static Outcome<Project> done(Project project) {
        return new Outcome.Done<>(project);
    }

    private static Outcome<Project> refused(Refusal reason) {
        return new Outcome.Refused<>(reason);
    }
}
