package drydock.sim.kubectl;

import drydock.model.cluster.Cluster;
import drydock.model.cluster.ClusterException;
import drydock.model.cluster.Patch;
import drydock.model.resource.ResourceId;
import drydock.model.resource.Schema;
import drydock.model.resource.SchemaObject;
import drydock.sim.kubectl.text.JsonText;
import drydock.sim.kubectl.text.YamlText;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// `edit`: an object's text in an editor, and what was changed of it as a patch; what is refused is shown again with
/// the reason (`kubectl/pkg/cmd/util/editor/editoptions.go`).
final class EditVerb implements Verb {

    private static final String NO_CHANGES = "Edit cancelled, no changes made.";
    private static final String HEADER = """
        # Please edit the object below. Lines beginning with a '#' will be ignored,
        # and an empty file will abort the edit. If an error occurs while saving this file will be
        # reopened with the relevant failures.
        #
        """;

    @Override
    public List<Flag> flags() {
        return List.of(
                Flag.FILENAME,
                Flag.KUSTOMIZE,
                new Flag("--output", 'o', Flag.Kind.TEXT, null, "'yaml'"),
                Flag.text("--subresource"),
                Flag.SELECTOR);
    }

    /// The part of the objects that is edited; empty for the objects themselves.
    private static String subresource(Invocation command) {
        String name = command.arguments().flag("--subresource").orElse("");
        if (!List.of("", "status", "resize").contains(name)) {
            throw new CommandFailure(
                    "error: invalid subresource value: \"" + name + "\". Must be one of [status resize]");
        }
        return name;
    }

    @Override
    public List<String> usage() {
        return List.of("edit (TYPE NAME | TYPE/NAME)", "KUBE_EDITOR=\"sed -i s/OLD/NEW/\" kubectl edit TYPE/NAME");
    }

    @Override
    public void run(Invocation command) {
        String output = command.arguments().flag("--output").orElse("yaml");
        if (!List.of("yaml", "json").contains(output)) {
            throw new CommandFailure("error: The flag 'output' must be one of yaml|json");
        }
        subresource(command);
        Editor editor = command.editing().editor();
        Deque<HasMetadata> left = new ArrayDeque<>(Targets.of(command));
        new Session(command, editor, output.equals("json"), left).next();
    }

    /// One object after the other.
    private static final class Session {

        private final Invocation command;
        private final Editor editor;
        private final boolean json;
        private final Deque<HasMetadata> left;

        Session(Invocation command, Editor editor, boolean json, Deque<HasMetadata> left) {
            this.command = command;
            this.editor = editor;
            this.json = json;
            this.left = left;
        }

        void next() {
            HasMetadata object = left.poll();
            if (object == null) {
                command.done().accept(0);
                return;
            }
            Object tree = Output.tree(object);
            String text = json ? JsonText.indented(tree) + "\n" : YamlText.of(tree);
            show(object, text, text, "");
        }

        /// @param original the object's text at first
        /// @param text the text to begin with
        /// @param problem why what was saved last was refused, as comments
        private void show(HasMetadata object, String original, String text, String problem) {
            String name = Invocation.shortName(ResourceId.of(object));
            String shown = HEADER + problem + text;
            editor.edit(name, shown, how -> {
                switch (how) {
                    case Editor.Left.Failed(var why) -> command.fail("error: " + why);
                    case Editor.Left.GivenUp _ -> cancelled(problem);
                    case Editor.Left.Saved(var saved) -> saved(object, original, text, problem, withoutComments(saved));
                }
            });
        }

        private void cancelled(String problem) {
            if (problem.isEmpty()) {
                command.printError(NO_CHANGES);
                next();
            } else {
                command.fail("error: Edit cancelled, no valid changes were saved.");
            }
        }

        private void saved(HasMetadata object, String original, String before, String problem, String saved) {
            if (saved.isBlank()) {
                command.printError("Edit cancelled, saved file was empty.");
                next();
            } else if (saved.equals(withoutComments(problem.isEmpty() ? original : before))) {
                cancelled(problem);
            } else {
                try {
                    write(object, Manifests.one(ResourceId.of(object).name(), saved));
                } catch (CommandFailure | ClusterException refused) {
                    if (command.editing().program().isPresent()) {
                        command.fail(comments(object, refused) + "error: Edit cancelled, no valid changes were saved.");
                    } else {
                        show(object, original, saved, comments(object, refused));
                    }
                    return;
                }
                next();
            }
        }

        private void write(HasMetadata object, HasMetadata edited) {
            ResourceId id = ResourceId.of(object);
            if (!ResourceId.of(edited).equals(id)) {
                throw new CommandFailure("error: At least one of apiVersion, kind and name was changed");
            }
            Optional<SchemaObject> type = Schema.kubernetes().kind(object.getApiVersion(), object.getKind());
            Map<String, @Nullable Object> patch = LastApplied.difference(object, edited, type);
            if (patch.isEmpty()) {
                command.print(Invocation.shortName(id) + " skipped");
                return;
            }
            Cluster cluster = command.editing().target(command.cluster());
            Patch.Type kind = type.isPresent() ? Patch.Type.STRATEGIC : Patch.Type.MERGE;
            cluster.patch(id, new Patch(kind, JsonText.compact(patch), subresource(command)));
            command.print(Invocation.shortName(id) + " edited");
        }

        private static String comments(HasMetadata object, RuntimeException refused) {
            String why = refused instanceof ClusterException server
                    ? Refused.words(server)
                    : String.valueOf(refused.getMessage());
            return "# " + Invocation.shortName(ResourceId.of(object)).replace("/", " \"") + "\" was not valid:\n"
                    + why.lines().map(line -> "# * " + line + "\n").collect(Collectors.joining()) + "#\n";
        }

        private static String withoutComments(String text) {
            return text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line + "\n")
                    .collect(Collectors.joining());
        }
    }
}
