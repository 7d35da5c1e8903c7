/// Tests of the lessons.
@NullMarked
package drydock.app.lesson;

import org.jspecify.annotations.NullMarked;
