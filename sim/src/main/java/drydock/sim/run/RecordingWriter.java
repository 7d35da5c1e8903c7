package drydock.sim.run;

import drydock.model.resource.ResourceId;
import drydock.sim.SimulationOptions;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes a recording as JSON, which [RecordingReader] reads.
public final class RecordingWriter {

    /// The format that this program writes, and the newest that it reads.
    static final int FORMAT_VERSION = 1;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private RecordingWriter() {}

    /// The text of a file for `recording`.
    public static String write(Recording recording) {
        ObjectNode root = JSON.createObjectNode().put("drydockRun", FORMAT_VERSION);
        SimulationOptions options = recording.options();
        root.put("seed", options.seed());
        root.put("start", options.start().toString());
        root.put("offline", options.offline());
        root.put("proxyMode", options.proxyMode().name());
        root.put("momentNanos", recording.momentNanos());
        root.put("endNanos", recording.endNanos());
        ArrayNode nodes = root.putArray("nodes");
        options.nodes().forEach(node -> nodes.add(JSON.<ObjectNode>valueToTree(node)));
        if (!options.found().isEmpty()) {
            ArrayNode found = root.putArray("found");
            options.found().forEach(object -> found.add(JSON.<ObjectNode>valueToTree(object)));
        }
        ArrayNode inputs = root.putArray("inputs");
        for (Recording.Timed timed : recording.inputs()) {
            write(timed.input(), inputs.addObject().put("atNanos", timed.atNanos()));
        }
        return JSON.writeValueAsString(root) + "\n";
    }

    private static void write(Input input, ObjectNode line) {
        switch (input) {
            case Input.Command(var words, var files) -> {
                ArrayNode command = line.putArray("kubectl");
                words.forEach(command::add);
                if (!files.isEmpty()) {
                    line.set("files", JSON.valueToTree(files));
                }
            }
            case Input.Stop(var command) -> line.put("stop", command);
            case Input.Create(var object) -> line.set("create", JSON.valueToTree(object));
            case Input.Replace(var object) -> line.set("replace", JSON.valueToTree(object));
            case Input.ReplaceStatus(var object) -> line.set("replaceStatus", JSON.valueToTree(object));
            case Input.Change(var object, var patch) ->
                name(line.putObject("patch"), object)
                        .put("type", patch.type().name())
                        .put("body", patch.body());
            case Input.Apply(var object, var manager, var force) ->
                line.putObject("apply")
                        .put("fieldManager", manager)
                        .put("force", force)
                        .set("object", JSON.valueToTree(object));
            case Input.Scale(var object, var replicas) ->
                name(line.putObject("scale"), object).put("replicas", replicas);
            case Input.Delete(var object, var deletion) -> {
                ObjectNode delete = name(line.putObject("delete"), object)
                        .put("propagation", deletion.propagation().name());
                deletion.graceSeconds().ifPresent(seconds -> delete.put("graceSeconds", seconds));
            }
        }
    }

    private static ObjectNode name(ObjectNode node, ResourceId object) {
        return node.put("group", object.group())
                .put("kind", object.kind())
                .put("namespace", object.namespace())
                .put("name", object.name());
    }
}
