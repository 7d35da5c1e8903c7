package drydock.model.assist;

import drydock.model.diagram.DiagramFile;
import drydock.model.manifest.ManifestFile;
import drydock.model.project.Project;
import drydock.model.resource.Schema;
import java.util.List;
import java.util.Optional;

/// A text with a caret, which `‸` marks, in a project of some files.
record Typed(Project project, String text, int offset) {

    static Typed of(String marked, ManifestFile... others) {
        int caret = marked.indexOf('‸');
        String text = marked.replace("‸", "");
        Project project =
                Project.of(List.of(others), DiagramFile.ABSENT).withFile(ManifestFile.parse("here.yaml", text));
        return new Typed(project, text, caret);
    }

    List<Proposal> proposals() {
        return Completion.at(project, text, offset);
    }

    List<String> labels() {
        return proposals().stream().map(Proposal::label).toList();
    }

    /// The text once the proposal called `label` was taken.
    String taking(String label) {
        Proposal taken = proposals().stream()
                .filter(p -> p.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError(label + " is not among " + labels()));
        return text.substring(0, taken.start()) + taken.insert() + text.substring(taken.end());
    }

    Optional<FieldNote> note() {
        return FieldNotes.at(Schema.kubernetes(), text, offset);
    }

    /// What the places that the caret's word leads to say, each with its file.
    List<String> definitions() {
        return Definitions.at(project, project.file("here.yaml").orElseThrow(), offset).stream()
                .map(t -> t.path() + ": "
                        + project.file(t.path())
                                .orElseThrow()
                                .text()
                                .substring(t.span().start(), t.span().end()))
                .toList();
    }
}
