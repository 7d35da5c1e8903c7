package drydock.sim.kubectl.template;

import java.util.List;

/// One step into a value.
sealed interface PathStep {

    /// `.name`, or `['name']`
    record Key(String name) implements PathStep {}

    /// `.*`
    record Wildcard() implements PathStep {}

    /// `..`: the value itself and all within it.
    record Recursive() implements PathStep {}

    /// `[from:to:by]` of a list; `single` where it was `[from]`.
    record Slice(int from, boolean fromKnown, int to, boolean toKnown, int by, boolean single) implements PathStep {}

    /// `[a,b]`: the results of each, one after the other.
    record Union(List<List<PathStep>> parts) implements PathStep {
        public Union {
            parts = List.copyOf(parts);
        }
    }

    /// `[?(left operator right)]`: the items for which it holds; `exists` has no right side.
    record Filter(List<PathStep> left, String operator, Operand right) implements PathStep {
        public Filter {
            left = List.copyOf(left);
        }
    }

    /// What a filter compares with.
    sealed interface Operand {
        /// A number, a text or a truth.
        record Literal(Object value) implements Operand {}

        record Path(List<PathStep> steps) implements Operand {
            public Path {
                steps = List.copyOf(steps);
            }
        }
    }
}
