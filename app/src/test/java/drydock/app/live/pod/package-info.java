/// Tests of logs, terminals and forwarded ports, against a server that stands for a kubelet.
@NullMarked
package drydock.app.live.pod;

import org.jspecify.annotations.NullMarked;
