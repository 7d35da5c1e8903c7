/// Tests of what is remembered from one start to the next.
@NullMarked
package drydock.app.settings;

import org.jspecify.annotations.NullMarked;
