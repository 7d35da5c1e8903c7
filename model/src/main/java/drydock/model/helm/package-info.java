/// Which files of a project belong to a Helm chart, and which of them are templates. Used by `project`,
/// which says by it what its files are, and by the rule that tells of templates.
@NullMarked
package drydock.model.helm;

import org.jspecify.annotations.NullMarked;
