/// What shows a user to an API server: tokens as they are written, files with tokens that others renew, programs that
/// make tokens. Each is asked for when a request is made, and renewed when the server knows it no more.
/// Used by `live` only, which has asked the user before a program gets here.
@NullMarked
package drydock.app.live.credential;

import org.jspecify.annotations.NullMarked;
