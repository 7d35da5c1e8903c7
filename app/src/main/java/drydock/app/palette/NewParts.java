package drydock.app.palette;

import drydock.app.dialog.Dialogs;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.connect.End;
import drydock.model.connect.Part;
import drydock.model.edit.Edit;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import java.util.List;
import java.util.Optional;

/// Puts containers and volumes into Pods and workloads.
public final class NewParts {

    private final Messages messages = Messages.of(NewParts.class);
    private final Workspace workspace;
    private final Dialogs dialogs;

    public NewParts(Workspace workspace, Dialogs dialogs) {
        this.workspace = workspace;
        this.dialogs = dialogs;
    }

    /// Asks what has to be known of the part, and puts it into `end`.
    public void add(Part part, End end) {
        Optional<String> source = part.source().map(kind -> source(kind, end)).orElse(Optional.of(""));
        Optional<String> path = source.isPresent() && part.isVolume()
                ? dialogs.askText(messages.get("part.mount"), messages.get("part.path"), part.mountPath(), false)
                        .map(String::strip)
                : source;
        if (path.isEmpty()) {
            return;
        }
        if (part.isVolume() && !path.get().startsWith("/")) {
            workspace.messageProperty().set(messages.get("part.wrongPath", path.get()));
            return;
        }
        Optional<Edit> edit = part.into(workspace.document().project(), end, source.get(), path.get());
        if (edit.isEmpty()) {
            tellWhereTo();
        } else if (workspace.perform(edit.get(), "edit.addPart")) {
            workspace.selection().select(List.of(end.object()));
        }
    }

    /// Puts the part into what is selected, or says what has to be selected.
    public void addToSelected(Part part) {
        workspace
                .selection()
                .single()
                .filter(Part::fits)
                .map(End::of)
                .ifPresentOrElse(end -> add(part, end), this::tellWhereTo);
    }

    void tellWhereTo() {
        workspace.messageProperty().set(messages.get("part.where"));
    }

    /// The name of the object that fills the volume; empty if there is none, or if none was chosen.
    private Optional<String> source(ResourceKind kind, End end) {
        List<ResourceId> sources = workspace.document().project().declarations().keySet().stream()
                .filter(id -> id.kind().equals(kind.kind()) && id.group().equals(kind.group()))
                .filter(id -> id.namespace().equals(end.object().namespace()))
                .sorted()
                .toList();
        if (sources.isEmpty()) {
            workspace
                    .messageProperty()
                    .set(messages.get("part.noSource", kind.kind(), end.object().namespace()));
        }
        return sources.size() <= 1
                ? sources.stream().findFirst().map(ResourceId::name)
                : dialogs.pick(
                                messages.get("part.mount"),
                                messages.get("part.source", kind.kind()),
                                sources,
                                ResourceId::name)
                        .map(ResourceId::name);
    }
}
