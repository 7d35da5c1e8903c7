package drydock.model.manifest;

import drydock.model.manifest.YamlNode.Entry;
import drydock.model.manifest.YamlNode.Mapping;
import drydock.model.manifest.YamlNode.Sequence;

/// Where a node stands in its document.
sealed interface Place {

    /// The node.
    YamlNode node();

    /// Whether it stands within brackets.
    boolean inBrackets();

    /// The whole document.
    record Root(YamlNode node) implements Place {
        @Override
        public boolean inBrackets() {
            return false;
        }
    }

    /// The value of a key.
    record OfKey(Mapping mapping, Entry entry, boolean inBrackets) implements Place {
        @Override
        public YamlNode node() {
            return entry.value();
        }
    }

    /// An item of a list.
    record Item(Sequence sequence, int position, boolean inBrackets) implements Place {
        @Override
        public YamlNode node() {
            return sequence.items().get(position);
        }
    }
}
