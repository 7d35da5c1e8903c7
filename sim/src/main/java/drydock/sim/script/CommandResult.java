package drydock.sim.script;

/// What a command of a script said, and its exit code.
public record CommandResult(String stdout, String stderr, int code) {}
