/// Tests of finding objects by what they say.
/// On objects of real texts.
/// Without fixtures on the disk.
@NullMarked
package drydock.model.search;

import org.jspecify.annotations.NullMarked;
