package drydock.model.manifest;

import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// Where a field stands in an object, as the API server writes it: `spec.containers[0].image`,
/// `metadata.labels[app.kubernetes.io/name]`.
///
/// Many are made and few are looked at: a path knows the one that it leads on from, and gathers its steps when it is
/// asked for them.
public final class FieldPath {

    /// One step inwards.
    public sealed interface Step {}

    /// Into a mapping, by key.
    public record Key(String name) implements Step {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key(String its) && name.equals(its);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    /// Into a sequence, by position from 0.
    public record Index(int position) implements Step {
        public Index {
            if (position < 0) {
                throw new IllegalArgumentException("position " + position);
            }
        }
    }

    /// The object itself.
    public static final FieldPath ROOT = new FieldPath();

    private final @Nullable FieldPath parent;
    private final @Nullable Step last;
    private final int length;

    private FieldPath() {
        this.parent = null;
        this.last = null;
        this.length = 0;
    }

    private FieldPath(FieldPath parent, Step last) {
        this.parent = parent;
        this.last = last;
        this.length = parent.length + 1;
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
        return new FieldPath(this, new Key(name));
    }

    public FieldPath index(int position) {
        return new FieldPath(this, new Index(position));
    }

    /// The path that leads on from the end of this one as `inner` does from the root.
    public FieldPath then(FieldPath inner) {
        FieldPath path = this;
        for (Step step : inner.steps()) {
            path = new FieldPath(path, step);
        }
        return path;
    }

    /// The steps from the root inwards.
    public List<Step> steps() {
        Step[] steps = new Step[length];
        int i = length;
        for (FieldPath path = this; path.last != null; path = path.parent()) {
            steps[--i] = path.last;
        }
        return List.of(steps);
    }

    /// How many steps it has.
    public int length() {
        return length;
    }

    public boolean isRoot() {
        return length == 0;
    }

    /// The path without its last step.
    ///
    /// @throws IllegalStateException at the root
    public FieldPath parent() {
        if (parent == null) {
            throw new IllegalStateException("the root has no parent");
        }
        return parent;
    }

    /// Whether this is `outer`, or leads on from it.
    public boolean isWithin(FieldPath outer) {
        FieldPath path = this;
        while (path.length > outer.length) {
            path = path.parent();
        }
        return path.equals(outer);
    }

    /// The last step.
    ///
    /// @throws java.util.NoSuchElementException at the root
    public Step last() {
        if (last == null) {
            throw new NoSuchElementException("the root has no step");
        }
        return last;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof FieldPath path) || path.length != length) {
            return false;
        }
        FieldPath a = this;
        FieldPath b = path;
        while (a != b) {
            if (!a.last().equals(b.last())) {
                return false;
            }
            a = a.parent();
            b = b.parent();
        }
        return true;
    }

    @Override
    public int hashCode() {
        return last == null ? 1 : 31 * parent().hashCode() + last.hashCode();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Step step : steps()) {
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
