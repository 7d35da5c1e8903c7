package drydock.model.connect;

import drydock.model.edit.Edit;
import java.util.function.Function;

/// One thing that a line between two objects can mean.
///
/// @param meaning what
/// @param container the name of the container that it is about; empty if it is about none, or about the only one
/// @param detail the key, the host or the field that it is about; may be empty
/// @param mountPath where the files are to be, as a proposal; empty if nothing is mounted
/// @param writing the edit that writes it, for a mount path
public record Connection(
        Meaning meaning, String container, String detail, String mountPath, Function<String, Edit> writing) {

    /// Of something that needs no mount path.
    static Connection of(Meaning meaning, String container, String detail, Edit edit) {
        return new Connection(meaning, container, detail, "", _ -> edit);
    }

    /// Of something about the whole object.
    static Connection of(Meaning meaning, Edit edit) {
        return of(meaning, "", "", edit);
    }

    /// Whether a mount path has to be asked for.
    public boolean mounts() {
        return !mountPath.isEmpty();
    }

    /// The edit that writes it.
    ///
    /// @param path the mount path; of no account if nothing is mounted
    public Edit edit(String path) {
        return writing.apply(path);
    }
}
