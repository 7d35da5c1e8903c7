/// Tests of what lines between objects mean.
/// Each connection is taken back, and the text is what it was.
/// On objects in several styles of YAML.
@NullMarked
package drydock.model.connect;

import org.jspecify.annotations.NullMarked;
