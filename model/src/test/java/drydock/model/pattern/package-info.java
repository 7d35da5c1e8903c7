/// Tests of what can be drawn new.
/// Every pattern is held against the rules of the API server.
/// Without a project.
@NullMarked
package drydock.model.pattern;

import org.jspecify.annotations.NullMarked;
