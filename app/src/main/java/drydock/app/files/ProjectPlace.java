package drydock.app.files;

import drydock.model.storage.ProjectFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Where the project of a window is on the disk, as far as it is anywhere. Belongs to the JavaFX thread.
final class ProjectPlace {

    private final ReadOnlyObjectWrapper<String> name = new ReadOnlyObjectWrapper<>(this, "name", "");
    private Optional<ProjectFolder> folder = Optional.empty();
    private List<Path> opened = List.of();
    private boolean gone;

    /// What the project is called: the name of its folder, empty where it has none.
    ReadOnlyObjectProperty<String> nameProperty() {
        return name.getReadOnlyProperty();
    }

    /// The folder as it was read or written last; empty where the project has none.
    Optional<ProjectFolder> folder() {
        return folder;
    }

    /// What opens the project again; empty where nothing does.
    List<Path> opened() {
        return opened;
    }

    /// Whether nothing of the project is on the disk any more.
    boolean isGone() {
        return gone;
    }

    void setGone(boolean now) {
        gone = now;
    }

    /// Another project is in the window.
    ///
    /// @param paths what opens it again
    void become(Optional<ProjectFolder> where, List<Path> paths) {
        folder = where;
        opened = List.copyOf(paths);
        gone = false;
        name.set(where.map(ProjectPlace::name).orElse(""));
    }

    /// The project is called something until it is saved.
    void call(String called) {
        name.set(called);
    }

    /// The project was saved in a folder.
    void saved(ProjectFolder now) {
        become(Optional.of(now), opened.isEmpty() ? List.of(now.root()) : opened);
    }

    /// Some of the folder was read or written again.
    void update(ProjectFolder now) {
        folder = Optional.of(now);
    }

    private static String name(ProjectFolder folder) {
        Path last = folder.root().getFileName();
        return last == null ? "" : last.toString();
    }
}
