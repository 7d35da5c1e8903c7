package drydock.sim.kubectl;

import drydock.sim.container.Container;
import drydock.sim.container.Streams;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A program that edits a file, as `KUBE_EDITOR` names one: `sed -i s/a/b/`. It gets the file's name as its last word.
final class ProgramEditor implements Editor {

    private static final String FILE = "/tmp/kubectl-edit.yaml";

    private final Container machine;
    private final String program;

    /// @param machine where it runs
    ProgramEditor(Container machine, String program) {
        this.machine = machine;
        this.program = program;
    }

    @Override
    public void edit(String name, String text, Consumer<Left> then) {
        machine.files().makeDirectories("/tmp");
        machine.files().write(FILE, text);
        StringBuilder said = new StringBuilder();
        Streams streams = new Streams("", said::append, said::append);
        machine.exec(List.of("sh", "-c", program + " " + FILE), streams, code -> {
            Optional<String> edited = machine.files().read(FILE);
            machine.files().remove(FILE);
            String problem = said.isEmpty() ? "" : ": " + said.toString().strip();
            then.accept(
                    code == 0
                            ? edited.<Left>map(Left.Saved::new).orElseGet(Left.GivenUp::new)
                            : new Left.Failed("there was a problem with the editor \"" + program + "\"" + problem));
        });
    }
}
