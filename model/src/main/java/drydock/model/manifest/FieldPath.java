package drydock.model.manifest;

import java.util.List;

/// Where a field stands in an object, as the API server writes it: `spec.containers[0].image`,
/// `metadata.labels[app.kubernetes.io/name]`.
///
/// @param steps from the root inwards
public record FieldPath(List<Step> steps) {

    /// One step inwards.
    public sealed interface Step {}

    /// Into a mapping, by key.
    public record Key(String name) implements Step {}

    /// Into a sequence, by position from 0.
    public record Index(int position) implements Step {
        public Index {
            if (position < 0) {
                throw new IllegalArgumentException("position " + position);
            }
        }
    }

    /// The object itself.
    public static final FieldPath ROOT = new FieldPath(List.of());

    public FieldPath {
        steps = List.copyOf(steps);
    }

    /// A path of keys (strings) and positions (integers).
    public static FieldPath of(Object... steps) {
        FieldPath path = ROOT;
        for (Object step : steps) {
            path = switch (step) {
                case String key -> path.key(key);
                case Integer position -> path.index(position);
                default -> throw new IllegalArgumentException("neither key nor position: " + step);
            };
        }
        return path;
    }

    /// Reads what [#toString] writes.
    ///
    /// @throws IllegalArgumentException if `text` is not of that form
    public static FieldPath parse(String text) {
        FieldPath path = ROOT;
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) == '[') {
                int end = text.indexOf(']', at);
                if (end < 0) {
                    throw new IllegalArgumentException("no ] in " + text);
                }
                String inner = text.substring(at + 1, end);
                path = inner.matches("\\d{1,9}") ? path.index(Integer.parseInt(inner)) : path.key(inner);
                at = end + 1;
            } else {
                int start = text.charAt(at) == '.' ? at + 1 : at;
                int end = start;
                while (end < text.length() && text.charAt(end) != '.' && text.charAt(end) != '[') {
                    end++;
                }
                if (end == start) {
                    throw new IllegalArgumentException("an empty step in " + text);
                }
                path = path.key(text.substring(start, end));
                at = end;
            }
        }
        return path;
    }

    public FieldPath key(String name) {
        return then(new Key(name));
    }

    public FieldPath index(int position) {
        return then(new Index(position));
    }

    public boolean isRoot() {
        return steps.isEmpty();
    }

    /// The path without its last step.
    ///
    /// @throws IllegalStateException at the root
    public FieldPath parent() {
        if (isRoot()) {
            throw new IllegalStateException("the root has no parent");
        }
        return new FieldPath(steps.subList(0, steps.size() - 1));
    }

    /// The last step.
    ///
    /// @throws java.util.NoSuchElementException at the root
    public Step last() {
        return steps.getLast();
    }

    private FieldPath then(Step step) {
        Step[] longer = steps.toArray(new Step[steps.size() + 1]);
        longer[steps.size()] = step;
        return new FieldPath(List.of(longer));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Step step : steps) {
            switch (step) {
                case Index(int position) -> text.append('[').append(position).append(']');
                case Key(String name)
                when isBracketed(name) -> text.append('[').append(name).append(']');
                case Key(String name) -> text.append(text.isEmpty() ? "" : ".").append(name);
            }
        }
        return text.toString();
    }

    private static boolean isBracketed(String name) {
        return name.isEmpty() || name.indexOf('.') >= 0 || name.indexOf('[') >= 0 || name.indexOf(']') >= 0;
    }
}
