/// Tests of renaming, in the real window.
/// Each brings the text back byte for byte.
/// On a project of a Service, a Deployment and an Ingress.
@NullMarked
package drydock.app.rename;

import org.jspecify.annotations.NullMarked;
