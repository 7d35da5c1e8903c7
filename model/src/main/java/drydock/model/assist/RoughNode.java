package drydock.model.assist;

import drydock.model.manifest.FieldPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A key or an item of a text that need not be right, with what stands below it.
///
/// Made by [RoughReader], and not changed after. Offsets count from the beginning of the whole text.
final class RoughNode {

    private final @Nullable RoughNode parent;
    private final FieldPath.@Nullable Step step;
    private final int column;
    private final int start;
    private final int end;
    private final List<RoughNode> children = new ArrayList<>();

    /// Whether a colon follows the key; a word alone on a line has none yet.
    boolean colon;

    /// Whether it holds its children in brackets.
    boolean flow;

    /// Whether its value is the lines of a `|` or `>`.
    boolean block;

    /// Where the value on its own line stands, quotes and brackets included; both -1 if nothing is there.
    int valueStart = -1;

    int valueEnd = -1;

    /// The value on its own line, without quotes.
    String value = "";

    private RoughNode(@Nullable RoughNode parent, FieldPath.@Nullable Step step, int column, int start, int end) {
        this.parent = parent;
        this.step = step;
        this.column = column;
        this.start = start;
        this.end = end;
    }

    static RoughNode root(int start) {
        return new RoughNode(null, null, -1, start, start);
    }

    /// Adds a key that stands from `keyStart` to `keyEnd`.
    RoughNode key(String name, int atColumn, int keyStart, int keyEnd) {
        return add(new RoughNode(this, new FieldPath.Key(name), atColumn, keyStart, keyEnd));
    }

    /// Adds an item whose dash, or first character, is at `itemStart`.
    RoughNode item(int atColumn, int itemStart) {
        int position = (int) children.stream().filter(RoughNode::isItem).count();
        return add(new RoughNode(this, new FieldPath.Index(position), atColumn, itemStart, itemStart));
    }

    private RoughNode add(RoughNode child) {
        children.add(child);
        return child;
    }

    /// What it stands in; empty for the document.
    Optional<RoughNode> parent() {
        return Optional.ofNullable(parent);
    }

    boolean isItem() {
        return step instanceof FieldPath.Index;
    }

    /// The name of the key; empty for an item and for the document.
    String name() {
        return step instanceof FieldPath.Key(String name) ? name : "";
    }

    /// Where its key or dash stands in its line, from 0; -1 for the document.
    int column() {
        return column;
    }

    /// Where its key or dash begins.
    int start() {
        return start;
    }

    /// Behind its key.
    int end() {
        return end;
    }

    /// The keys and items in it, in the order of the text.
    List<RoughNode> children() {
        return Collections.unmodifiableList(children);
    }

    /// The key `name` in it; the last, if there are several.
    Optional<RoughNode> child(String name) {
        return children.reversed().stream()
                .filter(c -> !c.isItem() && c.name().equals(name))
                .findFirst();
    }

    /// What stands below it by keys.
    Optional<RoughNode> find(String... names) {
        Optional<RoughNode> found = Optional.of(this);
        for (String name : names) {
            found = found.flatMap(node -> node.child(name));
        }
        return found;
    }

    /// The value below it by keys; empty text if there is none.
    String text(String... names) {
        return find(names).map(node -> node.value).orElse("");
    }

    /// The last thing in it that begins before `offset`, itself if there is none.
    RoughNode lastBefore(int offset) {
        RoughNode last = this;
        for (RoughNode child : children) {
            if (child.start < offset) {
                last = child;
            }
        }
        return last == this ? this : last.lastBefore(offset);
    }

    /// Where it is, from the document inwards.
    FieldPath path() {
        FieldPath outer = parent == null ? FieldPath.ROOT : parent.path();
        return switch (step) {
            case FieldPath.Key(String name) -> outer.key(name);
            case FieldPath.Index(int position) -> outer.index(position);
            case null -> outer;
        };
    }
}
