package drydock.sim.kubectl.template;

import java.util.List;

/// Commands, each of which gets the result of the one before as its last argument.
///
/// @param text as it was written, for messages
record GoPipeline(List<List<Operand>> commands, String text) {

    GoPipeline {
        commands = commands.stream().map(List::copyOf).toList();
    }

    /// A part of a command: a value, or, in the first place, a function.
    sealed interface Operand {

        /// `.`, or with names `.a.b`.
        record Dot(List<String> names) implements Operand {
            public Dot {
                names = List.copyOf(names);
            }
        }

        /// `$x.a.b`; `$` is the root.
        record Variable(String name, List<String> names) implements Operand {
            public Variable {
                names = List.copyOf(names);
            }
        }

        /// A text, a number, a truth.
        record Literal(Object value) implements Operand {}

        record Nil() implements Operand {}

        record Function(String name) implements Operand {}

        /// `(pipeline).a.b`
        record Inner(GoPipeline pipeline, List<String> names) implements Operand {
            public Inner {
                names = List.copyOf(names);
            }
        }
    }
}
