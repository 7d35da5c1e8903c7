package drydock.app.palette;

import drydock.app.dialog.Dialogs;
import drydock.app.text.Messages;
import drydock.app.workspace.Workspace;
import drydock.model.connect.End;
import drydock.model.connect.Part;
import drydock.model.edit.Edit;
import drydock.model.project.Project;
import drydock.model.resource.ResourceId;
import drydock.model.resource.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts containers and volumes into Pods and workloads, and asks what has to be known for that.
final class NewParts {

    private static final String NODE_FOLDER = "/srv/data";

    private final Messages messages = Messages.of(NewParts.class);
    private final Workspace workspace;
    private final Dialogs dialogs;

    NewParts(Workspace workspace, Dialogs dialogs) {
        this.workspace = workspace;
        this.dialogs = dialogs;
    }

    /// Whether `object` takes parts: the project has to declare it.
    boolean fits(ResourceId object) {
        return Part.fits(object) && !project().declarations(object).isEmpty();
    }

    /// Asks what has to be known of the part, and puts it into `end`.
    void add(Part part, End end) {
        if (part.isVolume()) {
            container(end).ifPresentOrElse(place -> mount(part, place), () -> {
                if (Part.containers(project(), end).isEmpty()) {
                    tell("part.noContainer", end.object().name());
                }
            });
        } else {
            perform(part.into(project(), end), end);
        }
    }

    /// Puts the part into what is selected, or says what has to be selected.
    void addToSelected(Part part) {
        workspace
                .selection()
                .single()
                .filter(this::fits)
                .map(End::of)
                .ifPresentOrElse(end -> add(part, end), this::tellWhereTo);
    }

    void tellWhereTo() {
        tell("part.where");
    }

    /// The container that mounts: the only one, or the one that the user picks.
    private Optional<End> container(End end) {
        Map<String, End> containers = Part.containers(project(), end);
        return containers.size() <= 1
                ? containers.values().stream().findFirst()
                : dialogs.pick(
                                messages.get("part.mount"),
                                messages.get("part.container"),
                                List.copyOf(containers.keySet()),
                                name -> name)
                        .map(containers::get);
    }

    private void mount(Part part, End place) {
        Optional<String> shared = part == Part.EMPTY_DIR ? shared(part, place) : Optional.of("");
        if (shared.isEmpty()) {
            return;
        }
        Optional<String> source = source(part, place);
        Optional<String> path = source.flatMap(_ ->
                        dialogs.askText(messages.get("part.mount"), messages.get("part.path"), part.mountPath(), false))
                .map(String::strip);
        if (path.isEmpty()) {
            return;
        }
        if (!path.get().startsWith("/") || path.get().contains(":")) {
            tell("part.wrongPath", path.get());
        } else if (Part.mountPaths(project(), place).contains(path.get())) {
            tell("part.pathTaken", path.get());
        } else {
            perform(
                    shared.get().isEmpty()
                            ? part.mounted(project(), place, source.get(), path.get())
                            : Part.shared(project(), place, shared.get(), path.get()),
                    place);
        }
    }

    /// The volume of the Pod that the container is to share; "" for one of its own, empty if the user
    /// thought better of it.
    private Optional<String> shared(Part part, End place) {
        List<String> volumes = part.volumes(project(), place.object());
        if (volumes.isEmpty()) {
            return Optional.of("");
        }
        List<String> choices = new ArrayList<>(volumes);
        choices.add("");
        return dialogs.pick(
                messages.get("part.mount"),
                messages.get("part.share"),
                choices,
                name -> name.isEmpty() ? messages.get("part.ownVolume") : messages.get("part.volume", name));
    }

    /// What fills the volume: the name of an object, or a folder of the node; "" where nothing has to be
    /// named, empty if there is none, or if none was chosen.
    private Optional<String> source(Part part, End place) {
        return part == Part.HOST_PATH
                ? dialogs.askText(messages.get("part.mount"), messages.get("part.nodeFolder"), NODE_FOLDER, false)
                        .map(String::strip)
                        .filter(folder -> {
                            if (!folder.startsWith("/")) {
                                tell("part.wrongPath", folder);
                            }
                            return folder.startsWith("/");
                        })
                : part.source().map(kind -> object(kind, place)).orElse(Optional.of(""));
    }

    private Optional<String> object(ResourceKind kind, End place) {
        List<ResourceId> sources = project().declarations().keySet().stream()
                .filter(id -> id.kind().equals(kind.kind()) && id.group().equals(kind.group()))
                .filter(id -> id.namespace().equals(place.object().namespace()))
                .sorted()
                .toList();
        if (sources.isEmpty()) {
            tell("part.noSource", kind.kind(), place.object().namespace());
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

    private void perform(Optional<Edit> edit, End end) {
        if (edit.isEmpty()) {
            tellWhereTo();
        } else if (workspace.perform(edit.get(), "edit.addPart")) {
            workspace.selection().select(List.of(end.object()));
        }
    }

    private void tell(String key, Object... arguments) {
        workspace.messageProperty().set(messages.get(key, arguments));
    }

    private Project project() {
        return workspace.document().project();
    }
}
