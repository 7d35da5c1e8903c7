/// Tests of finding and renaming what objects name.
/// On projects of real texts.
/// Without fixtures on the disk.
@NullMarked
package drydock.model.reference;

import org.jspecify.annotations.NullMarked;
