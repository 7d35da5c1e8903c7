/// Cut, copy, paste and duplicate: objects as YAML on the system's clipboard.
/// What is pasted may come from anywhere; only what describes objects comes into the project.
/// Used by the shell.
@NullMarked
package drydock.app.clipboard;

import org.jspecify.annotations.NullMarked;
