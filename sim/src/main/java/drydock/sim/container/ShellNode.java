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

    /// `a | b | c`; each reads what the one before it wrote.
    record Pipeline(List<ShellNode> stages) implements ShellNode {}

    /// `node &`.
    record Background(ShellNode node) implements ShellNode {}

    /// `if`, with `elif` as a further one in `otherwise`.
    record If(ShellNode condition, ShellNode then, ShellNode otherwise) implements ShellNode {}

    /// `while`, or with `until` set `until`.
    record Loop(ShellNode condition, boolean until, ShellNode body) implements ShellNode {}

    /// `for variable in words`.
    record For(String variable, List<ShellWord> words, ShellNode body) implements ShellNode {}

    /// A node whose output or input goes elsewhere.
    record Redirected(ShellNode node, List<Redirect> redirects) implements ShellNode {}

    /// `A=1 program words`.
    record Simple(List<Assignment> assignments, List<ShellWord> words) implements ShellNode {}

    record Assignment(String name, ShellWord value) {}

    /// `descriptor operator target`: `>`, `>>`, `<` with a file, `>&` with a descriptor.
    record Redirect(int descriptor, String operator, ShellWord target) {}
}
