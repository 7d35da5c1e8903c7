/// What is different between two texts, line by line, as it is shown to somebody who has to choose.
/// The comparison is that of java-diff-utils (Myers' algorithm); here it becomes numbered lines with some context.
/// Used where a file was changed both in the window and by another program.
@NullMarked
package drydock.model.difference;

import org.jspecify.annotations.NullMarked;
