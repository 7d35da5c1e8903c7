/// Tests of plain requests to an API server, against a server of the tests' own.
@NullMarked
package drydock.app.live.api;

import org.jspecify.annotations.NullMarked;
