/// How kubectl writes small things (ages, columns, YAML and JSON), and reads pairs of keys and values.
/// Nothing here knows a cluster or a command.
/// Used by the commands and by the descriptions of objects.
@NullMarked
package drydock.sim.kubectl.text;

import org.jspecify.annotations.NullMarked;
