package drydock.model.manifest;

import drydock.model.manifest.YamlNode.Properties;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A mapping or sequence of which the end was not read yet.
final class OpenNode {

    final boolean mapping;
    final boolean flow;
    final int start;
    final Optional<Properties> properties;
    final @Nullable String anchor;

    /// The items; of a mapping, keys and values by turns.
    final List<YamlNode> children = new ArrayList<>();

    /// The levels below this one, aliases followed.
    int height;

    /// The values below this one, aliases followed.
    long weight;

    /// Where the last child ends.
    int lastEnd;

    OpenNode(boolean mapping, boolean flow, int start, Optional<Properties> properties, @Nullable String anchor) {
        this.mapping = mapping;
        this.flow = flow;
        this.start = start;
        this.properties = properties;
        this.anchor = anchor;
    }

    void add(YamlNode child, int childHeight, long childWeight, int base) {
        children.add(child);
        height = Math.max(height, childHeight);
        weight += childWeight;
        lastEnd = child.span().end() - base;
    }
}
