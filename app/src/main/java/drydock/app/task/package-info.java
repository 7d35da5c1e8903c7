/// The one place where work leaves the JavaFX thread and where results come back to it.
/// Its executors are given in, so that tests run it in place.
/// Everything in app may use it.
@NullMarked
package drydock.app.task;

import org.jspecify.annotations.NullMarked;
