package drydock.model.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// One value as it is written, with its place. Immutable; at most 500 deep, aliases followed.
public sealed interface YamlNode {

    /// Where the value stands, without its anchor and tag. The span of a block mapping or sequence ends
    /// with its last value; that of a block scalar begins with its `|` or `>` and ends before its last line
    /// break. A value that is left out (`key:`) has no length.
    TextSpan span();

    /// The anchor and the tag before it.
    Optional<Properties> properties();

    /// The value as the API server takes it: a map of strings, a list, a string, an Integer, Long or
    /// Double, a boolean, or null; aliases and merges followed. Made anew at every call.
    @Nullable
    Object value();

    /// The same value in a text that stands elsewhere in its file.
    YamlNode shifted(int characters, int lines);

    /// The value itself, where this is an alias of it.
    default YamlNode resolved() {
        return this;
    }

    /// An anchor, a tag, or both.
    ///
    /// @param start where they begin
    /// @param anchor the anchor's name without `&`, or empty
    /// @param tag the tag as `!foo` or `tag:yaml.org,2002:str`, or empty
    record Properties(int start, String anchor, String tag) {}

    /// How a scalar is written.
    enum Style {
        PLAIN,
        SINGLE_QUOTED,
        DOUBLE_QUOTED,
        LITERAL,
        FOLDED
    }

    /// A string, number, boolean or null.
    record Scalar(
            TextSpan span,
            Optional<Properties> properties,
            @Nullable Object value,
            Style style) implements YamlNode {

        /// Whether it is a string whatever it says.
        public boolean isQuoted() {
            return style != Style.PLAIN;
        }

        @Override
        public Scalar shifted(int characters, int lines) {
            return new Scalar(span.shifted(characters, lines), shift(properties, characters), value, style);
        }
    }

    /// A list.
    ///
    /// @param flow whether it is written as `[a, b]`
    record Sequence(TextSpan span, Optional<Properties> properties, List<YamlNode> items, boolean flow)
            implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public List<@Nullable Object> value() {
            List<@Nullable Object> values = new ArrayList<>(items.size());
            items.forEach(item -> values.add(item.value()));
            return values;
        }

        @Override
        public Sequence shifted(int characters, int lines) {
            List<YamlNode> moved =
                    items.stream().map(i -> i.shifted(characters, lines)).toList();
            return new Sequence(span.shifted(characters, lines), shift(properties, characters), moved, flow);
        }
    }

    /// Keys and their values.
    ///
    /// @param entries as written, also merges (`<<`) and keys that are there twice
    /// @param flow whether it is written as `{a: b}`
    record Mapping(TextSpan span, Optional<Properties> properties, List<Entry> entries, boolean flow)
            implements YamlNode {

        private static final int FEW = 12;

        public Mapping {
            entries = List.copyOf(entries);
        }

        /// The entry that is written here for `name`: the last, if there are several. Merged ones are not
        /// looked at.
        public Optional<Entry> entry(String name) {
            for (int i = entries.size() - 1; i >= 0; i--) {
                Entry entry = entries.get(i);
                if (!entry.merge() && entry.name().equals(name)) {
                    return Optional.of(entry);
                }
            }
            return Optional.empty();
        }

        /// The value of every key, merges followed. What comes later wins, a merge too (goyaml.v2 decode.go
        /// mapping); of a list of merged mappings the first wins.
        public Map<String, YamlNode> fields() {
            Map<String, YamlNode> fields = LinkedHashMap.newLinkedHashMap(entries.size());
            for (Entry entry : entries) {
                if (entry.merge()) {
                    merged(entry.value().resolved()).forEach(m -> fields.putAll(m.fields()));
                } else {
                    fields.put(entry.name(), entry.value());
                }
            }
            return fields;
        }

        /// Hands on every key with its value, as [#fields] has them.
        public void forEach(BiConsumer<String, YamlNode> field) {
            if (merges() || hasDuplicates()) {
                fields().forEach(field);
                return;
            }
            for (Entry entry : entries) {
                field.accept(entry.name(), entry.value());
            }
        }

        /// Whether a key may be there twice; of many keys it is not found out.
        private boolean hasDuplicates() {
            if (entries.size() > FEW) {
                return true;
            }
            for (int i = 1; i < entries.size(); i++) {
                for (int before = 0; before < i; before++) {
                    if (entries.get(i).name().equals(entries.get(before).name())) {
                        return true;
                    }
                }
            }
            return false;
        }

        private static List<Mapping> merged(YamlNode node) {
            return switch (node) {
                case Mapping mapping -> List.of(mapping);
                case Sequence sequence ->
                    sequence.items().reversed().stream()
                            .map(YamlNode::resolved)
                            .filter(Mapping.class::isInstance)
                            .map(Mapping.class::cast)
                            .toList();
                case Scalar _, Alias _ -> List.of();
            };
        }

        private boolean merges() {
            for (Entry entry : entries) {
                if (entry.merge()) {
                    return true;
                }
            }
            return false;
        }

        /// The value of `name`, merges followed.
        public Optional<YamlNode> get(String name) {
            return !merges() ? entry(name).map(Entry::value) : Optional.ofNullable(fields().get(name));
        }

        @Override
        public Map<String, @Nullable Object> value() {
            Map<String, @Nullable Object> values = LinkedHashMap.newLinkedHashMap(entries.size());
            if (!merges()) {
                for (Entry entry : entries) {
                    values.put(entry.name(), entry.value().value());
                }
            } else {
                fields().forEach((name, node) -> values.put(name, node.value()));
            }
            return values;
        }

        @Override
        public Mapping shifted(int characters, int lines) {
            List<Entry> moved =
                    entries.stream().map(e -> e.shifted(characters, lines)).toList();
            return new Mapping(span.shifted(characters, lines), shift(properties, characters), moved, flow);
        }
    }

    /// One key and its value.
    ///
    /// @param name the key as a string, as JSON has it: `8080` for the number, `true` for `y`
    /// @param merge whether this is a merge key, `<<`
    record Entry(String name, YamlNode key, YamlNode value, boolean merge) {

        Entry shifted(int characters, int lines) {
            return new Entry(name, key.shifted(characters, lines), value.shifted(characters, lines), merge);
        }
    }

    /// A value that stands elsewhere, `*name`.
    ///
    /// @param target what it stands for; never an alias itself
    record Alias(TextSpan span, String name, YamlNode target) implements YamlNode {

        @Override
        public Optional<Properties> properties() {
            return Optional.empty();
        }

        @Override
        public @Nullable Object value() {
            return target.value();
        }

        @Override
        public YamlNode resolved() {
            return target;
        }

        @Override
        public Alias shifted(int characters, int lines) {
            return new Alias(span.shifted(characters, lines), name, target.shifted(characters, lines));
        }
    }

    private static Optional<Properties> shift(Optional<Properties> properties, int characters) {
        return properties.map(p -> new Properties(p.start() + characters, p.anchor(), p.tag()));
    }
}
