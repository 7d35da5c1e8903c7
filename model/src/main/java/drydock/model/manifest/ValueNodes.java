package drydock.model.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Values that stand in no text, as nodes: for what looks at nodes and is given an object.
public final class ValueNodes {

    private static final TextSpan NOWHERE = new TextSpan(0, 0, 1, 1);

    private ValueNodes() {}

    /// A mapping of `values`: maps, lists, strings, numbers, booleans and nulls.
    public static YamlNode.Mapping of(Map<?, ?> values) {
        List<YamlNode.Entry> entries = new ArrayList<>(values.size());
        values.forEach((key, value) -> {
            String name = String.valueOf(key);
            entries.add(new YamlNode.Entry(name, scalar(name), node(value), false));
        });
        return new YamlNode.Mapping(NOWHERE, Optional.empty(), entries, false);
    }

    private static YamlNode node(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> of(map);
            case List<?> list ->
                new YamlNode.Sequence(
                        NOWHERE,
                        Optional.empty(),
                        list.stream().map(ValueNodes::node).toList(),
                        false);
            case null, default -> scalar(value);
        };
    }

    private static YamlNode scalar(@Nullable Object value) {
        return new YamlNode.Scalar(NOWHERE, Optional.empty(), value, YamlNode.Style.DOUBLE_QUOTED);
    }
}
