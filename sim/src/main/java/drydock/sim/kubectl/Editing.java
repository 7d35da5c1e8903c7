package drydock.sim.kubectl;

import drydock.model.cluster.Cluster;
import drydock.sim.container.Container;
import java.util.Optional;

/// How a command may let a text be edited.
///
/// @param program what `KUBE_EDITOR` says, empty if nothing
/// @param machine where such a program runs; empty where there is no such machine
/// @param dialog the editor of who types the commands, empty if nobody does
/// @param written the cluster to which what was edited in the dialog is written, when the user is done with it
record Editing(
        Optional<String> program, Optional<Container> machine, Optional<Editor> dialog, Optional<Cluster> written) {

    static final Editing NONE = new Editing(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    Editing by(String editor) {
        return new Editing(Optional.of(editor), machine, dialog, written);
    }

    /// The program if one is named, or else the dialog.
    ///
    /// @throws CommandFailure if there is neither
    Editor editor() {
        if (program.isPresent()) {
            return new ProgramEditor(
                    machine.orElseThrow(() -> new CommandFailure("error: unable to launch the editor \"" + program.get()
                            + "\": there is no machine here to" + " run it on")),
                    program.get());
        }
        return dialog.orElseThrow(() -> new CommandFailure(
                "error: unable to launch the editor \"vi\": a script has no terminal; let a program edit, as in"
                        + " KUBE_EDITOR=\"sed -i 's/replicas: 1/replicas: 3/'\" kubectl edit TYPE/NAME, or use kubectl"
                        + " patch"));
    }

    /// The cluster that what was edited is written to.
    Cluster target(Cluster own) {
        return program.isPresent() ? own : written.orElse(own);
    }
}
