package drydock.model.diagram;

import java.util.Iterator;
import java.util.function.Consumer;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.databind.JsonNode;

/// Writes JSON so that a change of one thing is a change of one line: whatever holds only plain values
/// stands on one line, all else is broken over lines, indented by two.
final class JsonText {

    private static final int LINE_LENGTH = 110;

    private final StringBuilder text = new StringBuilder();
    private final String lineEnd;

    private JsonText(String lineEnd) {
        this.lineEnd = lineEnd;
    }

    static String write(JsonNode node, String lineEnd) {
        JsonText writer = new JsonText(lineEnd);
        writer.value(node, 0);
        return writer.text.append(lineEnd).toString();
    }

    private void value(JsonNode node, int depth) {
        if (!node.isContainer()) {
            text.append(node);
        } else if (node.isObject()) {
            members(node.properties().iterator(), '{', '}', isFlat(node), depth, entry -> {
                quoted(entry.getKey());
                text.append(": ");
                value(entry.getValue(), depth + 1);
            });
        } else {
            members(node.values().iterator(), '[', ']', isFlat(node), depth, v -> value(v, depth + 1));
        }
    }

    private <T> void members(Iterator<T> all, char open, char close, boolean flat, int depth, Consumer<T> write) {
        text.append(open);
        boolean empty = !all.hasNext();
        while (all.hasNext()) {
            startMember(flat, depth + 1);
            write.accept(all.next());
            if (all.hasNext()) {
                text.append(flat ? ", " : ",");
            }
        }
        if (!empty) {
            startMember(flat, depth);
        }
        text.append(close);
    }

    private void startMember(boolean flat, int depth) {
        if (!flat) {
            text.append(lineEnd).repeat("  ", depth);
        }
    }

    private void quoted(String name) {
        text.append('"');
        JsonStringEncoder.getInstance().quoteAsString(name, text);
        text.append('"');
    }

    private static boolean isFlat(JsonNode node) {
        return node.values().stream().noneMatch(JsonNode::isContainer)
                && node.toString().length() <= LINE_LENGTH;
    }
}
