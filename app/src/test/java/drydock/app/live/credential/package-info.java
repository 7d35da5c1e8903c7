/// Tests of what shows a user to an API server.
@NullMarked
package drydock.app.live.credential;

import org.jspecify.annotations.NullMarked;
