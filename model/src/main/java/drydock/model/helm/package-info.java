/// Which files of a project belong to a Helm chart, and which of them are templates. Used by whoever asks what the
/// files of a project are.
@NullMarked
package drydock.model.helm;

import org.jspecify.annotations.NullMarked;
