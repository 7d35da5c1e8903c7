package drydock.sim.kubectl.template;

import java.util.List;
import java.util.Optional;

/// A piece of a Go template.
sealed interface GoNode {

    record Text(String text) implements GoNode {}

    /// `{{pipeline}}`, or with `variable` `{{$x := pipeline}}`, which prints nothing.
    record Action(Optional<String> variable, boolean declares, GoPipeline pipeline) implements GoNode {}

    /// `{{if}}`, with what is printed otherwise.
    record If(GoPipeline condition, List<GoNode> then, List<GoNode> otherwise) implements GoNode {
        public If {
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }
    }

    /// `{{with}}`: as `if`, and the dot becomes the value.
    record With(Optional<String> variable, GoPipeline value, List<GoNode> then, List<GoNode> otherwise)
            implements GoNode {
        public With {
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }
    }

    /// `{{range}}`: once for each item; `key` and `item` are the variables that hold it.
    record Range(
            Optional<String> key, Optional<String> item, GoPipeline values, List<GoNode> body, List<GoNode> otherwise)
            implements GoNode {
        public Range {
            body = List.copyOf(body);
            otherwise = List.copyOf(otherwise);
        }
    }
}
