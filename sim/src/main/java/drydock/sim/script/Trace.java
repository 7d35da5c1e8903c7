package drydock.sim.script;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.math.BigDecimal;
import java.util.function.Consumer;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What happened while a script ran, as JSON lines: the steps, what their commands said, and each change of an object.
///
/// `t` is in virtual seconds since the script began, to the millisecond. The lines are the same, byte for
/// byte, in every run with the same seed.
public final class Trace implements Transcript {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final Consumer<String> lines;

    /// @param lines takes each line, without its end
    public Trace(Consumer<String> lines) {
        this.lines = lines;
    }

    @Override
    public void step(long nanos, String text) {
        write(at(nanos).put("step", text));
    }

    @Override
    public void result(long nanos, CommandResult result) {
        write(at(nanos)
                .put("stdout", result.stdout())
                .put("stderr", result.stderr())
                .put("rc", result.code()));
    }

    @Override
    public void change(long nanos, String type, HasMetadata object) {
        ObjectNode line = at(nanos).put("type", type);
        line.set("object", JSON.valueToTree(object));
        write(line);
    }

    private static ObjectNode at(long nanos) {
        return JSON.createObjectNode().put("t", BigDecimal.valueOf(nanos / 1_000_000, 3));
    }

    private void write(ObjectNode line) {
        lines.accept(JSON.writeValueAsString(line));
    }
}
