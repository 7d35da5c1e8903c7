package drydock.sim.kubectl;

import drydock.model.resource.FieldTexts;
import drydock.model.resource.FieldType;
import drydock.model.resource.ResourceKind;
import drydock.model.resource.Schema;
import drydock.model.resource.SchemaField;
import drydock.model.resource.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `explain`: the fields that a kind, or one of its fields, has
/// (`kubectl/pkg/cmd/explain`, `kubectl/pkg/explain/v2/templates/plaintext.tmpl`).
final class ExplainVerb implements Verb {

    private static final int WIDTH = 76;

    @Override
    public List<Flag> flags() {
        return List.of(Flag.onOff("--recursive"));
    }

    @Override
    public List<String> usage() {
        return List.of("explain TYPE[.FIELD ...]");
    }

    @Override
    public void run(Invocation command) {
        List<String> path = path(command.arguments().words());
        ResourceKind kind = command.kind(path.getFirst());
        SchemaObject object = Schema.kubernetes()
                .kind(kind.apiVersion(), kind.kind())
                .orElseThrow(() -> new CommandFailure(
                        "error: couldn't find resource for \"" + kind.apiVersion() + ", Kind=" + kind.kind() + "\""));
        StringBuilder out = new StringBuilder();
        if (!kind.group().isEmpty()) {
            out.append("GROUP:      ").append(kind.group()).append('\n');
        }
        out.append("KIND:       ").append(kind.kind()).append("\nVERSION:    ").append(kind.version());
        out.append("\n\n");
        FieldType type = new FieldType.ObjectOf(object.definition());
        String about = "";
        for (String name : path.subList(1, path.size())) {
            Found found = below(type, name).orElseThrow(() -> missing(path));
            type = found.field().type();
            about = FieldTexts.of(found.definition(), found.field(), Locale.ROOT)
                    .orElse("");
        }
        if (path.size() > 1) {
            out.append("FIELD: ").append(path.getLast()).append(" <").append(FieldLines.type(type));
            out.append(">\n").append(FieldLines.values(type)).append("\n\n");
        }
        out.append("DESCRIPTION:\n");
        FieldLines.wrapped(about.isEmpty() ? "<empty>" : about, WIDTH)
                .forEach(line -> out.append("    ").append(line).append('\n'));
        out.append(about.isEmpty() ? "" : "    \n");
        String fields = new FieldLines(command.arguments().isOn("--recursive")).of(type);
        out.append(fields.isEmpty() ? "" : "FIELDS:\n" + fields);
        command.print(out.toString());
        command.done().accept(0);
    }

    private static List<String> path(List<String> words) {
        if (words.isEmpty()) {
            throw new CommandFailure("error: You must specify the type of resource to explain. Use \"kubectl"
                    + " api-resources\" for a complete list of supported resources.");
        }
        if (words.size() > 1) {
            throw new CommandFailure("error: We accept only this format: explain RESOURCE");
        }
        List<String> path = new ArrayList<>(List.of(words.getFirst().split("\\.", -1)));
        path.removeIf(String::isEmpty);
        if (path.isEmpty()) {
            throw new CommandFailure("error: the server doesn't have a resource type \"" + words.getFirst() + "\"");
        }
        return path;
    }

    private static CommandFailure missing(List<String> path) {
        return new CommandFailure("error: field \"" + path.getLast() + "\" does not exist");
    }

    /// A field, and the definition that has it.
    private record Found(String definition, SchemaField field) {}

    /// The field of the objects that stand in `type`, in lists and maps, too.
    private static Optional<Found> below(FieldType type, String name) {
        return FieldLines.object(type)
                .flatMap(object -> object.field(name).map(field -> new Found(object.definition(), field)));
    }
}
