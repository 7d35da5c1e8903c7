package drydock.sim.container;

import java.util.List;

/// A piece of a shell script, parsed.
sealed interface ShellNode {

    /// Commands one after another; the last one's exit code counts.
    record Sequence(List<ShellNode> nodes) implements ShellNode {}

    /// `left && right`, or `left || right`.
    record Either(ShellNode left, boolean and, ShellNode right) implements ShellNode {}

    /// `! node`.
    record Not(ShellNode node) implements ShellNode {}

    /// `a | b | c`; each reads what the one before it writes, while it writes.
    record Pipeline(List<ShellNode> stages) implements ShellNode {}

    /// `node &`.
    record Background(ShellNode node) implements ShellNode {}

    /// `( node )`: in a process of its own.
    record Subshell(ShellNode node) implements ShellNode {}

    /// `if`, with `elif` as a further one in `otherwise`.
    record If(ShellNode condition, ShellNode then, ShellNode otherwise) implements ShellNode {}

    /// `while`, or with `until` set `until`.
    record Loop(ShellNode condition, boolean until, ShellNode body) implements ShellNode {}

    /// `for variable in words`; without `in`, over the arguments.
    record For(String variable, boolean over, List<ShellWord> words, ShellNode body) implements ShellNode {}

    /// `case word in`.
    record Case(ShellWord word, List<Branch> branches) implements ShellNode {}

    /// `pattern | pattern ) body ;;`.
    record Branch(List<ShellWord> patterns, ShellNode body) {}

    /// `name() body`.
    record Function(String name, ShellNode body) implements ShellNode {}

    /// A node whose output or input goes elsewhere.
    record Redirected(ShellNode node, List<Redirect> redirects) implements ShellNode {}

    /// `A=1 program words`.
    record Simple(List<Assignment> assignments, List<ShellWord> words) implements ShellNode {}

    record Assignment(String name, ShellWord value) {}

    /// `descriptor operator target`: `>`, `>>`, `<` with a file, `>&` with a descriptor, `<<` with the text itself.
    record Redirect(int descriptor, String operator, ShellWord target) {}
}
